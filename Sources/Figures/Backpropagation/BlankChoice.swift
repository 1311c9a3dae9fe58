import Lessons
import Networks

/// Which places of an exercise are left open.
struct BlankChoice: Sendable {
  private enum Kind: Sendable {
    case all
    case results
    case quantities(Set<WorkedStep.Quantity>)
  }

  /// What is open in one line.
  enum Opening: Equatable { case nothing, result, numbersAndResult }

  private let kind: Kind
  private let count: Int?
  private let seed: UInt64

  static let fields: [Field] = [
    Field(
      "blanks",
      .oneOf([
        .choice(["all", "results"]),
        .list(of: .choice(WorkedStep.Quantity.allCases.map(\.rawValue))),
      ]),
      summary: "what is left open: all, results, or quantities such as [delta, weights]",
      defaultText: "results"),
    Field(
      "count", .integer(min: 1), summary: "how many of these lines are open, drawn by 'draw-seed'",
      defaultText: "all of them"),
    Field("draw-seed", .integer(min: 0), summary: "seed of the draw", defaultText: "0"),
  ]

  init(from reader: inout SectionReader) throws(LessonError) {
    let words = try reader.values("blanks")
    if let word = words.first, words.count == 1, word.text == "all" {
      kind = .all
    } else if words.isEmpty || words.count == 1 && words[0].text == "results" {
      kind = .results
    } else {
      var quantities: Set<WorkedStep.Quantity> = []
      for word in words {
        quantities.insert(
          try word.choice(of: "quantity", from: WorkedStep.Quantity.allCases) { $0.rawValue })
      }
      kind = .quantities(quantities)
    }
    count = try reader.optionalInteger("count")
    seed = UInt64(try reader.integer("draw-seed", default: 0))
  }

  /// What is open in each line.
  func openings(of steps: [WorkedStep]) -> [Opening] {
    let full = steps.map { step -> Opening in
      switch kind {
      case .all: .numbersAndResult
      case .results: .result
      case .quantities(let chosen): chosen.contains(step.quantity) ? .numbersAndResult : .nothing
      }
    }
    let open = full.indices.filter { full[$0] != .nothing }
    guard let count, count < open.count else { return full }
    var generator = SeededGenerator(seed: seed)
    let kept = Set(generator.shuffled(open.count).prefix(count).map { open[$0] })
    return full.indices.map { kept.contains($0) ? full[$0] : .nothing }
  }
}
