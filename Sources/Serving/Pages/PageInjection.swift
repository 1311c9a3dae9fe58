import Languages

/// A page with one script more than the file has.
enum PageInjection {
  /// `page` with `script` before the end of its body, or at its very end if the body has none.
  static func page(_ page: [UInt8], with script: String) -> [UInt8] {
    let element = Array("<script>\n\(script)\n</script>\n".utf8)
    let end = lastEndOfBody(in: page) ?? page.count
    return page[..<end] + element + page[end...]
  }

  private static func lastEndOfBody(in page: [UInt8]) -> Int? {
    let tag = Array("</body".utf8)
    var start = page.count - tag.count
    while start >= 0 {
      // Letters of a tag's name differ from their capitals by one bit.
      if zip(page[start...], tag).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { return start }
      start -= 1
    }
    return nil
  }
}

/// What stands in for a page that is not built yet: nothing but the script that waits for it.
enum EmptyPage {
  private static let paragraphs = Language.all.map { language in
    "<p lang=\"\(language.code)\">\(language[.notBuilt] ?? "")</p>"
  }.joined(separator: "\n")

  static let bytes = Array(
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Not built yet</title>
    <link rel="icon" href="data:," />
    </head>
    <body>
    <main>
    \(paragraphs)
    </main>
    </body>
    </html>

    """.utf8)
}
