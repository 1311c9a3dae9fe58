import TestFolders
import Files
import Foundation
import Testing

/// Files whose bytes come piece by piece.
struct PiecewiseWritingTests {
  private static let pieces: [[UInt8]] = [
    [1, 2, 3], [], [4], [UInt8](repeating: 5, count: 70_000),
  ]
  private let bytes = Array(pieces.joined())

  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func `a staged file has the bytes and the digest of its pieces`() throws {
    try withFolder { folder throws in
      let output = try OutputFolder("\(folder)/output", apartFrom: folder + "/lessons")
      let stage = StagedFiles(in: output)
      let file = try stage.write(pieces: Self.pieces, to: "a/b")
      #expect(file.digest == Digest(of: bytes) && file.byteCount == bytes.count && file.isNew)
      #expect(output.bytes(at: "a/b") == nil)
      #expect(try stage.commit()["a/b"]?.bytes == bytes.count)
      #expect(output.bytes(at: "a/b") == bytes)
    }
  }

  @Test func `a file that lies there with the same bytes is left alone`() throws {
    try withFolder { folder throws in
      let output = try OutputFolder("\(folder)/output", apartFrom: folder + "/lessons")
      _ = try output.write(bytes, to: "a")
      let before = try #require(output.stamp(of: "a"))
      let stage = StagedFiles(in: output)
      #expect(try stage.write(pieces: Self.pieces, to: "a").isNew == false)
      #expect(stage.newCount == 0 && stage.unchangedCount == 1)
      #expect(try stage.commit() == ["a": before])
      #expect(output.names(in: "") == ["a"])
    }
  }

  @Test func `nothing is left of a stage that is discarded`() throws {
    try withFolder { folder throws in
      let output = try OutputFolder("\(folder)/output", apartFrom: folder + "/lessons")
      let stage = StagedFiles(in: output)
      _ = try stage.write(pieces: Self.pieces, to: "a")
      stage.discard()
      let late = try stage.write(pieces: Self.pieces, to: "b")
      #expect(late.digest == Digest(of: bytes))
      #expect(output.names(in: "").isEmpty)
    }
  }

  @Test func `a file is replaced as a whole, or left alone`() throws {
    try withFolder { folder throws in
      let path = "\(folder)/file"
      #expect(try Disk.replace(path, withPieces: Self.pieces) == .written)
      #expect(try Disk.bytes(at: path) == bytes)
      #expect(try Disk.replace(path, withPieces: Self.pieces) == .unchanged)
      #expect(try Disk.replace(path, withPieces: [[1]]) == .written)
      #expect(Disk.names(in: folder) == ["file"])
    }
  }
}
