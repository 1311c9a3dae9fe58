import ArgumentParser
import Chalkline

extension ExitCode {
  /// `check` found an error.
  static let findings = ExitCode(1)
  /// A lesson, or everything, could not be built.
  static let couldNotBuild = ExitCode(2)
  /// The user broke it off, as shells number it.
  static let interrupted = ExitCode(130)
}

/// Runs `body`; prints what it throws, and turns it into the exit code that stands for it.
func reportingFailures(to terminal: Terminal, _ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let error as ExitCode {
    throw error
  } catch let interruption as Interruption {
    terminal.clear()
    terminal.print(interruption)
    // Jobs that were begun still run: the program does not wait for them, nor tidy up around them.
    Terminal.leave(with: .interrupted)
  } catch let error as UsageError {
    terminal.clear()
    terminal.print("error: \(error)")
    throw ExitCode.validationFailure
  } catch let error as CourseError {
    terminal.clear()
    terminal.print(error)
    throw ExitCode.couldNotBuild
  } catch let finding as Finding {
    terminal.clear()
    terminal.print(finding)
    throw ExitCode.couldNotBuild
  } catch {
    terminal.clear()
    terminal.print("error: \(error)")
    throw ExitCode.couldNotBuild
  }
}
