import CMarkGFM
import Prose
import Reporting
import Testing

/// Pages hold the very HTML that cmark itself would write.
struct MarkdownTests {
  @Test(arguments: [
    "Plain, with **bold**, *emphasis*, ***both***, `code` and \"quotes\" -- and so on...",
    "A hard  \nbreak, a soft\none and\\\nanother <https://a.b/c?d=e&f> <me@a.b>",
    "[link](a%20b?c=d&e='f'[g]\\ü^`|{} \"t&<>'\") [l](<a b> 'q\"q') [x](javascript:x) [y](DATA:z)",
    "[png](data:image/png;x) [svg](data:image/svg;x) [none]() [f](file:x) [r]\n\n[r]: u (t)",
    "### Third `c`\n\n#### Fourth\n##### Fifth\n###### Sixth",
    "- tight\n- list\n  with a line\n\n  ```swift x\n  let a = \"<b>\" & 'c'\n  ```\n- end",
    "- loose\n\n- list\n  1. one\n  2. two\n     > quote\n- [a](b)\n\n7. seven\n8. eight",
    "- a\n  - b\n    - c\n\n      d\n- e\n-\n- ### f",
    "> quote\n> - list\n>\n> > deeper\nlazy\n\n***\n\n    indented <code>\n\n\n    more",
    "| a | *b* | c | d |\n|---|:--|--:|:-:|\n| 1 | `x|` | 3 |\n| a \\| b | 2 | 3 | 4 | 5 |\n\nend",
    "| only |\n|---|\n\ntext\n| a |\n|---|\n| b |\n> - | c |\n>   |---|\n>   | d |",
    "~~~ \"a\" b\nx\n~~~\n\n```\n\n```\n\n```text\nopen",
    "&lt;a&gt; &amp;amp; \\< \\& &copy; &#0; a\0b \u{FEFF}\u{A0}é 가 😀 \u{2028} 'a' don't \"b 'c' d\"",
    "a_b_c *a**b*c** **a*b**c* __x__ _y_ *(z)* ~~no~~ www.a.b https://a.b",
    "1986\\. A\n\n10) x\n\n12) y\n\n-  \n\n  z\n\n\ttab\n\n+ p\n\n* q",
  ])
  func `blocks and inlines are written byte for byte as cmark writes them`(text: String) throws {
    let page = try #require(HTMLReport(of: Sample.report(text)).page(ofLesson: "and")).text
    let article = try #require(page.firstRange(of: "<h1>One &lt;line&gt;</h1>\n"))
    let end = try #require(page.firstRange(of: "\n</article>"))
    let body = String(page[article.upperBound..<end.lowerBound])
    #expect(body.withoutFrames == html(of: text))
  }

  @Test func `every level of a heading is kept but for a second title`() throws {
    let page = try Sample.page("# a\n\n## b\n\n# c\n\n> # d\n\n###### e")
    #expect(page.texts("h1") == ["a"])
    #expect(page.texts("h2").prefix(3) == ["b", "c", "d"])
    #expect(page.texts("h6") == ["e"])
  }

  /// What cmark makes of a text without figures, HTML and formulas.
  private func html(of text: String) -> String {
    let options = CMARK_OPT_SMART | CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(options) else { return "" }
    defer { cmark_parser_free(parser) }
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"))
    let bytes = Array(text.utf8).map { CChar(bitPattern: $0) }
    cmark_parser_feed(parser, bytes, bytes.count)
    let document = cmark_parser_finish(parser)
    defer { cmark_node_free(document) }
    guard let html = cmark_render_html(document, options, nil) else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    return String(cString: html)
  }
}

extension String {
  /// The text without the frames in which tables scroll.
  fileprivate var withoutFrames: String {
    replacing(#/<div class="table"[^>]*>\n/#, with: "")
      .replacing("</table>\n</div>\n", with: "</table>\n")
  }
}
