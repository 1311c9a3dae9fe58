import ArgumentParser
import Chalkline

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the course in a browser while it is written.",
    discussion: """
      Builds, serves the output folder to this machine alone, and builds again after every change of \
      a lesson; open pages follow by themselves. What keeps a lesson from being built is shown over \
      its last good page. Ctrl-C ends it.
      """)

  @OptionGroup var lessons: LessonsArgument
  @OptionGroup var watching: WatchArguments

  @Option(name: .long, help: "The port. (default: the first free one from 7070 on)")
  var port: UInt16?

  @Flag(name: .long, help: "Open the first page in the browser.")
  var open = false

  func validate() throws {
    guard port != 0 else { throw ValidationError("--port must be 1 to 65535") }
  }

  func run() async throws {
    let terminal = Terminal.standardError
    let opener = open ? PageOpener() : nil
    try await reportingFailures(to: terminal) {
      let server = try CourseServer(watching.watch(try lessons.folder()), port: port) {
        terminal.print($0)
      }
      terminal.print("serving \(server.address)  (Ctrl-C to end)")
      try await Interruptible.run {
        await server.run { rebuild in
          terminal.print(rebuild)
          opener?.open(server.address)
        }
      }
      // A build that was broken off may still be busy with what nobody waits for.
      Terminal.leave(with: .interrupted)
    }
  }
}
