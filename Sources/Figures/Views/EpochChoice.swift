import Lessons
import Tracing

/// The epochs that a figure shows: numbers, and `last` for the end of the training.
struct EpochChoice: Sendable {
  private enum Item: Sendable {
    case epoch(Int, LocatedText)
    case last
  }

  private let items: [Item]

  /// The end of the training only.
  static let last = EpochChoice(items: [.last])

  private init(items: [Item]) { self.items = items }

  /// Decodes the field `name`: a number, `last`, or a list of them; the end where it is missing.
  init(_ name: String, in reader: inout SectionReader) throws(LessonError) {
    guard reader.has(name) else {
      self = .last
      return
    }
    let texts = try reader.values(name)
    guard !texts.isEmpty else {
      throw reader.error(
        "'\(name)' is empty", at: name, help: "write a number from 0 on, or 'last'")
    }
    var items: [Item] = []
    for text in texts {
      if text.text == "last" {
        items.append(.last)
      } else if let epoch = Int(text.text), epoch >= 0 {
        items.append(.epoch(epoch, text))
      } else {
        throw text.error(
          "'\(text.text)' is no epoch", help: "write a number from 0 on, or 'last'")
      }
    }
    self.init(items: items)
  }

  /// Decodes the field `name` of a figure that shows one epoch; the end where it is missing.
  static func one(_ name: String, in reader: inout SectionReader) throws(LessonError)
    -> EpochChoice
  {
    if reader.has(name), try reader.values(name).count != 1 {
      throw reader.error(
        "'\(name)' wants one epoch", at: name, help: "write a number from 0 on, or 'last'")
    }
    return try EpochChoice(name, in: &reader)
  }

  /// The field's declaration.
  static func field(_ name: String, isList: Bool = true) -> Field {
    let item = Field.Kind.oneOf([.integer(min: 0), .choice(["last"])])
    return Field(
      name, isList ? .oneOf([item, .list(of: item)]) : item,
      summary: "epochs to show: numbers from 0 on, or 'last'", defaultText: "last")
  }

  /// The epochs that the lesson names by number.
  var numbers: [LocatedText] {
    items.compactMap { if case .epoch(_, let text) = $0 { text } else { nil } }
  }

  /// The moments that must be kept.
  var schedule: TraceSchedule {
    .epochs(
      items.compactMap { item in
        if case .epoch(let epoch, _) = item { epoch } else { nil }
      })
  }

  /// The steps of a trace, in the order of the lesson file.
  ///
  /// - Throws: A `FigureError` at the number of an epoch that the trace does not have.
  func steps(of trace: Trace) throws(FigureError) -> [TraceStep] {
    var steps: [TraceStep] = []
    for item in items {
      switch item {
      case .last: steps.append(trace.last)
      case .epoch(let epoch, let text):
        guard let step = trace.step(atEpoch: epoch) else {
          throw .noEpoch(text, in: trace.scenario, endingAt: trace.epochCount)
        }
        steps.append(step)
      }
    }
    return steps
  }
}
