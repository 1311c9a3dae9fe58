import Foundation
import Testing

/// The manual page in `docs`.
struct ManualTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/chalkline.1")

  @Test func `the manual page says what the program says`() throws {
    let help = try Scratch().chalkline("--experimental-dump-help")
    let page = try ManualPage(of: help.output).text
    if ProcessInfo.processInfo.environment["CHALKLINE_RECORD"] == "manual" {
      try Data(page.utf8).write(to: Self.file)
    }
    let isCurrent = try Data(contentsOf: Self.file) == Data(page.utf8)
    #expect(isCurrent, "docs/chalkline.1 is out of date")
  }

  @Test(.enabled(if: hasGroff, "groff is not installed"))
  func `the manual page is set without a warning`() throws {
    let page = try Scratch().run(["-man", "-Tutf8", "-ww", "-z", Self.file.path], of: groff)
    #expect(page == .init(output: "", messages: "", exitCode: 0))
  }

  private static let groff = "/usr/bin/groff"
  private static let hasGroff = FileManager.default.isExecutableFile(atPath: groff)
  private var groff: String { Self.groff }
}
