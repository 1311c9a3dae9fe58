import Foundation

/// The built program, run as a user runs it, in a temporary folder that goes away with it.
final class Scratch: Sendable {
  /// What a run printed, and how it ended.
  struct Outcome: Equatable {
    var output: String
    var messages: String
    var exitCode: Int32
  }

  /// The folder.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "chalkline-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Runs `chalkline` with `arguments`; never on a terminal.
  func chalkline(_ arguments: String...) throws -> Outcome { try run(arguments) }

  /// Runs `chalkline`, or another program, in the folder or in one below it; never on a terminal.
  func run(_ arguments: [String], inside name: String = "", of program: String? = nil) throws
    -> Outcome
  {
    defer { withExtendedLifetime(self) {} }
    let process = Process()
    process.executableURL = try program.map { URL(filePath: $0) } ?? Self.program()
    process.arguments = arguments
    process.currentDirectoryURL = folder.appending(path: name)
    process.standardInput = FileHandle.nullDevice
    let scratch = folder.appending(path: ".streams-\(UUID())")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    // Files instead of pipes: a long answer cannot fill them up and wait for a reader.
    let streams = ["output", "messages"].map { scratch.appending(path: $0) }
    for stream in streams { try Data().write(to: stream) }
    process.standardOutput = try FileHandle(forWritingTo: streams[0])
    process.standardError = try FileHandle(forWritingTo: streams[1])
    try process.run()
    process.waitUntilExit()
    let texts = try streams.map { try String(contentsOf: $0, encoding: .utf8) }
    return Outcome(output: texts[0], messages: texts[1], exitCode: process.terminationStatus)
  }

  /// Starts `chalkline` and does not wait for it; what it says goes to the file `messages`.
  func start(_ arguments: String...) throws -> Process { try start(arguments) }

  private func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = try Self.program()
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let messages = folder.appending(path: "messages")
    try Data().write(to: messages)
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    return process
  }

  /// Starts `chalkline` and kills it after a while; it may have come to its end before.
  func kill(after time: Duration, _ arguments: String...) throws {
    let process = try start(arguments)
    let parts = time.components
    usleep(UInt32(parts.seconds) * 1_000_000 + UInt32(parts.attoseconds / 1_000_000_000_000))
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// The program lies beside the program that runs the tests.
  static func program() throws -> URL {
    let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let program = tests.deletingLastPathComponent().appending(path: "chalkline")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: program.path])
    }
    return program
  }

  /// Everything below a folder: bytes by path.
  func files(in name: String = "output") -> [String: Data] {
    let output = folder.appending(path: name).path
    let names = FileManager.default.enumerator(atPath: output)?.compactMap { $0 as? String }
    // The cache is no output: it holds times, and may be deleted.
    let outputs = (names ?? []).filter { !$0.hasPrefix(".chalkline") }
    return outputs.reduce(into: [:]) { files, name in
      var isFolder: ObjCBool = false
      let path = "\(output)/\(name)"
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
        files[name] = FileManager.default.contents(atPath: path)
      }
    }
  }

  /// Whether there is a file or a folder.
  func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }

  /// The text of a file.
  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// Names of what lies in a folder, except what is half-written; empty if there is none.
  func names(in name: String) -> [String] {
    let path = folder.appending(path: name).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { !$0.hasPrefix(".") }
  }

  /// Removes a file or a folder if it is there.
  func remove(_ name: String) {
    try? FileManager.default.removeItem(at: folder.appending(path: name))
  }

  /// Replaces a piece of a file, which must be there unless it is said that it need not.
  func edit(_ path: String, _ old: String, _ new: String, orNothing: Bool = false) throws {
    let file = folder.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    precondition(orNothing || text.contains(old), "'\(old)' is not in \(path)")
    // As editors save: a build that begins in this moment must not read a file that was only emptied.
    try Data(text.replacing(old, with: new).utf8).write(to: file, options: .atomic)
  }
}
