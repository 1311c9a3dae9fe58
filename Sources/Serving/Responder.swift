/// Answers requests out of one folder, and out of nothing else.
public struct Responder: Sendable {
  /// Where pages listen for changes; as a path of the folder it would be hidden.
  static let eventsPath = "/.chalkline/events"

  private let file: @Sendable (ServedPath) -> [UInt8]?
  private let channel: ReloadChannel

  /// Makes a responder.
  ///
  /// - Parameters:
  ///   - channel: What open pages are told.
  ///   - file: The bytes of the file at a path; nil if there is none that may be served.
  public init(through channel: ReloadChannel, file: @escaping @Sendable (ServedPath) -> [UInt8]?) {
    (self.channel, self.file) = (channel, file)
  }

  /// The answer to a request with this method, target and `Host`, to the server at `port`.
  public func answer(_ method: String, _ target: String, host: String?, port: Int) -> Answer {
    guard LoopbackHost.isOwn(host, port: port) else {
      return Answer(
        403, "This server answers only to \(LoopbackHost.names.joined(separator: ", ")).")
    }
    guard method == "GET" || method == "HEAD" else {
      var answer = Answer(405, "Only GET and HEAD are answered.")
      answer.headers.append(("Allow", "GET, HEAD"))
      return answer
    }
    if target.prefix(while: { $0 != "?" }) == Self.eventsPath { return events(target, method) }
    guard let path = ServedPath(target: target) else { return Answer(404, "Not found.") }
    if let bytes = file(path) { return answer(200, bytes, at: path) }
    if !path.isFolder, file(path.asFolder) != nil {
      // Links on the page start from its folder, so that the slash matters.
      var answer = Answer(302, "See \(path.asFolder.target)")
      answer.headers.append(("Location", path.asFolder.target))
      return answer
    }
    guard path.suffix == "html" else { return Answer(404, "Not found.") }
    return answer(404, EmptyPage.bytes, at: path)
  }

  private func answer(_ status: Int, _ bytes: [UInt8], at path: ServedPath) -> Answer {
    let type = ContentType.of(suffix: path.suffix)
    guard path.suffix == "html" else { return Answer(status, type, bytes) }
    let script = ReloadScript.text(revision: channel.status.revision(of: path))
    return Answer(status, type, PageInjection.page(bytes, with: script))
  }

  private func events(_ target: String, _ method: String) -> Answer {
    let query = target.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    let page = query.split(separator: "&").first { $0.hasPrefix("page=") }?.dropFirst(5)
    // The path comes encoded as a whole: `%2Fxor%2F`.
    guard method == "GET", let page, let path = ServedPath(target: "/" + page.unslashed) else {
      return Answer(400, "Which page?")
    }
    var answer = Answer(200, "text/event-stream", [])
    answer.body = .events(PageEvents(of: path, through: channel))
    return answer
  }
}

extension Substring {
  /// Without the slash at its start, plain or encoded.
  fileprivate var unslashed: Substring {
    if hasPrefix("/") { return dropFirst() }
    return lowercased().hasPrefix("%2f") ? dropFirst(3) : self
  }
}
