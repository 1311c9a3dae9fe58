import Building
import Files
import Figures
import Lessons
import Wording

/// What is wrong with the output of a course: stale, missing and orphaned files, found without a change.
public struct OutputCheck: Sendable {
  /// Everything that was found, each with the command that mends it.
  public let findings: [Finding]
  /// Compares the folder `output` with the lessons that it was made from.
  ///
  /// It is looked at in the formats, languages and themes that it has; a folder without a manifest is
  /// nobody's output, and nothing is wrong with it.
  ///
  /// - Parameters:
  ///   - output: The output folder.
  ///   - source: The course.
  ///   - only: The lessons that are looked at; all if there are none.
  ///   - program: The path of this program.
  /// - Throws: `DiskError` if the folder is that of the lessons; an error of the fonts.
  public init(
    of output: String, madeFrom source: CourseSource, only: [String] = [],
    by program: String = "/proc/self/exe"
  ) throws {
    let target = try OutputFolder(output, apartFrom: source.folder.path, onlyLooking: true)
    let records = CourseOutput.records(in: target)
    guard !records.outputs.isEmpty else {
      findings = []
      return
    }
    var options = BuildOptions()
    options.adopt(records, source.course)
    options.program = program
    options.only = only
    let build = CourseBuild(lessons: source.folder, output: output, options: options)
    let session = try BuildSession(of: build, in: target, onlyLooking: true)
    let inventory = CourseInventory(session.plan)
    let tasks = session.dryRun().tasks
    let new = tasks.filter { $0.reasons.contains(.new) }.map { $0.task }
    let files =
      only.isEmpty
      ? Self.untold(in: target, records, source.course, inventory)
        + Self.orphans(in: target, records, inventory) : []
    findings =
      Self.unfinished(in: target) + Self.unbuilt(new)
      + tasks.filter { !$0.reasons.contains(.new) }.compactMap { Self.finding($0.task, $0.reasons) }
      + files
  }

  /// What no build has made yet, in one line.
  private static func unbuilt(_ tasks: [BuildTask]) -> [Finding] {
    let subjects = tasks.filter { if case .outcome = $0 { false } else { true } }.map { $0.subject }
    guard let first = subjects.first else { return [] }
    let figureCount = tasks.count { if case .figure = $0 { true } else { false } }
    let message =
      subjects.count == 1
      ? "\(first.name) \(first.isPlural ? "are" : "is") not built yet"
      : "\(counted(figureCount, "figure")) and \(counted(subjects.count - figureCount, "other thing")) "
        + "are not built yet, such as \(first.name)"
    return [
      Finding(.warning, message, help: "'chalkline build' makes what is missing").of(.unbuilt)
    ]
  }

  /// What is to be done, said as what is wrong; nil for what is only done along the way.
  private static func finding(_ task: BuildTask, _ reasons: [Reason]) -> Finding? {
    if case .outcome = task { return nil }
    let subject = task.subject
    let help = "'chalkline build' makes it again"
    if case .missing? = reasons.first {
      return Finding(.warning, "\(subject.name): a file is missing", help: help).of(.damaged)
    }
    let why = reasons.map { $0.description }.joined(separator: ", ")
    let isDamaged = reasons.contains { if case .altered = $0 { true } else { false } }
    return Finding(
      .warning, "\(subject.name) \(subject.isPlural ? "are" : "is") stale: \(why)", help: help
    ).of(isDamaged ? .damaged : .stale)
  }

  /// Files that are not what was written, and that belong to no task: the manifest, and copies of the lessons' files.
  private static func untold(
    in output: OutputFolder, _ records: CourseRecords, _ course: Course,
    _ inventory: CourseInventory
  ) -> [Finding] {
    let files = records.outputs.filter { name, record in
      let product = courseProductsByKind[name.kind]
      return product?.task(of: name, in: course) == nil
        && product?.belongs(name, record, to: inventory) != false
    }.values.flatMap { $0.files }.sorted { $0.path < $1.path }
    return files.compactMap { file in
      var file = file
      return file.reason(in: output).flatMap { finding(.page(path: file.path), [$0]) }
    }
  }

  /// A build that died while it put files in place.
  private static func unfinished(in output: OutputFolder) -> [Finding] {
    guard let writing = Manifest.read(from: output)?.writing else { return [] }
    return [
      Finding(
        .warning,
        "a build ended while it wrote '\(writing)', so that some of its files may be older than others",
        help: "'chalkline build' makes them again"
      ).of(.stale)
    ]
  }

  /// Files where only a build writes that no figure, scenario or page of the course makes.
  private static func orphans(
    in output: OutputFolder, _ records: CourseRecords, _ inventory: CourseInventory
  ) -> [Finding] {
    let dropped = records.outputs.filter { name, record in
      courseProductsByKind[name.kind]?.belongs(name, record, to: inventory) == false
    }.values.flatMap { $0.files }.map { $0.path }.filter { output.has($0) }.sorted()
    let listed = Set(records.files.map { $0.path })
    let unlisted = output.builtPlaces(lessons: inventory.lessons).filter { !listed.contains($0) }
    func orphan(_ path: String, _ help: String) -> Finding {
      Finding(
        .warning, "\(Disk.join(output.path, path)) belongs to nothing in the course", help: help
      ).of(.leftover)
    }
    return dropped.map { orphan($0, "'chalkline build' removes it") }
      + unlisted.map { orphan($0, "unless it is yours: rm '\(Disk.join(output.path, $0))'") }
  }
}

extension BuildOptions {
  /// Asks for the forms that were built before.
  fileprivate mutating func adopt(_ records: CourseRecords, _ course: Course) {
    // Images for dark pages have a note, and are made unasked.
    let images = records.outputs.filter {
      $0.key.kind == .image && ImageNotes(from: $0.value.notes)?.isForPagesAlone != true
    }
    .values.flatMap { $0.files }.map { $0.facts }
    formats = Array(Set(images.map { $0.format })).sorted()
    languages = course.languages.filter { language in images.contains { $0.language == language } }
    let drawn = Set(images.compactMap { $0.theme })
    // The themes of the course need not be asked for, and one of them may be for pages alone.
    let own = Set([course.theme, course.darkName?.text].compactMap { $0 })
    themes = drawn.isSubset(of: own) ? [] : drawn.sorted()
    documents = records.outputs.keys.contains { $0.kind == .document }
    if let dpi = images.compactMap({ $0.dotsPerInch }).first { dotsPerInch = Int(dpi) }
  }
}

extension OutputFolder {
  /// Files in the folders of figures and numbers, and pages: where nothing but a build writes.
  fileprivate func builtPlaces(lessons: [String]) -> [String] {
    let lessonFolders = names(in: "").filter { Disk.isFolder(Disk.join(path, $0)) }
    let folders = lessonFolders.filter { !$0.hasPrefix(".") }.flatMap { lesson in
      ["\(lesson)/trace"] + names(in: "\(lesson)/figures").map { "\(lesson)/figures/\($0)" }
    }
    return folders.flatMap { folder in
      names(in: folder).filter { !$0.hasPrefix(".") }.map { "\(folder)/\($0)" }
    }.filter { has($0) }
  }
}
