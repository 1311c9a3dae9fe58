import Chalkline
import Foundation
import Serving
import Testing

struct ServedFolderTests {
  @Test func `plain files are had, also deep below`() throws {
    let fixture = try LessonFixture(["a.txt": "one", "b/c/d.txt": "two"])
    #expect(try text("/a.txt", of: fixture) == "one")
    #expect(try text("/b/c/d.txt", of: fixture) == "two")
    #expect(try text("/b/c", of: fixture) == nil)
    #expect(try text("/a.txt/x", of: fixture) == nil)
    #expect(try text("/nothing", of: fixture) == nil)
  }

  @Test func `no link is followed, wherever it leads and wherever it stands in a path`() throws {
    let fixture = try LessonFixture(["a.txt": "one", "b/c.txt": "two"])
    try Data("secret".utf8).write(to: fixture.root.appending(path: "secret.txt"))
    for (link, target) in [
      ("out.txt", "../secret.txt"), ("in.txt", "a.txt"), ("up", ".."), ("b/far", "/etc"),
    ] {
      try FileManager.default.createSymbolicLink(
        atPath: fixture.path("lessons/\(link)"), withDestinationPath: target)
    }
    for target in ["/out.txt", "/in.txt", "/up/secret.txt", "/up/lessons/a.txt", "/b/far/passwd"] {
      #expect(try text(target, of: fixture) == nil, "\(target)")
    }
  }

  @Test func `what is no file keeps nobody waiting`() throws {
    let fixture = try LessonFixture(["a.txt": "one"])
    #expect(mkfifo(fixture.path("lessons/pipe"), 0o666) == 0)
    #expect(try text("/pipe", of: fixture) == nil)
  }

  @Test func `the folder itself may be a link, and may come later`() throws {
    let fixture = try LessonFixture(["a.txt": "one"])
    let folder = ServedFolder(path: fixture.path("later"))
    let path = try #require(ServedPath(target: "/a.txt"))
    #expect(folder.bytes(at: path) == nil)
    try FileManager.default.createSymbolicLink(
      atPath: fixture.path("later"), withDestinationPath: "lessons")
    #expect(folder.bytes(at: path) == Array("one".utf8))
  }

  private func text(_ target: String, of fixture: LessonFixture) throws -> String? {
    let path = try #require(ServedPath(target: target))
    return ServedFolder(path: fixture.path("lessons")).bytes(at: path).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}
