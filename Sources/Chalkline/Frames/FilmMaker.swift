import Foundation
import Plotting

/// One film in the making: ffmpeg as a process of its own, fed with raw pixels.
///
/// The film is made beside its place and renamed once it is whole; after an error nothing is left.
final class FilmMaker {
  private let process = Process()
  private let input = Pipe()
  private let errors: FileHandle
  private let target: String
  private let partial: String
  private let log: String

  /// Starts ffmpeg.
  ///
  /// - Throws: `UsageError` if there is no ffmpeg, `DiskError` if the folder cannot be written.
  init(
    _ format: FilmFormat, at target: String, columns: Int, rows: Int, framesPerSecond: Int,
    searching path: String
  ) throws {
    guard let program = Self.program(searching: path) else {
      throw UsageError(
        "a film needs ffmpeg, which is not found; 'apt install ffmpeg' installs it, "
          + "and '--format png' does without")
    }
    // When ffmpeg gives up, a write must fail and not end this program.
    signal(SIGPIPE, SIG_IGN)
    self.target = target
    let folder = (target as NSString).deletingLastPathComponent
    try Disk.makeFolder(folder)
    let name = (target as NSString).lastPathComponent
    partial = Disk.join(folder, ".\(name).partial-\(getpid())")
    log = partial + ".log"
    guard FileManager.default.createFile(atPath: log, contents: nil),
      let errors = FileHandle(forWritingAtPath: log)
    else { throw DiskError("write", target, number: errno) }
    self.errors = errors
    process.executableURL = URL(filePath: program)
    process.arguments =
      [
        "-v", "error", "-nostdin", "-y", "-f", "rawvideo", "-pix_fmt", "bgr0", "-s",
        "\(columns)x\(rows)", "-r", String(framesPerSecond), "-i", "pipe:0",
      ] + format.arguments + [partial]
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
    try? input.fileHandleForReading.close()
  }

  private static func program(searching path: String) -> String? {
    path.split(separator: ":").map { Disk.join(String($0), "ffmpeg") }
      .first { access($0, X_OK) == 0 && Disk.isFile($0) }
  }

  /// Hands over the next frame.
  ///
  /// - Throws: `DiskError` with ffmpeg's own words if it has given up.
  func add(_ raster: Raster) throws {
    var bytes = [UInt8](repeating: 0, count: raster.pixels.count * 4)
    for (index, pixel) in raster.pixels.enumerated() {
      bytes[index * 4] = UInt8(truncatingIfNeeded: pixel)
      bytes[index * 4 + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
      bytes[index * 4 + 2] = UInt8(truncatingIfNeeded: pixel >> 16)
    }
    do {
      try input.fileHandleForWriting.write(contentsOf: Data(bytes))
    } catch {
      throw failure()
    }
  }

  /// Waits until the film is whole, and puts it in its place.
  func finish() throws {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw failure() }
    try? errors.close()
    unlink(log)
    guard rename(partial, target) == 0 else {
      let number = errno
      unlink(partial)
      throw DiskError("write", target, number: number)
    }
  }

  /// Stops ffmpeg and removes what there is of the film.
  func abandon() {
    try? input.fileHandleForWriting.close()
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    try? errors.close()
    unlink(log)
    unlink(partial)
  }

  private func failure() -> DiskError {
    let words = (try? Disk.text(at: log))?.split(separator: "\n").last.map(String.init)
    abandon()
    return DiskError("make", target, reason: "ffmpeg says: \(words ?? "nothing")")
  }
}
