import Serving
import Testing

struct ServedPathTests {
  @Test(arguments: [
    ("/", "index.html"), ("/xor/", "xor/index.html"), ("/index.ko.html", "index.ko.html"),
    ("/xor/figures/en/boundary.svg", "xor/figures/en/boundary.svg"),
    ("/xor/?page=2", "xor/index.html"), ("/xor/#top", "xor/index.html"),
    ("/two%20words.html", "two words.html"), ("/%EA%B0%95.html", "강.html"), ("/강.html", "강.html"),
    ("/a%2Fb.svg", "a/b.svg"), ("/v1..2.svg", "v1..2.svg"),
  ])
  func `a target names a file below the folder`(target: String, path: String) {
    #expect(ServedPath(target: target)?.description == path)
  }

  @Test(arguments: [
    "", "xor/", "http://127.0.0.1/", "/..", "/../secret", "/xor/../../secret", "/xor/..",
    "/%2e%2e/secret", "/%2E%2E%2Fsecret", "/.%2e/secret", "/xor/%2e%2e%2f%2e%2e%2fsecret",
    "/%252e%252e/secret", "/%25%32%65%25%32%65/secret", "/..%5csecret", "/xor\\..\\secret",
    "/..%c0%af..%c0%afsecret", "/%c0%ae%c0%ae/secret", "/index.html%00.svg", "/%00", "//etc/passwd",
    "/xor//boundary.svg", "/.", "/./index.html", "/.chalkline/cache", "/xor/.hidden",
    "/%2echalkline/cache", "/%2e", "/a%0ab", "/a%7fb", "/%", "/%4", "/%zz", "/%ff.html", "*",
  ])
  func `what could lead anywhere else names nothing`(target: String) {
    #expect(ServedPath(target: target) == nil)
  }
}
