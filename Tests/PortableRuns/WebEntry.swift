// What the page of `Scripts/check-wasm` calls.

#if arch(wasm32)
  nonisolated(unsafe) private var text = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)

  /// Computes the report and returns its length in bytes.
  @_cdecl("report")
  public func report() -> Int32 {
    let bytes = portableRuns().bytes
    text = .allocate(capacity: bytes.count)
    text.initialize(from: bytes, count: bytes.count)
    return Int32(bytes.count)
  }

  /// Where the report lies in memory.
  @_cdecl("report_start")
  public func reportStart() -> UnsafePointer<UInt8> { UnsafePointer(text) }
#endif
