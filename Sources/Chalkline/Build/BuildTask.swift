import Building
import Lessons

/// Something that a build does, as people are told of it.
enum BuildTask: Hashable, Sendable {
  /// To train a scenario, to compute it, or to read what is kept of it.
  case outcome(lesson: String, scenario: String, OutcomeManner)
  /// To draw a figure, `xor#boundary`.
  case figure(String)
  /// To draw the frames of a figure.
  case animation(String)
  /// To write the numbers of a scenario.
  case numbers(lesson: String, scenario: String)
  /// To write a file of a document or a page.
  case document(path: String)
  case page(path: String)

  /// What is to be done: `draw xor#boundary`.
  var description: String {
    switch self {
    case .outcome(let lesson, let scenario, let manner): "\(manner.rawValue) \(lesson) \(scenario)"
    case .figure(let name): "draw \(name)"
    case .animation(let name): "animate \(name)"
    case .numbers(let lesson, let scenario): "write the numbers of \(lesson) \(scenario)"
    case .document(let path), .page(let path): "write \(path)"
    }
  }

  /// What it is done to, as the subject of `is stale`, and whether that is more than one thing.
  var subject: (name: String, isPlural: Bool) {
    switch self {
    case .outcome(let lesson, let scenario, _): ("\(lesson) \(scenario)", false)
    case .figure(let name): ("figure \(name)", false)
    case .animation(let name): ("the frames of \(name)", true)
    case .numbers(let lesson, let scenario): ("the numbers of \(lesson) \(scenario)", true)
    case .document(let path), .page(let path): (path, false)
    }
  }

  /// The order in which tasks of different kinds are told.
  fileprivate var rank: Int {
    switch self {
    case .outcome: 0
    case .figure: 1
    case .animation: 2
    case .numbers: 3
    case .document: 4
    case .page: 5
    }
  }
}

/// Tasks with the reasons for them, each once.
struct BuildTasks: Sendable {
  /// In the order in which they are told.
  private(set) var all: [(task: BuildTask, reasons: [Reason])] = []

  /// The tasks of outputs: those of one figure in several languages and formats are one task.
  init(_ outputs: [(output: ProductName, reasons: [Reason])], _ course: Course) {
    var places: [BuildTask: Int] = [:]
    for (output, reasons) in outputs.inOrder(of: course) {
      guard let task = courseProductsByKind[output.kind]?.task(of: output, in: course)
      else { continue }
      let place = places[task] ?? all.count
      if place == all.count {
        places[task] = place
        all.append((task, []))
      }
      for reason in reasons where !all[place].reasons.contains(where: { $0.says(reason) }) {
        all[place].reasons.append(reason)
      }
    }
    // Sorting is stable: the order of the course stays within each kind.
    all.sort { $0.task.rank < $1.task.rank }
  }

  /// The reasons of one kind of task, a line each: `xor#boundary: scenario 'hidden' changed`.
  func lines(_ name: (BuildTask) -> String?) -> [String] {
    all.compactMap { task, reasons in
      name(task).map { "\($0): \(reasons.map { $0.description }.joined(separator: ", "))" }
    }
  }
}

extension [(output: ProductName, reasons: [Reason])] {
  /// As they are, but pages language by language, that of the course first.
  fileprivate func inOrder(of course: Course) -> Self {
    let pages = enumerated().filter { $0.element.output.isPage }.sorted {
      let (one, other) = ($0.element.output, $1.element.output)
      func place(_ page: ProductName, _ offset: Int) -> (Int, Int, Int) {
        let language = course.languages.firstIndex { $0 == page.language } ?? 0
        return (language, page.lesson == nil ? 0 : 1, offset)
      }
      return place(one, $0.offset) < place(other, $1.offset)
    }
    return filter { !$0.output.isPage } + pages.map { $0.element }
  }
}

extension Reason {
  /// Whether it is told in the same words.
  fileprivate func says(_ other: Reason) -> Bool { description == other.description }
}
