import ArgumentParser
import Chalkline
import Foundation

/// Standard error as a person sees it: messages, and a line of progress if it is a real terminal.
struct Terminal: Sendable {
  static let standardError = Terminal(
    showsProgress: isatty(STDERR_FILENO) == 1 && !["", "dumb"].contains(variable("TERM") ?? ""),
    usesColor: (variable("NO_COLOR") ?? "").isEmpty)

  private let showsProgress: Bool
  private let usesColor: Bool

  private init(showsProgress: Bool, usesColor: Bool) {
    self.showsProgress = showsProgress
    self.usesColor = usesColor && showsProgress
  }

  /// Writes a message and ends the line.
  func print(_ message: some CustomStringConvertible) { write("\(message)\n") }

  /// Says that somebody else is to be waited for.
  func showWaiting(for output: String) {
    print("another build is writing into '\(output)'; waiting for it to end")
  }

  /// Rewrites the line of progress, a little shorter than the narrowest terminal.
  func show(_ progress: BuildProgress, _ clock: ProgressClock? = nil) {
    guard showsProgress else { return }
    let count = "[\(progress.done)/\(progress.total)]"
    let time = clock.map { $0.text(progress) } ?? ""
    let dim = usesColor ? ("\u{1B}[2m", "\u{1B}[0m") : ("", "")
    let latest = progress.latest.prefix(time.isEmpty ? 60 : 40)
    write("\r\u{1B}[K\(count) \(time)\(time.isEmpty ? "" : " ")\(dim.0)\(latest)\(dim.1)")
  }

  /// Takes the line of progress away.
  func clear() {
    if showsProgress { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Writes `bytes` to standard output.
  static func write(_ bytes: [UInt8]) throws {
    try FileHandle.standardOutput.write(contentsOf: Data(bytes))
  }

  /// Ends the program at once.
  static func leave(with code: ExitCode) -> Never { _exit(code.rawValue) }

  /// Where programs are looked for.
  static var searchPath: String { variable("PATH") ?? "" }

  static var processorCount: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  private static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }
}
