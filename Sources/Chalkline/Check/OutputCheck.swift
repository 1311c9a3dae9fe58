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
    options.adopt(manifest, source.course)
    options.program = program
    let build = CourseBuild(lessons: source.folder, output: output, options: options)
    var session = try BuildSession(of: build, onlyLooking: true)
    let inventory = CourseInventory(source)
    let stale = session.outlook().lines.filter { line in
      ["draw ", "animate ", "write "].contains { line.hasPrefix($0) }
    }
    findings =
      stale.map { Finding(.warning, Self.sentence($0), help: "'chalkline build' mends it") }
      + Self.orphans(in: target, manifest, inventory)
  }

  /// What is to be done, said as what is wrong.
  private static func sentence(_ line: String) -> String {
    let parts = line.split(separator: ": ", maxSplits: 1).map { String($0) }
    let why = parts.count > 1 ? parts[1] : ""
    if why == "its file is gone" {
      return parts[0].replacing("draw ", with: "figure ")
        .replacing("animate ", with: "frames of ").replacing("write ", with: "")
        + ": a file is missing"
    }
    let what =
      if line.hasPrefix("draw ") {
        "figure \(parts[0].dropFirst("draw ".count)) is stale"
      } else if line.hasPrefix("animate ") {
        "the frames of \(parts[0].dropFirst("animate ".count)) are stale"
      } else if line.hasPrefix("write the numbers") {
        "\(parts[0].dropFirst("write ".count)) are stale"
      } else {
        "\(parts[0].dropFirst("write ".count)) is stale"
      }
    return "\(what): \(why)"
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
    return dropped.map { orphan($0, "'chalkline build' removes it") }
      + unlisted.map { orphan($0, "unless it is yours: rm '\(Disk.join(output.path, $0))'") }
  }
}

extension BuildOptions {
  /// Asks for the forms that a manifest lists.
  fileprivate mutating func adopt(_ manifest: Manifest, _ course: Course) {
    let known = course.languages
    let images = manifest.figures.values.flatMap { $0.files }
    formats = Array(Set(images.map { $0.format })).sorted()
    languages = known.filter { language in images.contains { $0.lang == language } }
    let drawn = Set(images.compactMap { $0.theme })
    // The themes of the course need not be asked for, and one of them may be for pages alone.
    let own = Set([course.theme, course.darkName?.text].compactMap { $0 })
    themes = drawn.isSubset(of: own) ? [] : drawn.sorted()
    documents = !manifest.documents.isEmpty
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
