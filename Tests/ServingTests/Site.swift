import Serving

/// A few files in memory, and what is answered about them.
struct Site {
  let channel = ReloadChannel(
    SiteStatus(revisions: ["index.html": "first", "xor/index.html": "second"]))
  var files: [String: String] = [
    "index.html": "<html><body><p>Lessons</p></body></html>\n",
    "xor/index.html": "<html><BODY>One</body> and </BODY>\n</html>",
    "xor/figures/en/line.svg": "<svg/>", "two words/index.html": "<p>No body</p>",
  ]

  /// The answer to a request of this machine.
  func answer(_ target: String, method: String = "GET", host: String? = "127.0.0.1:7070")
    -> Answer
  {
    let files = files
    let responder = Responder(through: channel) { path in
      files[path.description].map { Array($0.utf8) }
    }
    return responder.answer(method, target, host: host, port: 7070)
  }
}

extension Answer {
  /// The body as text; empty for events.
  var text: String {
    if case .bytes(let bytes) = body { String(decoding: bytes, as: UTF8.self) } else { "" }
  }
}
