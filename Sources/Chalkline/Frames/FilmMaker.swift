import Drawings
import Files
import Foundation

/// One film in the making: ffmpeg as a process of its own, fed with raw pixels.
///
/// The film is made beside its place and renamed once it is whole; after an error nothing is left.
final class FilmMaker {
  private let process = Process()
  private let processes: FilmProcesses
  private let input = Pipe()
  private let errors: FileHandle
  private let target: String
  private let partial: String
  private let log: String

  /// Pixels of the film: even both ways, as H.264 and VP9 want it.
  private let size: (columns: Int, rows: Int)

  /// How many of ffmpeg's last lines are quoted.
  private static let quotedLines = 3

  /// Starts ffmpeg.
  ///
  /// - Parameters:
  ///   - format: The kind of film.
  ///   - target: The path of the film.
  ///   - raster: The first frame, whose size all have.
  ///   - framesPerSecond: The rate.
  ///   - path: Where ffmpeg is looked for, as in the variable `PATH`.
  ///   - processes: Those of the run, which ffmpeg joins.
  /// - Throws: `UsageError` if there is no ffmpeg, `DiskError` if the folder cannot be written,
  ///   `CancellationError` if the run was broken off.
  init(
    _ format: FilmFormat, at target: String, of raster: Raster, framesPerSecond: Int,
    searching path: String, among processes: FilmProcesses
  ) throws {
    let program = try Self.program(searching: path)
    // When ffmpeg gives up, a write must fail and not end this program.
    signal(SIGPIPE, SIG_IGN)
    self.target = target
    self.processes = processes
    size = (raster.columns + raster.columns % 2, raster.rows + raster.rows % 2)
    let folder = Disk.folder(of: target)
    try Disk.makeFolder(folder)
    Disk.removeAbandonedFiles(in: folder)
    let name = Disk.name(of: target)
    partial = Disk.join(folder, ".\(name).partial-\(getpid())")
    log = Disk.join(folder, ".\(name).log.partial-\(getpid())")
    guard FileManager.default.createFile(atPath: log, contents: nil),
      let errors = FileHandle(forWritingAtPath: log)
    else { throw DiskError("write", target, number: errno) }
    self.errors = errors
    process.executableURL = URL(filePath: program)
    process.arguments =
      [
        "-v", "error", "-nostdin", "-y", "-f", "rawvideo", "-pix_fmt", "bgr0", "-s",
        "\(size.columns)x\(size.rows)", "-r", String(framesPerSecond), "-i", "pipe:0",
      ] + format.arguments + [partial]
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    do {
      try processes.enter(process, files: [partial, log])
    } catch {
      unlink(log)
      if error is CancellationError { throw error }
      throw DiskError("make", target, reason: "ffmpeg cannot be started: \(error)")
    }
    try? input.fileHandleForReading.close()
  }

  /// The path of ffmpeg.
  ///
  /// - Throws: `UsageError` that names the package if there is none.
  static func program(searching path: String) throws(UsageError) -> String {
    let found = path.split(separator: ":").map { Disk.join(String($0), "ffmpeg") }
      .first { access($0, X_OK) == 0 && Disk.isFile($0) }
    guard let found else {
      throw UsageError(
        "a film needs ffmpeg, which is not found; 'apt-get install ffmpeg' installs it, and "
          + "'--format png', '--format pdf' and '--filmstrip' do without")
    }
    return found
  }

  /// Hands over the next frame.
  ///
  /// - Throws: `DiskError` with ffmpeg's own words if it has given up.
  func add(_ raster: Raster) throws {
    let raster = raster.evened
    guard (raster.columns, raster.rows) == size else {
      abandon()
      throw DiskError(
        "make", target,
        reason: "a frame has \(raster.columns)x\(raster.rows) pixels, the first "
          + "\(size.columns)x\(size.rows)")
    }
    // Blue, green, red and a zero: the bytes of a pixel from the lowest.
    let bytes = raster.pixels.map { $0.littleEndian }.withUnsafeBytes { Data($0) }
    do {
      try input.fileHandleForWriting.write(contentsOf: bytes)
    } catch {
      throw failure()
    }
  }

  /// Waits until the film is whole, and puts it in its place.
  func finish() throws {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw failure()
    }
    let isPlaced = rename(partial, target) == 0
    let number = errno
    clearAway()
    guard isPlaced else { throw DiskError("write", target, number: number) }
  }

  /// Stops ffmpeg and removes what there is of the film.
  func abandon() {
    try? input.fileHandleForWriting.close()
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    clearAway()
  }

  private func clearAway() {
    processes.leave(process)
    try? errors.close()
    unlink(log)
    unlink(partial)
  }

  /// Why ffmpeg has given up, once it has ended.
  private func failure() -> DiskError {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    let lines = ((try? Disk.text(at: log)) ?? "").split(separator: "\n")
    let words = lines.suffix(Self.quotedLines).joined(separator: "\n  ")
    let end =
      process.terminationReason == .exit
      ? "exit code \(process.terminationStatus)" : "signal \(process.terminationStatus)"
    clearAway()
    return DiskError(
      "make", target, reason: "ffmpeg ended with \(end)" + (words.isEmpty ? "" : ":\n  " + words))
  }
}

extension Raster {
  /// The picture with its last column and its last row once more where their number is odd.
  fileprivate var evened: Raster {
    guard columns % 2 == 1 || rows % 2 == 1 else { return self }
    let (width, height) = (columns + columns % 2, rows + rows % 2)
    var pixels: [UInt32] = []
    pixels.reserveCapacity(width * height)
    for row in 0..<height {
      let start = min(row, rows - 1) * columns
      pixels += self.pixels[start..<start + columns]
      if width > columns { pixels.append(self.pixels[start + columns - 1]) }
    }
    return Raster(columns: width, rows: height, pixels: pixels, isSmooth: isSmooth)
  }
}
