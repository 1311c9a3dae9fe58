import Files
import Lessons
import Serving

/// A course that is built, watched, and shown to browsers on this machine.
public struct CourseServer: Sendable {
  /// Where a server listens unless it is told otherwise, or where the search for a free port starts.
  public static let usualPort: UInt16 = 7070

  private let watch: CourseWatch
  private let server: LoopbackServer
  private let channel = ReloadChannel()

  /// The address of the first page.
  public var address: String { server.address }

  /// Starts to serve the output of a course as it is now.
  ///
  /// - Parameters:
  ///   - watch: The course.
  ///   - port: Where to listen; if nil, the first free port from the usual one on.
  ///   - warn: Called with a line that says what is wrong with the server.
  /// - Throws: `UsageError` if there is no port to listen at.
  public init(
    _ watch: CourseWatch, port: UInt16?, warn: @escaping @Sendable (String) -> Void
  ) throws {
    self.watch = watch
    let folder = ServedFolder(path: watch.output)
    do {
      server = try LoopbackServer(
        at: port.map { .exactly($0) } ?? .from(Self.usualPort), through: channel,
        tell: { warn($0.description) }, file: { folder.bytes(at: $0) })
    } catch {
      throw UsageError(error.description)
    }
  }

  /// Builds after every change and tells open pages, until the task is cancelled.
  ///
  /// - Parameter tell: Called after every build, by one task at a time.
  public func run(_ tell: @escaping @Sendable (Rebuild) -> Void) async {
    await watch.run(
      showing: { shown in
        channel.publish(
          SiteStatus(
            revisions: PageRevisions.of(shown.manifest),
            problems: shown.findings.map { Problem($0) }))
      },
      { rebuild in
        channel.publish(status(after: rebuild))
        tell(rebuild)
      })
    // This task is cancelled by now, and would cut short what is still to be said.
    await Task { await server.stop() }.value
  }

  private func status(after rebuild: Rebuild) -> SiteStatus {
    var status = channel.status
    // A build that had nothing to do has shown nothing: its pages are those that lie there.
    if let manifest = watch.manifest { status.revisions = PageRevisions.of(manifest) }
    status.problems = rebuild.findings.map { Problem($0) }
    return status
  }
}

extension CourseWatch {
  /// What lies in the output folder now; nil if it cannot be looked at.
  fileprivate var manifest: Manifest? {
    guard let target = try? OutputFolder(output, apartFrom: lessons.path, onlyLooking: true) else {
      return nil
    }
    return memory.manifest(in: target)
  }
}

extension Problem {
  fileprivate init(_ finding: Finding) {
    self.init(
      severity: finding.severity.rawValue,
      place: finding.location.map { "\($0.file):\($0.line):\($0.column)" },
      message: finding.message, line: finding.excerpt, column: finding.location?.column ?? 1,
      help: finding.help)
  }
}
