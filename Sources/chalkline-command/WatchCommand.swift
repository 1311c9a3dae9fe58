import ArgumentParser
import Chalkline

struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Build again after every change, without a server.",
    discussion: "Ctrl-C ends it; the last good output stays whole.")

  @OptionGroup var lessons: LessonsArgument
  @OptionGroup var watching: WatchArguments

  func run() async throws {
    let terminal = Terminal.standardError
    try await reportingFailures(to: terminal) {
      let folder = try lessons.folder()
      let watch = watching.watch(folder)
      terminal.print("watching '\(folder.path)'  (Ctrl-C to end)")
      try await Interruptible.run { await watch.run { terminal.print($0) } }
      Terminal.leave(with: .interrupted)
    }
  }
}

/// What is built while lessons are watched.
struct WatchArguments: ParsableArguments {
  @Option(
    name: [.short, .long], help: "The folder to write into. (default: output)",
    completion: .directory)
  var output: String?

  @Option(
    name: .long, help: "Languages of the figures, as 'en,ko'. (default: the course's)",
    completion: Completions.languages)
  var lang: WordList?

  @Option(
    name: .long, help: "Themes, as 'paper,board'. (default: the course's)",
    completion: Completions.themes)
  var theme: WordList?

  @Option(name: [.short, .long], help: "Jobs at a time. (default: one a processor)")
  var jobs: Int?

  func validate() throws {
    guard (1...1024).contains(jobs ?? 1) else { throw ValidationError("--jobs must be 1 to 1024") }
  }

  func watch(_ folder: LessonsFolder) -> CourseWatch {
    var options = BuildOptions()
    options.languages = lang?.words ?? []
    options.themes = theme?.words ?? []
    options.jobs = jobs ?? Terminal.processorCount
    return CourseWatch(
      lessons: folder, output: output ?? folder.defaultOutput, options: options)
  }
}

extension Terminal {
  /// Says how a build went: what is wrong, as `build` says it, and one line.
  func print(_ rebuild: Rebuild) {
    clear()
    for finding in rebuild.newFindings { print(finding) }
    guard case .success(let report) = rebuild.outcome else { return }
    // The rest is worth a line only where there was any.
    guard !rebuild.isWhole || report.writtenCount > 0 else { return }
    let errors = report.findings.count
    let trouble = errors == 0 ? "" : errors == 1 ? "1 error, " : "\(errors) errors, "
    print("\(rebuild.title): \(trouble)\(report.change) (\(rebuild.duration))")
  }
}

extension Rebuild {
  /// What the line is about: `lessons/xor/lesson.yaml`, `lessons/xor/lesson.yaml and 2 more`.
  fileprivate var title: String {
    guard !isWhole else { return "all forms" }
    guard let first = changed.first else { return "pages" }
    return changed.count == 1 ? first : "\(first) and \(changed.count - 1) more"
  }

  /// `0.12 s`.
  fileprivate var duration: String {
    let hundredths = Int((seconds * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
  }
}
