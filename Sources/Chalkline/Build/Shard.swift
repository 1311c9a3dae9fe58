import Figures
import Tracing

/// One of several equal parts of a course, each built by a job of its own: `2/5`.
///
/// A part is made of whole groups: scenarios and figures of a lesson that hang together, so that
/// nothing is trained twice. Which group goes where depends on the lessons alone.
public struct Shard: Equatable, Sendable, CustomStringConvertible {
  /// Which part, from 1.
  public let number: Int
  /// How many there are.
  public let count: Int

  /// Makes the part `number` of `count`; nil unless it is one of them.
  public init?(_ number: Int, of count: Int) {
    guard count >= 1, (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Reads `2/5`; nil if it is something else.
  public init?(_ text: String) {
    let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let number = numbers[0], let count = numbers[1] else { return nil }
    self.init(number, of: count)
  }

  /// As it is written: `2/5`.
  public var description: String { "\(number)/\(count)" }

  /// What of `parts` this job builds.
  ///
  /// The heaviest group goes to the job with the least to do so far, and so on down.
  func share(of parts: [LessonPart], _ forms: ImageForms) -> [LessonPart] {
    let groups = parts.enumerated().flatMap { index, part in
      part.lesson.findings.isEmpty ? ShardGroup.groups(of: part, lesson: index, forms) : []
    }
    var loads = [Double](repeating: 0, count: count)
    var own: [ShardGroup] = []
    for group in groups.sorted(by: { $0.precedes($1) }) {
      let least = loads.indices.min { loads[$0] < loads[$1] } ?? 0
      loads[least] += group.work
      if least == number - 1 { own.append(group) }
    }
    return parts.enumerated().map { index, part in
      let groups = own.filter { $0.lesson == index }
      let figures = Set(groups.flatMap { $0.figures })
      return LessonPart(
        lesson: part.lesson, figures: part.figures.filter { figures.contains($0.id) },
        numbers: Set(groups.flatMap { $0.scenarios }), isWhole: false, isShare: true, prose: [])
    }
  }
}

/// Scenarios and figures of a lesson of which none can be made without another one's training.
private struct ShardGroup {
  let lesson: Int
  /// Its place among the groups of the lesson.
  let place: Int
  var figures: [String]
  var scenarios: [String]
  let work: Double

  func precedes(_ other: ShardGroup) -> Bool {
    (-work, lesson, place) < (-other.work, other.lesson, other.place)
  }

  static func groups(of part: LessonPart, lesson: Int, _ forms: ImageForms) -> [ShardGroup] {
    let schedules = part.lesson.schedules
    // Every scenario starts alone; a figure joins those that it draws.
    var sets = part.lesson.scenarios.map { Set([$0.name]) }
    for figure in part.figures {
      let drawn = Set(figure.scenarioNames)
      let joined = sets.filter { !$0.isDisjoint(with: drawn) }
      guard let first = sets.firstIndex(where: { !$0.isDisjoint(with: drawn) }) else { continue }
      sets[first] = joined.reduce(into: []) { $0.formUnion($1) }
      let whole = sets[first]
      sets.removeAll { $0 != whole && $0.isSubset(of: whole) }
    }
    let free = part.figures.filter { $0.scenarioNames.isEmpty }
    let found = sets.map { names in
      (figures: part.figures.filter { !names.isDisjoint(with: $0.scenarioNames) }, names: names)
    }
    let all = found + free.map { (figures: [$0], names: []) }
    return all.enumerated().map { place, group in
      let scenarios = part.lesson.scenarios.filter { group.names.contains($0.name) }
      let training = scenarios.reduce(0.0) { work, scenario in
        work + scenario.work(keeping: schedules[scenario.name] ?? .ends)
      }
      let pictures = Double(group.figures.count * forms.pictures.count)
      return ShardGroup(
        lesson: lesson, place: place, figures: group.figures.map { $0.id },
        scenarios: scenarios.map { $0.name }, work: training + pictures * BuildJob.workOfPicture)
    }
  }
}
