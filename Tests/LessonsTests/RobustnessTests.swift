import Lessons
import Testing

/// Whatever is done to a file, it is read, or refused with an error that points into it.
struct RobustnessTests {
  private static let good = """
    # yaml-language-server: $schema=../lesson.schema.json
    title: {en: One line is not enough, ko: "직선 하나로는 \\"부족하다\\""}
    scenarios:
      demo:
        epochs: 20
        rate: 0.5
        layers: [2 tanh, {units: 1, activation: 'sigmoid'}]
        caption: >
          folded
          text
        weights:
          - 1.5
          - -2e-3
        train: {units: 3}
    figures:
      boundary: {kind: decision-boundary, epochs: [0, 50, last]}
    """

  /// Reads everything there is; the result is whether anything was refused.
  private func isRefused(_ bytes: [UInt8]) throws -> Bool {
    do {
      let lesson = try Lesson(parsing: bytes, named: file, id: "xor")
      for section in lesson.scenarios {
        var reader = SectionReader(section, fields: sampleFields)
        try readEverything(&reader)
      }
      return false
    } catch let errors as LessonErrors {
      try #require(!errors.errors.isEmpty)
      for error in errors.errors { try check(error, in: bytes) }
    } catch let error as LessonError {
      try check(error, in: bytes)
    }
    return true
  }

  private func check(_ error: LessonError, in bytes: [UInt8]) throws {
    let source = SourceText(String(decoding: bytes, as: UTF8.self), file: file)
    try #require(!error.message.isEmpty && "\(error)".hasPrefix("\(file):"))
    try #require((1...source.lineCount).contains(error.location.line))
    let width = source.line(error.location.line).unicodeScalars.count
    try #require((1...width + 1).contains(error.location.column))
  }

  @Test func `the sample is good`() throws {
    #expect(try !isRefused(Array(Self.good.utf8)))
  }

  @Test func `a file cut at any byte is read or refused`() throws {
    let bytes = Array(Self.good.utf8)
    let refused = try bytes.indices.filter { try isRefused(Array(bytes[..<$0])) }
    // Most cuts leave something open, but a cut after a whole line may be good.
    #expect(refused.count > bytes.count / 3)
  }

  @Test func `a file without any one line is read or refused`() throws {
    let lines = Self.good.split(separator: "\n")
    for index in lines.indices {
      let rest = lines.enumerated().filter { $0.offset != index }.map { $0.element }
      _ = try isRefused(Array(rest.joined(separator: "\n").utf8))
    }
  }

  @Test(arguments: 0..<8)
  func `a file with swapped, changed and repeated bytes is read or refused`(seed: UInt64) throws {
    var dice = Dice(state: seed)
    for _ in 0..<400 {
      var bytes = Array(Self.good.utf8)
      for _ in 0...dice.roll(4) { mutate(&bytes, with: &dice) }
      _ = try isRefused(bytes)
    }
  }

  private static let strange = Array(
    "[]{}:,-?&*!|>'\"%@`#\t\r\n\\ 0~<=\u{0}\u{7F}：\u{A0}\u{2028}한\u{FEFF}".utf8)

  private func mutate(_ bytes: inout [UInt8], with dice: inout Dice) {
    let index = dice.roll(bytes.count)
    let byte = Self.strange[dice.roll(Self.strange.count)]
    switch dice.roll(5) {
    case 0: bytes.swapAt(index, dice.roll(bytes.count))
    case 1: bytes[index] = byte
    case 2: bytes.insert(byte, at: index)
    case 3: bytes.remove(at: index)
    default: bytes.insert(contentsOf: bytes[index..<min(index + 40, bytes.count)], at: index)
    }
  }

  @Test func `a file of random bytes is refused`() throws {
    for length in 1...300 {
      let bytes = (0..<length).map {
        UInt8(truncatingIfNeeded: ($0 + length) &* 2_654_435_761 >> 7)
      }
      #expect(try isRefused(bytes))
    }
  }
}

/// Random numbers that are the same in every run.
private struct Dice {
  var state: UInt64

  /// A number from 0 to below `sides`.
  mutating func roll(_ sides: Int) -> Int {
    // The multiplier and the increment of Knuth's MMIX generator.
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}
