import Lessons
import Testing

struct LocatedTextTests {
  /// The columns of the words of the first item, as `line:column`.
  private func places(of value: String) throws -> [String] {
    var reader = try reader(of: "{layers: \(value)}")
    let text = try #require(try reader.values("layers").first)
    return text.words.map { "\($0.text)@\($0.location.line):\($0.location.column)" }
  }

  @Test func `words of a plain scalar in a flow list have their own columns`() throws {
    #expect(try places(of: "[2  tanh]") == ["2@3:19", "tanh@3:22"])
  }

  @Test func `words after wide characters count one column each`() throws {
    #expect(try places(of: "[직선 tanh]") == ["직선@3:19", "tanh@3:22"])
  }

  @Test func `words in quotes are found behind the quote`() throws {
    #expect(try places(of: "['2 tanh']") == ["2@3:20", "tanh@3:22"])
  }

  @Test func `a doubled apostrophe is two columns of the file`() throws {
    #expect(try places(of: "['it''s so']") == ["it's@3:20", "so@3:26"])
  }

  @Test func `an escape is as long as it is written`() throws {
    #expect(try places(of: #"["\u00e9\\ so"]"#) == ["é\\@3:20", "so@3:29"])
  }

  @Test func `words on the second line of a folded scalar are found there`() throws {
    #expect(try places(of: "[2\n    tanh elu]") == ["2@3:19", "tanh@4:5", "elu@4:10"])
  }

  @Test func `words on the second line of a quoted scalar are found there`() throws {
    #expect(try places(of: "[\"2 \n    tanh\\\n     x\"]") == ["2@3:20", "tanhx@4:5"])
  }

  @Test func `words of a block scalar are found below its bar`() throws {
    let lesson = "title: t\nscenarios:\n  demo:\n    layers: |\n      2 tanh\n      elu\n"
    let section = try #require(try Lesson(parsing: lesson, named: file, id: "x").scenarios.first)
    var reader = SectionReader(section, fields: sampleFields)
    let words = try #require(try reader.value("layers")).words
    #expect(
      words.map { $0.location.description.split(separator: ".yaml:")[1] } == ["5:7", "5:9", "6:7"])
  }

  @Test func `a part of a part keeps its place`() throws {
    var reader = try reader(of: "{layers: ['2 tanh:3']}")
    let word = try #require(try reader.values("layers").first).words[1]
    let colon = try #require(word.text.firstIndex(of: ":"))
    let part = word[word.text.index(after: colon)..<word.text.endIndex]
    #expect(part.text == "3")
    #expect(part.location.column == 27)
    #expect(word.location(of: colon..<word.text.endIndex).column == 26)
  }

  @Test func `quoted and plain text are told apart`() throws {
    var reader = try reader(of: "{weights: ['3', 3, \"\", 4]}")
    #expect(try reader.values("weights").map { $0.isQuoted } == [true, false, true, false])
  }
}
