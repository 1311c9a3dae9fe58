import Building
import Files
import Lessons
import Tracing

extension ProductName.Kind {
  static let copies = ProductName.Kind("copies")
  static let copy = ProductName.Kind("copy")
}

/// The files that a lesson is written in, copied beside its pages for readers to start from.
struct LessonCopies: CourseProduct {
  let id: ProductName
  let group: String
  let outputs: [ProductName]
  let cost = BuildCost.ofPage
  private let lesson: PlannedLesson

  static let outputKinds: [ProductName.Kind] = [.copy]

  static func products(of plan: CoursePlan, after before: [PlannedProduct]) -> [PlannedProduct] {
    guard !plan.isPart else { return [] }
    return plan.lessons.filter { $0.isWhole }.map { lesson in
      let names = lesson.source.presentSourceNames(languages: plan.source.course.languages)
      return PlannedProduct(LessonCopies(of: names, in: lesson), isWanted: true)
    }
  }

  private init(of names: [String], in lesson: PlannedLesson) {
    id = ProductName(.copies, of: lesson.id)
    group = lesson.id
    outputs = names.map { ProductName(.copy, of: lesson.id, $0) }
    self.lesson = lesson
  }

  func inputs(of output: ProductName, _ records: CourseRecords) -> BuildInputs {
    var inputs = BuildInputs()
    inputs.add("the lesson's file", digest: lesson.source.folder.digest(of: output.name))
    return inputs
  }

  /// - Throws: `Finding` if a file that is there cannot be read.
  func make(_ outputs: [ProductName], of made: CourseValues, at bench: CourseBench) throws {
    for output in outputs {
      let name = output.name
      try bench.write(
        try bytes(of: name), to: lesson.source.copyPath(of: name),
        FileFacts(LessonSource.format(of: name)), of: output)
    }
  }

  private func bytes(of name: String) throws(Finding) -> [UInt8] {
    do throws(DiskError) {
      return try lesson.source.folder.bytes(of: name)
    } catch {
      throw Finding(error)
    }
  }

  static func belongs(_ output: ProductName, _ record: Record, to course: CourseInventory) -> Bool {
    course.has(copy: output.name, in: output.lesson ?? "")
  }

  static func describe(
    _ output: ProductName, _ record: Record, in manifest: inout Manifest, _ words: ManifestWords
  ) {
    for file in record.files { manifest.sources[file.path] = Manifest.File(file) }
  }
}

extension LessonSource {
  /// The files that the lesson is written in, below its folder: `lesson.yaml`, its prose, its data.
  func sourceNames(languages: [String]) -> [String] {
    let data = Set(scenarios.compactMap { $0.dataFile }).sorted()
    return ["lesson.yaml"] + languages.map { "lesson.\($0).md" } + data
  }

  /// Those of them that are there.
  func presentSourceNames(languages: [String]) -> [String] {
    sourceNames(languages: languages).filter { folder.has($0) }
  }

  /// Where the copy of a file of the lesson lies below the output folder.
  func copyPath(of name: String) -> String { "\(id)/source/\(name)" }

  /// What stands after the last dot of a name.
  static func format(of name: String) -> String {
    name.split(separator: ".").last.map { String($0) } ?? ""
  }
}
