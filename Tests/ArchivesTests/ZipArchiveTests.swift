import Archives
import Foundation
import Testing

struct ZipArchiveTests {
  private static let files: [(name: String, content: [UInt8])] = [
    ("empty", []), ("short", [7]), ("repeated", [UInt8](repeating: 42, count: 100_000)),
    ("text", Array("What repeats, repeats, and what repeats shrinks.".utf8)),
  ]

  private func archive(_ files: [(name: String, content: [UInt8])]) -> [UInt8] {
    ZipArchive.pieces(of: files).reduce(into: []) { $0 += $1 }
  }

  @Test func `the same files give the same bytes`() {
    #expect(archive(Self.files) == archive(Self.files))
  }

  @Test func `what repeats is compressed`() {
    let bytes = archive(Self.files)
    #expect(bytes.count < 1000)
    #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
  }

  @Test func `an archive without files is its end alone`() {
    #expect(archive([]) == [0x50, 0x4B, 5, 6] + [UInt8](repeating: 0, count: 18))
  }

  @Test func `what cannot be compressed is stored`() {
    let content = (0..<256).map { UInt8($0) }
    var archive = ZipArchive()
    let entry = archive.add("a", content: content)
    #expect(entry.suffix(256) == content[...])
    // The method of compression: 0, stored.
    #expect(entry[8] == 0 && entry[9] == 0)
  }

  /// Prints each name with the length and the checksum of what Python reads.
  private static let reader = """
    import sys, zipfile, zlib
    archive = zipfile.ZipFile(sys.argv[1])
    assert archive.testzip() is None
    for name in archive.namelist():
        print(name, len(archive.read(name)), sum(archive.read(name)))
    """

  @Test func `Python reads the files back`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).zip")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(archive(Self.files)).write(to: file)
    let python = Process()
    let output = Pipe()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", "-c", Self.reader, file.path()]
    python.standardOutput = output
    try python.run()
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    python.waitUntilExit()
    // 127: `env` found no python3.
    guard python.terminationStatus != 127 else { return }
    let expected = Self.files.map { file in
      "\(file.name) \(file.content.count) \(file.content.reduce(0) { $0 + Int($1) })\n"
    }
    #expect(String(decoding: printed, as: UTF8.self) == expected.joined())
  }
}
