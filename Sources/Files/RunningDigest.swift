import CCrypto

/// The SHA-256 digest of bytes that come piece by piece.
final class RunningDigest {
  private let context = EVP_MD_CTX_new()
  /// How many bytes have come so far.
  private(set) var byteCount = 0

  init() {
    let isReady = EVP_DigestInit_ex(context, EVP_sha256(), nil)
    precondition(isReady == 1, "no memory for a digest")
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Takes in what follows.
  func add(_ bytes: ArraySlice<UInt8>) {
    byteCount += bytes.count
    bytes.withUnsafeBytes { bytes in
      _ = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }
  }

  /// Takes in what follows.
  func add(_ bytes: [UInt8]) { add(bytes[...]) }

  /// The digest of all bytes so far.
  var value: Digest {
    // Finishing ends a context: that of a copy.
    let copy = EVP_MD_CTX_new()
    defer { EVP_MD_CTX_free(copy) }
    var result = [UInt8](repeating: 0, count: Digest.byteCount)
    let isDone = EVP_MD_CTX_copy_ex(copy, context) + EVP_DigestFinal_ex(copy, &result, nil)
    precondition(isDone == 2, "no memory for a digest")
    return Digest(bytes: result)
  }
}
