import Reporting
import Testing

struct SafetyTests {
  static let attacks = [
    "<script>alert(1)</script>",
    "text <script>alert(1)</script> text",
    "<img src=x onerror=alert(1)>",
    "<div onclick=\"alert(1)\">\n\n# t\n\n</div>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](vbscript:alert(1)) <javascript:alert(1)>",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](javascript:alert(1))",
    "![\"><script>alert(1)</script>](figures/line.svg)",
    "![x](figures/line.svg \"\\\"><script>alert(1)</script>\")",
    "[x](y \"\\\" onclick=\\\"alert(1)\")",
    "<!-- --><script>alert(1)</script><!-- -->",
    "<!--><script>alert(1)</script>-->",
    "<?php alert(1) ?> <![CDATA[<script>alert(1)</script>]]> <!DOCTYPE x>",
    "```\"><script>alert(1)</script>\n</code><script>alert(1)</script>\n```",
    "| <script>alert(1)</script> |\n|---|\n| <b onclick=alert(1)> |",
    "@fig-line\"><script>alert(1)</script>",
    "# <script>alert(1)</script>",
    "{{{style}}} {{#home}}{{target}}{{/home}}",
  ]

  @Test(arguments: attacks)
  func `prose brings no script into a page`(prose: String) throws {
    let page = try Sample.page(prose)
    #expect(page["script"].isEmpty)
    for element in page.elements {
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") }, "\(element)")
      for name in ["href", "src", "srcset"] {
        let target = element.attributes[name]?.lowercased() ?? ""
        #expect(!target.contains("script:") && !target.hasPrefix("data:text"), "\(element)")
      }
    }
  }

  @Test func `HTML in prose is shown as the text that it is`() throws {
    let page = try Sample.page("a <b>c</b>\n\n<div>\nd\n</div>")
    #expect(page.texts("p").prefix(2) == ["a <b>c</b>", "<div>\nd\n</div>\n"])
  }

  @Test func `titles and captions are escaped`() throws {
    let text = "</title><script>\"'&"
    var report = Sample.report(
      "![](figures/line.svg)", figures: [Sample.figure("line", caption: text)])
    report.title = text
    report.lessons[0].title = text
    let page = try Sample.page(of: report)
    #expect(page["script"].isEmpty)
    #expect(page.texts("title") == ["\(text) · \(text)"])
    #expect(page.texts("figcaption").first?.contains(text) == true)
  }

  @Test func `a page asks no other machine for anything`() throws {
    let page = try Sample.page("# T\n\n![](figures/line.svg)\n\n![](https://example.org/a.png)")
    for target in ["src", "srcset", "href"].flatMap(page.values) {
      #expect(!target.contains("http") && !target.hasPrefix("/"), "\(target)")
    }
    #expect(!page.source.contains("url(") && !page.source.contains("@import"))
  }

  @Test func `deeply nested prose is a page too`() throws {
    let page = try Sample.page(String(repeating: "> ", count: 500) + "deep")
    #expect(page["blockquote"].count == 500)
  }
}
