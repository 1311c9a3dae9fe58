import Building
import Snapshots

/// The name of something that a build makes: what kind of thing it is, and of what.
struct ProductName: ProductID {
  /// What kind of thing it is; each is declared beside the product that makes it.
  struct Kind: Hashable, Sendable {
    /// In words that stay the same: names are kept on disk.
    let word: String

    init(_ word: String) { self.word = word }
  }

  let kind: Kind
  /// The lesson; nil for what belongs to the whole course.
  var lesson: String?
  /// The figure, scenario, document or file.
  var name = ""
  var language: String?
  var theme: String?
  /// The format of an image, the form of a drawing for documents.
  var form: String?
  /// Which of several blocks of a sweep.
  var number: Int?

  init(
    _ kind: Kind, of lesson: String? = nil, _ name: String = "", language: String? = nil,
    theme: String? = nil, form: String? = nil, number: Int? = nil
  ) {
    self.kind = kind
    self.lesson = lesson
    self.name = name
    self.language = language
    self.theme = theme
    self.form = form
    self.number = number
  }

  /// Products that differ in what is left out here are few; hashing all of it would take longer than comparing them.
  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(lesson)
    hasher.combine(form)
    hasher.combine(number)
  }

  /// `xor#boundary`, as figures and scenarios are named on the command line.
  var reference: String { "\(lesson ?? "")#\(name)" }

  func write(to writer: inout SnapshotWriter) {
    writer.write(kind.word)
    writer.write(name)
    for text in [lesson, language, theme, form] { writer.write(text) { $0.write($1) } }
    writer.write(number) { $0.write($1) }
  }

  init(from reader: inout SnapshotReader) throws(SnapshotError) {
    func text(_ reader: inout SnapshotReader) throws(SnapshotError) -> String { try reader.text() }
    kind = Kind(try reader.text())
    name = try reader.text()
    lesson = try reader.optional(text)
    language = try reader.optional(text)
    theme = try reader.optional(text)
    form = try reader.optional(text)
    number = try reader.optional { reader throws(SnapshotError) in try reader.integer() }
  }
}

/// What is known of the output folder of a course.
typealias CourseRecords = Records<ProductName>
typealias CourseValues = MadeValues<ProductName>
typealias CourseBench = Workbench<ProductName>
