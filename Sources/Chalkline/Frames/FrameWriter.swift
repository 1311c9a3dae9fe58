import Building
import Drawings
import Figures
import Lessons
import Plotting
import Rendering

/// The forms that frames are put into.
struct FrameForms: Sendable {
  /// The formats of an image for each frame; none for no images.
  var images: [ImageFormat] = []
  /// A document with a page for each frame.
  var pages = false
  /// Key frames of a filmstrip; 0 for none.
  var keyFrames = 0
  var films: [FilmFormat] = []

  /// The names of all of them but the filmstrip.
  static var names: [String] {
    ImageFormat.frames.map { $0.rawValue } + FilmFormat.allCases.map { $0.rawValue }
  }
}

/// Puts the frames of a figure, in one language and one theme, into files while they come.
final class FrameWriter {
  /// Where the files go and how they are named.
  struct Place {
    let lesson: String
    let figure: FigureSection
    let language: String
    let theme: Theme
    /// What the theme adds to the name.
    var suffix = ""
    var dotsPerInch: Double
    var framesPerSecond: Int

    var name: String { figure.id + suffix }
    var folder: String { "\(lesson)/frames/\(language)" }
  }

  private let place: Place
  private let forms: FrameForms
  private let sequence: FrameSequence
  private let tools: DrawingTools
  private let write: (BuiltFile) throws -> Void
  private let film: (FilmFormat, Raster) throws -> FilmMaker
  private var makers: [FilmMaker] = []
  private var pages: PDFPages?
  private var strip: Filmstrip
  /// What each frame that was taken shows.
  private(set) var facts: [FrameFacts] = []
  private var tables: [FrameList.Table] = []
  private(set) var paths: [String] = []

  /// The list of the frames that were taken.
  var list: FrameList {
    FrameList(
      figure: "\(place.lesson)#\(place.figure.id)", axis: sequence.axis,
      framesPerSecond: place.framesPerSecond, tables: tables, frames: facts)
  }

  /// - Parameters:
  ///   - place: Where the files go.
  ///   - forms: In which forms.
  ///   - sequence: The frames.
  ///   - tools: What draws.
  ///   - write: Takes a file that is ready.
  ///   - film: Starts a film of frames such as the first.
  init(
    _ place: Place, _ forms: FrameForms, of sequence: FrameSequence, with tools: DrawingTools,
    write: @escaping (BuiltFile) throws -> Void,
    film: @escaping (FilmFormat, Raster) throws -> FilmMaker
  ) {
    self.place = place
    self.forms = forms
    self.sequence = sequence
    self.tools = tools
    self.write = write
    self.film = film
    strip = Filmstrip(frameCount: sequence.moments.count, keyFrames: forms.keyFrames)
  }

  /// Takes the next frame.
  func add(_ frame: FramePainter.Frame) throws {
    var facts = frame.facts
    if !frame.tables.isEmpty { facts.cells = frame.tables.map { $0.rows } }
    tables = frame.tables.map { FrameList.Table(title: $0.title, headings: $0.headings) }
    let name = FrameName.numbered(place.name, frame.number)
    facts.file = forms.images.first.map { "\(place.name)/\(name).\($0.fileExtension)" }
    for format in forms.images {
      let image = try tools.renderer.encode(
        frame.drawing, as: format, dpi: place.dotsPerInch, metadata: metadata(name, frame.name),
        compression: .quick)
      try put("\(place.name)/\(name)", format, image)
    }
    if !forms.films.isEmpty {
      let raster = try tools.renderer.raster(of: frame.drawing, dpi: place.dotsPerInch)
      if makers.isEmpty { for format in forms.films { makers.append(try film(format, raster)) } }
      for maker in makers { try maker.add(raster) }
    }
    if forms.pages {
      let pages = self.pages ?? PDFPages(metadata: metadata(place.name, ""))
      self.pages = pages
      try pages.add(frame.drawing)
    }
    strip.add(frame)
    self.facts.append(facts)
  }

  /// Ends all forms once the last frame is in.
  func finish() throws {
    for maker in makers { try maker.finish() }
    paths += forms.films.map { "\(place.folder)/\(place.name).\($0.rawValue)" }
    if let pages, let size = pages.size {
      try put(place.name, PDFPages.format, EncodedImage(bytes: try pages.finish(), size: size))
    }
    if forms.keyFrames > 0 { try writeStrip() }
    let path = "\(place.folder)/\(place.name).json"
    try write(BuiltFile(path, try SortedJSON.bytes(of: list), FileFacts("json")))
    paths.append(path)
  }

  /// Removes what there is of films after an error.
  func abandon() {
    for maker in makers { maker.abandon() }
  }

  private func writeStrip() throws {
    guard let plot = strip.plot(title: place.figure.title[place.language] ?? "") else { return }
    let drawing = plot.drawing(measuring: tools.measurer)
    let name = "\(place.name)/\(place.name)-filmstrip"
    for format in Filmstrip.formats {
      let image = try tools.renderer.encode(
        drawing, as: format, metadata: metadata("\(place.name)-filmstrip", ""))
      try put(name, format, image)
    }
  }

  private func put(_ name: String, _ format: ImageFormat, _ image: EncodedImage) throws {
    let path = "\(place.folder)/\(name).\(format.fileExtension)"
    try write(
      BuiltFile(
        path, image.bytes,
        FileFacts(
          format.rawValue, language: place.language, theme: place.theme.name,
          width: image.size.width, height: image.size.height,
          dotsPerInch: format.isRaster ? place.dotsPerInch : nil)))
    paths.append(path)
  }

  private func metadata(_ name: String, _ moment: String) -> ImageMetadata {
    let title = place.figure.title[place.language] ?? place.figure.id
    return ImageMetadata(
      id: "\(place.lesson)-\(name)-\(place.language)",
      title: moment.isEmpty ? title : "\(title), \(moment)",
      description: place.figure.alt[place.language] ?? "", language: place.language,
      software: ChalklineVersion.software,
      extra: [(key: "Source", value: "\(place.lesson)#\(place.figure.id)")])
  }
}

/// Names of frames.
enum FrameName {
  /// `boundary-00012`: five digits, counted from 0, as programs that read numbered images expect.
  static func numbered(_ name: String, _ number: Int) -> String {
    let digits = String(number)
    return name + "-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }
}
