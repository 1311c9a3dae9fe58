import ArgumentParser
import Chalkline

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look at the fonts and programs that Chalkline finds here.")

  func run() async throws {
    let doctor = Doctor(searching: Terminal.searchPath)
    print(doctor.text)
    if !doctor.isHealthy { throw ExitCode.couldNotBuild }
  }
}
