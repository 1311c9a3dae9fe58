import Foundation
import PortableRuns
import Testing

/// The bits of small computations, as they were recorded on one machine.
///
/// They are the same on any processor (`Scripts/check-processors`) and in a browser
/// (`Scripts/check-wasm`). `CHALKLINE_RECORD=bits` records them anew.
struct RecordedBitsTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/bits.txt")

  @Test func `every computation has the bits that were recorded`() throws {
    let text = String(decoding: portableRuns().bytes, as: UTF8.self)
    if ProcessInfo.processInfo.environment["CHALKLINE_RECORD"] == "bits" {
      try Data(text.utf8).write(to: Self.file)
    }
    let got = text.split(separator: "\n")
    let recorded = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n")
    try #require(got.count == recorded.count)
    for (got, recorded) in zip(got, recorded) { #expect(got == recorded) }
  }
}
