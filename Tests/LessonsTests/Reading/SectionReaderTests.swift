import Lessons
import Testing

struct SectionReaderTests {
  @Test func `values come as they were written`() throws {
    var reader = try reader(
      of: "{epochs: 2e3, rate: .5, shuffle: false, activation: relu, weights: [1, -2.5e-1]}")
    #expect(try reader.integer("epochs") == 2000)
    #expect(try reader.number("rate") == 0.5)
    #expect(try reader.boolean("shuffle") == false)
    #expect(try reader.string("activation") == "relu")
    #expect(try reader.numbers("weights") == [1, -0.25])
    #expect(throws: Never.self) { try reader.finish() }
  }

  @Test func `defaults stand in for absent fields`() throws {
    var reader = try reader(of: "{epochs: 1}")
    #expect(try reader.number("rate", default: 0.1) == 0.1)
    #expect(try reader.boolean("shuffle", default: true))
    #expect(try reader.string("activation", default: "tanh") == "tanh")
    #expect(try reader.numbers("weights", default: [1]) == [1])
    #expect(try reader.optionalLocalizedText("caption") == nil)
  }

  @Test func `one value counts as a list of one`() throws {
    var reader = try reader(of: "{weights: 3, layers: 2 tanh}")
    #expect(try reader.numbers("weights") == [3])
    #expect(try reader.values("layers").map { $0.text } == ["2 tanh"])
  }

  @Test func `a plain text is the same in every language`() throws {
    var reader = try reader(of: "{caption: 하나}")
    let caption = try reader.localizedText("caption")
    #expect(caption["en"] == "하나" && caption["ko"] == "하나" && caption.languages.isEmpty)
  }

  @Test func `a text in one language is missing in the other`() throws {
    var reader = try reader(of: "{caption: {en: one}}")
    let caption = try reader.localizedText("caption")
    #expect(caption["en"] == "one" && caption["ko"] == nil)
    #expect(caption.missing(from: ["ko", "en"]) == ["ko"])
  }

  @Test func `a list may mix scalars and sections`() throws {
    var reader = try reader(of: "{layers: [2 tanh, {units: 3}]}")
    let items = try reader.items("layers")
    guard case .text(let text) = items[0], case .section(var layer) = items[1] else {
      Issue.record("expected a text and a section")
      return
    }
    #expect(text.words.map { $0.text } == ["2", "tanh"])
    #expect(try layer.integer("units") == 3)
  }

  @Test func `a section may be read as a whole`() throws {
    struct Layer: SectionDecodable, Equatable {
      static let fields = layerFields
      var units: Int
      init(from reader: inout SectionReader) throws(LessonError) {
        units = try reader.integer("units")
      }
    }
    var reader = try reader(of: "{train: {units: 3}}")
    #expect(try reader.decode("train", as: Layer.self)?.units == 3)
  }

  @Test func `a scalar in place of a section is given to an owner who asks`() throws {
    var reader = try reader(of: "small")
    #expect(reader.shorthand()?.text == "small")
    #expect(throws: Never.self) { try reader.finish() }
  }

  @Test func `an error of the owner points at the value, or at the section without one`() throws {
    let reader = try reader(of: "{epochs: 1}")
    #expect(reader.error("m", at: "epochs").location.column == 18)
    #expect(reader.error("m", at: "rate").location.column == 3)
  }

  @Test func `a field that nobody took is refused at its name`() throws {
    var reader = try reader(of: "{epochs: 1, rate: 1}")
    _ = try reader.integer("epochs")
    #expect(
      printed { try reader.finish() } == """
        lessons/xor/lesson.yaml:3:21: error: 'rate' does not apply in scenario 'demo'
          3 |   demo: {epochs: 1, rate: 1}
            |                     ^
        """)
  }
}
