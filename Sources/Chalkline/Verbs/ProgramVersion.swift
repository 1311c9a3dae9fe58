import Foundation

/// The version that a program says it has.
enum ProgramVersion {
  /// The first number with a point in the first line that the program prints; nil if it prints none.
  static func ask(_ program: String, _ argument: String) -> String? {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = [argument]
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    guard (try? process.run()) != nil else { return nil }
    let output = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    let line = String(decoding: output, as: UTF8.self).prefix { $0 != "\n" }
    return line.firstMatch(of: /[0-9]+\.[0-9][0-9.]*/).map { String($0.output) }
  }
}
