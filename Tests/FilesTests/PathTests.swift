import TestFolders
import Files
import Testing

/// A path with the folder that it lies in and its last part.
private let paths: [(path: String, folder: String, name: String)] = [
  ("a/b/c", "a/b", "c"), ("/a/b", "/a", "b"), ("ab", "", "ab"), ("a/한", "a", "한"),
  // One character, which Foundation's own function crashes on.
  ("c", "", "c"), ("é", "", "é"), ("한", "", "한"), ("/c", "/", "c"), ("./c", ".", "c"),
  (".", "", "."), ("..", "", ".."), ("../c", "..", "c"),
  // Slashes at the end, and several in a row.
  ("a/b/c/", "a/b", "c"), ("c/", "", "c"), ("c//", "", "c"), ("/c//", "/", "c"),
  ("a//b", "a", "b"), ("//c", "/", "c"),
  // The root lies in itself; nothing lies nowhere.
  ("/", "/", ""), ("//", "/", ""), ("", "", ""),
  // A slash that is one letter with what stands before it is a slash still.
  ("a\u{0600}/", "", "a\u{0600}"), ("a/\u{0301}b", "a", "\u{0301}b"),
]

struct PathTests {
  @Test(arguments: paths.map { ($0.path, $0.folder) })
  func `the folder of a path is what stands before its last part`(path: String, folder: String) {
    #expect(Array(Disk.folder(of: path).utf8) == Array(folder.utf8))
  }

  @Test(arguments: paths.map { ($0.path, $0.name) })
  func `the name of a path is its last part`(path: String, name: String) {
    #expect(Array(Disk.name(of: path).utf8) == Array(name.utf8))
  }

  @Test(arguments: [
    ("", "c", "c"), (".", "c", "c"), ("a", "b", "a/b"), ("a/", "b", "a/b"), ("/", "a", "/a"),
    ("/a", "b/c", "/a/b/c"), ("..", "c", "../c"), ("a", "", "a/"),
  ])
  func `parts are joined by one slash`(folder: String, name: String, path: String) {
    #expect(Disk.join(folder, name) == path)
  }

  @Test(arguments: ["a/b/c", "/a/b", "c", "/c", "../c", "a/\u{0301}b", "한/글"])
  func `folder and name joined are the path again`(path: String) {
    #expect(Disk.join(Disk.folder(of: path), Disk.name(of: path)) == path)
  }

  @Test(arguments: [
    ("/a/b", "/a", true), ("/a", "/a", true), ("/a", "/", true), ("/", "/", true),
    ("/ab", "/a", false), ("/a", "/a/b", false), ("/b/a", "/a", false),
    // What looks the same is another folder if its bytes are others.
    ("/\u{E9}/a", "/\u{E9}", true), ("/e\u{301}/a", "/\u{E9}", false),
    ("/e\u{301}", "/\u{E9}", false),
    ("/a/\u{301}b", "/a", true),
  ])
  func `inside is what has the whole of the outer path before it`(
    inner: String, outer: String, isInside: Bool
  ) {
    #expect(Disk.isInside(inner, outer) == isInside)
  }

  @Test func `the real path of what is not there yet is where it would be`() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("real/deep")
    try folder.link("link", to: folder.path("real"))
    #expect(Disk.nearestRealPath(folder.path("link/deep/a/b")) == folder.path("real/deep/a/b"))
    #expect(Disk.nearestRealPath(folder.path("link/")) == folder.path("real"))
    #expect(Disk.realPath(folder.path("real/a")) == nil)
    #expect(Disk.nearestRealPath("") == Disk.realPath("."))
    #expect(Disk.nearestRealPath("/") == "/")
  }

  @Test(arguments: ["a", "é", "a/", "a/b/c", "a//b/", "한/글"])
  func `a folder is made with those around it, however it is written`(name: String) throws {
    let folder = try TemporaryFolder()
    for _ in 1...2 { try Disk.makeFolder(folder.path(name)) }
    #expect(Disk.isFolder(folder.path(name)))
  }

  @Test(arguments: ["", ".", "/"])
  func `a folder that is always there need not be made`(path: String) throws {
    try Disk.makeFolder(path)
  }

  @Test(arguments: ["file", "file/a", "file/a/b"])
  func `a file is in the way of a folder`(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "file")
    let error = #expect(throws: DiskError.self) { try Disk.makeFolder(folder.path(name)) }
    #expect(
      error
        == DiskError(
          "make the folder", folder.path("file"), reason: "there is a file of that name"))
    #expect(folder.text("file") == "mine")
  }
}
