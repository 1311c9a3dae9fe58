import CCairo

/// What becomes of memory that is freed.
public enum MemoryReuse {
  /// Keeps freed memory for the next picture rather than give it back to the system; for the start of
  /// a program that draws many.
  ///
  /// A page of pixels takes some megabytes, and memory fetched anew costs a page fault for every 4 KiB:
  /// a quarter of the time that a frame takes. Where the C library is another one, nothing happens.
  public static func keepFreedMemory() {
    #if canImport(Glibc)
      // 32 MiB is the most that glibc takes for the size from which on memory is a mapping of its own.
      mallopt(M_MMAP_THRESHOLD, 32 << 20)
      mallopt(M_TRIM_THRESHOLD, 256 << 20)
    #endif
  }
}
