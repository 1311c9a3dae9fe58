import TestFolders
import Files
import Testing

/// A message of FIPS 180-4's examples, with its digest.
private let vectors: [(String, String)] = [
  ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  (
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
  ),
  (
    "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqr"
      + "lmnopqrsmnopqrstnopqrstu",
    "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
  ),
]

struct DigestTests {
  @Test(arguments: vectors)
  func `the digest is that of the standard's examples`(message: String, digest: String) {
    #expect(Digest(of: Array(message.utf8)).description == digest)
  }

  @Test func `a million letters a have the standard's digest`() {
    let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(Digest(of: [UInt8](repeating: 0x61, count: 1_000_000)).description == digest)
  }

  /// Around 56 and 64 bytes the padding changes its number of blocks; digests by `sha256sum`.
  @Test(arguments: [
    (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
    (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
    (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb"),
    (120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c"),
  ])
  func `any number of letters a is padded well`(count: Int, digest: String) {
    #expect(Digest(of: [UInt8](repeating: 0x61, count: count)).description == digest)
  }

  @Test func `text is digested as UTF-8`() {
    #expect(Digest(of: "한글 é") == Digest(of: Array("한글 é".utf8)))
    #expect(Digest(of: "") == Digest(of: [UInt8]()))
  }

  @Test(arguments: vectors.map { $0.0 })
  func `a digest is read as it is written, in bytes and in digits`(message: String) throws {
    let digest = Digest(of: message)
    #expect(digest.bytes.count == Digest.byteCount)
    #expect(Digest(bytes: digest.bytes) == digest)
    #expect(Digest(hexadecimal: digest.description) == digest)
    #expect(
      digest.description
        == digest.bytes.map { byte in
          String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined())
  }

  @Test func `each of the 32 bytes counts, and no more`() {
    let bytes = (0..<Digest.byteCount).map { UInt8($0 + 1) }
    for index in bytes.indices {
      var other = bytes
      other[index] ^= 1
      #expect(Digest(bytes: other) != Digest(bytes: bytes))
      #expect(Digest(bytes: other).bytes == other)
    }
    #expect(Digest(bytes: bytes + [99]) == Digest(bytes: bytes))
  }

  @Test(arguments: [
    "", "e3b0", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
    String(repeating: "A", count: 64), String(repeating: "g", count: 64),
    String(repeating: "0", count: 63) + " ", String(repeating: "한", count: 64),
    String(repeating: "0", count: 64) + "한",
  ])
  func `what is not 64 lower-case digits is no digest`(text: String) {
    #expect(Digest(hexadecimal: text) == nil)
  }
}
