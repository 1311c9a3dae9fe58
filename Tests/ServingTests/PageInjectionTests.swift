import Serving
import Testing

struct PageInjectionTests {
  @Test func `a served page has one script more, at the end of its body`() throws {
    let text = Site().answer("/").text
    let parts = text.split(separator: "<script>", omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    #expect(parts[0] == "<html><body><p>Lessons</p>")
    #expect(parts[1].hasSuffix("</script>\n</body></html>\n"))
    #expect(parts[1].contains("\"revision\":\"first\""))
  }

  @Test func `the last end of a body counts, in small or capital letters`() {
    let text = Site().answer("/xor/").text
    #expect(text.hasPrefix("<html><BODY>One</body> and <script>"))
    #expect(text.hasSuffix("</script>\n</BODY>\n</html>"))
  }

  @Test func `a page without a body has the script at its end`() {
    let text = Site().answer("/two%20words/").text
    #expect(text.hasPrefix("<p>No body</p><script>"))
    #expect(text.hasSuffix("</script>\n"))
  }

  @Test func `the script can end nowhere but at its end`() {
    var site = Site()
    site.files = ["index.html": ""]
    site.channel.publish(SiteStatus(revisions: ["index.html": "</script><script>alert(1)"]))
    let text = site.answer("/").text
    #expect(text.split(separator: "</script", omittingEmptySubsequences: false).count == 2)
    #expect(text.contains(#""revision":"\u003c/script\u003e\u003cscript\u003ealert(1)""#))
  }
}
