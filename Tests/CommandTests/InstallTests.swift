import Foundation
import Testing

struct InstallTests {
  @Test func `make install puts everything in its place below another root`() throws {
    let scratch = try Scratch()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let arguments = [
      "--directory", root.path, "DESTDIR=\(scratch.folder.path)/root", "PREFIX=/usr",
      "chalkline=\(try Scratch.program().path)",
    ]
    let install = try scratch.run(arguments + ["install"], of: "/usr/bin/make")
    #expect(install.exitCode == 0, "\(install.messages)")
    let files = [
      "bin/chalkline", "bin/chalkline-filter", "share/bash-completion/completions/chalkline",
      "share/fish/vendor_completions.d/chalkline.fish", "share/man/man1/chalkline.1",
      "share/zsh/site-functions/_chalkline",
    ]
    let found = scratch.files(in: "root/usr")
    #expect(found.keys.sorted() == files)
    #expect(found.values.allSatisfy { !$0.isEmpty })
    let version = try scratch.run(
      ["--version"], of: scratch.folder.appending(path: "root/usr/bin/chalkline").path)
    #expect(version.exitCode == 0)
    _ = try scratch.run(arguments + ["uninstall"], of: "/usr/bin/make")
    #expect(scratch.files(in: "root/usr").isEmpty)
  }
}
