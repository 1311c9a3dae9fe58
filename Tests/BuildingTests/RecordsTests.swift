import TestFolders
import Building
import Files
import Foundation
import Testing

/// What is known of an output folder, and when it is not believed.
struct RecordsTests {
  /// A table with something of everything.
  private static var table: Records<Toy> {
    var inputs = BuildInputs()
    inputs.add("flour", "rye")
    inputs.add("water", "")
    let stamp = FileStamp(bytes: 3, written: 1_700_000_000_000_000_000, changed: -1, inode: .max)
    let facts = FileFacts(
      "png", language: "ko", theme: "paper", width: 640.5, height: .nan, dotsPerInch: 96)
    let file = FileRecord(
      path: "한/글.png", facts: facts, byteCount: 3, digest: Digest(of: "abc"), stamp: stamp)
    let bare = FileRecord(
      path: "a", facts: FileFacts("html"), byteCount: 0, digest: Digest(of: ""))
    var records = Records<Toy>()
    records["bread"] = Record(inputs: inputs, files: [file, bare], notes: [0, 255])
    records["rolls"] = Record(inputs: inputs, files: [])
    records["unknown"] = Record(inputs: nil, files: [bare])
    records["simple"] = Record(inputs: BuildInputs(), files: [])
    records.known = ["/usr/bin/oven": KnownFile(stamp: stamp, digest: Digest(of: "oven"))]
    records.standstill = Standstill(
      question: Digest(of: "?"), sources: ["a": Digest(of: "a"), "none": nil],
      counts: [1, -2])
    records.standstills = [
      "oven": Standstill(question: Digest(of: "!"), sources: ["b": nil], counts: [])
    ]
    return records
  }

  @Test func `a table is read as it was written`() throws {
    let read = try #require(Records<Toy>(decoding: Self.table.encoded()))
    // Without the number that is none, which differs from itself.
    #expect(read.encoded() == Self.table.encoded())
    #expect(read["bread"]?.files.first?.facts.height?.isNaN == true)
    #expect(read["bread"]?.inputs == Self.table["bread"]?.inputs)
    #expect(read["unknown"] == Self.table["unknown"])
    #expect(read["simple"] == Self.table["simple"])
    #expect(read.known == Self.table.known)
    #expect(read.standstill == Self.table.standstill)
    #expect(read.standstills == Self.table.standstills)
    #expect(Records<Toy>(decoding: Records<Toy>().encoded()) == Records())
  }

  @Test func `the same table gives the same bytes, in whatever order it was filled`() {
    let names = (0..<50).map { Toy("\($0)") }
    func table(_ names: [Toy]) -> Records<Toy> {
      names.reduce(into: Records()) { records, name in
        var inputs = BuildInputs()
        inputs.add("name", name.name)
        records[name] = Record(inputs: inputs, files: [])
        records.known[name.name] = KnownFile(
          stamp: FileStamp(bytes: 0, written: 0, changed: 0, inode: 0),
          digest: Digest(of: name.name))
      }
    }
    #expect(table(names).encoded() == table(names.reversed()).encoded())
  }

  @Test func `a table with any bit flipped counts as none`() {
    let whole = Self.table.encoded()
    for index in whole.indices {
      for bit in 0..<8 {
        var bytes = whole
        bytes[index] ^= 1 << bit
        #expect(Records<Toy>(decoding: bytes) == nil, "bit \(bit) of byte \(index)")
      }
    }
  }

  @Test func `a table that is cut, longer or foreign counts as none`() {
    let whole = Self.table.encoded()
    for count in whole.indices { #expect(Records<Toy>(decoding: Array(whole[..<count])) == nil) }
    for bytes in [whole + [0], whole + whole, Array("{}".utf8), [UInt8](repeating: 0, count: 999)] {
      #expect(Records<Toy>(decoding: bytes) == nil)
    }
  }

  @Test func `a table on the disk is read, and one that is damaged is an empty one`() throws {
    let folder = try TemporaryFolder()
    let output = try folder.output()
    #expect(Records<Toy>.read(from: output, at: "own/records") == Records())
    try Self.table.save(to: output, at: "own/records")
    #expect(Records<Toy>.read(from: output, at: "own/records").encoded() == Self.table.encoded())
    try folder.write("x", to: "own/records")
    #expect(Records<Toy>.read(from: output, at: "own/records") == Records())
  }

  @Test func `files are listed in the order of their paths`() {
    #expect(Self.table.files.map { $0.path } == ["a", "a", "한/글.png"])
  }

  @Test func `of two tables the second one is believed`() {
    var records = Records<Toy>()
    records["bread"] = Record(inputs: nil, files: [])
    records["soup"] = Record(inputs: nil, files: [])
    records.merge(Self.table)
    #expect(records["bread"]?.notes == [0, 255])
    #expect(records.outputs.count == 5)
    records.keep { name, _ in name == "soup" }
    #expect(records.outputs.keys.map { $0 } == ["soup"])
  }
}

extension RecordsTests {
  /// A folder with one file, and what is known of it.
  private func folder() throws -> (TemporaryFolder, OutputFolder, Records<Toy>, BuildInputs) {
    let folder = try TemporaryFolder()
    let output = try folder.output()
    _ = try output.write(Array("bread".utf8), to: "a")
    var inputs = BuildInputs()
    inputs.add("flour", "rye")
    var records = Records<Toy>()
    let file = FileRecord(
      path: "a", facts: FileFacts("txt"), byteCount: 5, digest: Digest(of: "bread"),
      stamp: output.stamp(of: "a"))
    records["bread"] = Record(inputs: inputs, files: [file])
    return (folder, output, records, inputs)
  }

