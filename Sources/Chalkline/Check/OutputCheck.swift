import Figures
import Lessons
import Plotting
import Rendering

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
  ///   - program: The path of this program.
  /// - Throws: `DiskError` if the folder is that of the lessons; an error of the fonts.
  public init(
    of output: String, madeFrom source: CourseSource, by program: String = "/proc/self/exe"
  ) throws {
    let target = try OutputFolder(output, apartFrom: source.folder.path, onlyLooking: true)
    let manifest = Manifest.read(from: target)
    guard !manifest.files.isEmpty else {
      findings = []
      return
    }
    var options = BuildOptions()
    options.adopt(manifest)
    options.program = program
    let build = CourseBuild(lessons: source.folder, output: output, options: options)
    var session = try BuildSession(of: build, onlyLooking: true)
    let inventory = CourseInventory(source)
    let stale = session.outlook().lines.filter { !$0.hasPrefix("train") && !$0.hasPrefix("take") }
    findings =
      stale.map { Finding(.warning, Self.sentence($0), help: "chalkline build mends it") }
      + Self.missing(from: target, manifest, inventory)
      + Self.orphans(in: target, manifest, inventory)
  }

  private static func sentence(_ line: String) -> String {
    let words = line.split(separator: ":", maxSplits: 1)
    let what = words[0].replacing("write ", with: "").replacing("draw ", with: "figure ")
    let why = words.count > 1 ? ":" + words[1] : ""
    return "\(what) is not current\(why)"
  }

  /// Files of the manifest that are not there; of figures the comparison of inputs has told already.
  private static func missing(
    from output: OutputFolder, _ manifest: Manifest, _ inventory: CourseInventory
  ) -> [Finding] {
    let pages = manifest.pages.values.map { $0.file }
    return pages.map { $0.path }.sorted().filter { !output.has($0) }.map {
      Finding(
        .warning, "\(Disk.join(output.path, $0)) is missing", help: "chalkline build mends it")
    }
  }

  /// Files where only a build writes that no figure, scenario or page of the course makes.
  private static func orphans(
    in output: OutputFolder, _ manifest: Manifest, _ inventory: CourseInventory
  ) -> [Finding] {
    let dropped = manifest.files(of: { !inventory.has($0, $1) }).filter { output.has($0) }
    let listed = Set(manifest.files.map { $0.path })
    let unlisted = output.builtPlaces(lessons: inventory.lessons).filter { !listed.contains($0) }
    func orphan(_ path: String, _ help: String) -> Finding {
      Finding(
        .warning, "\(Disk.join(output.path, path)) belongs to nothing in the course", help: help)
    }
    return dropped.map { orphan($0, "chalkline build removes it") }
      + unlisted.map { orphan($0, "rm '\(Disk.join(output.path, $0))' removes it") }
  }
}

extension BuildOptions {
  /// Asks for the forms that a manifest lists.
  fileprivate mutating func adopt(_ manifest: Manifest) {
    let images = manifest.figures.values.flatMap { $0.files }
    formats = Array(Set(images.map { $0.format })).sorted()
    themes = Array(Set(images.compactMap { $0.theme })).sorted()
    if let dpi = images.compactMap({ $0.dpi }).first { dotsPerInch = Int(dpi) }
  }
}

extension Manifest {
  /// Paths of the files of figures and scenarios that meet a condition, sorted.
  fileprivate func files(of condition: (_ lesson: String, _ name: String) -> Bool) -> [String] {
    let own = figures.values.filter { condition($0.lesson, $0.figure) }.flatMap { $0.files }
    let numbers = traces.values.filter { condition($0.lesson, $0.scenario) }.flatMap { $0.files }
    return (own + numbers).map { $0.path }.sorted()
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
