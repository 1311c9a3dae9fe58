import Chalkline
import Foundation
import Synchronization

/// Opens the first page in the user's browser, once.
final class PageOpener: Sendable {
  private let isDone = Mutex(false)

  /// Opens the page at `address` unless it was opened before; where no opener is found, nothing happens.
  func open(_ address: String) {
    guard
      isDone.withLock({ done in
        defer { done = true }
        return !done
      })
    else { return }
    let opener = Terminal.searchPath.split(separator: ":").map { "\($0)/xdg-open" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let opener else { return }
    let process = Process()
    process.executableURL = URL(filePath: opener)
    process.arguments = [address]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try? process.run()
  }
}