  @Test func `an output is current while its inputs and its file are the same`() throws {
    var (folder, output, records, inputs) = try folder()
    defer { withExtendedLifetime(folder) {} }
    #expect(records.reasons(of: "bread", inputs, in: output) == [])
    let isUntouched = records.areUntouched(in: output)
    #expect(isUntouched)
  }

  @Test func `what nothing is known of is new`() throws {
    var (_, output, records, inputs) = try folder()
    #expect(records.reasons(of: "rolls", inputs, in: output) == [.new])
    records["bread"]?.inputs = nil
    #expect(records.reasons(of: "bread", inputs, in: output) == [.new])
  }

  @Test func `every input that changed is told before the files are looked at`() throws {
    var (folder, output, records, inputs) = try folder()
    try folder.remove("a")
    inputs.add("water", "")
    #expect(records.reasons(of: "bread", inputs, in: output) == [.changed("water")])
  }

  @Test func `a file that is gone, longer or other is a reason`() throws {
    var (folder, output, records, inputs) = try folder()
    for text in ["broad", "breads", ""] {
      try folder.write(text, to: "a")
      #expect(records.reasons(of: "bread", inputs, in: output) == [.altered(path: "a")])
      let isUntouched = records.areUntouched(in: output)
      #expect(!isUntouched)
    }
    try folder.remove("a")
    #expect(records.reasons(of: "bread", inputs, in: output) == [.missing(path: "a")])
    try folder.makeFolder("a")
    #expect(records.reasons(of: "bread", inputs, in: output) == [.missing(path: "a")])
    try folder.remove("a")
    try folder.write("bread", to: "b")
    try folder.link("a", to: folder.path("b"))
    #expect(records.reasons(of: "bread", inputs, in: output) == [.missing(path: "a")])
  }

  /// Other bytes, and everything about the file that anybody can set as it was.
  @Test func `a file with other bytes but the old size and time is altered`() throws {
    var (folder, output, records, inputs) = try folder()
    let stamp = try #require(output.stamp(of: "a"))
    let time = timespec(
      tv_sec: stamp.written / 1_000_000_000, tv_nsec: stamp.written % 1_000_000_000)
    // The clock of a file system goes in steps of a few milliseconds: until it has gone on.
    repeat {
      try folder.overwrite("a", with: "broad")
      var times = [time, time]
      try #require(utimensat(AT_FDCWD, folder.path("a"), &times, 0) == 0)
    } while output.stamp(of: "a") == stamp
    let now = try #require(output.stamp(of: "a"))
    #expect((now.bytes, now.written, now.inode) == (stamp.bytes, stamp.written, stamp.inode))
    #expect(records.reasons(of: "bread", inputs, in: output) == [.altered(path: "a")])
  }

  @Test func `a file that was copied or touched is read once, and known then`() throws {
    var (folder, output, records, inputs) = try folder()
    try folder.remove("a")
    try folder.write("bread", to: "a")
    #expect(records["bread"]?.files.first?.stamp != output.stamp(of: "a"))
    #expect(records.reasons(of: "bread", inputs, in: output) == [])
    #expect(records["bread"]?.files.first?.stamp == output.stamp(of: "a"))
    records["bread"]?.files[0].stamp = nil
    let isUntouched = records.areUntouched(in: output)
    #expect(isUntouched)
    #expect(records["bread"]?.files.first?.stamp == output.stamp(of: "a"))
  }
}

extension TemporaryFolder {
  /// Writes into the file that is there, so that it stays the same one.
  fileprivate func overwrite(_ name: String, with text: String) throws {
    let file = try FileHandle(forWritingTo: URL(filePath: path(name)))
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }
}
