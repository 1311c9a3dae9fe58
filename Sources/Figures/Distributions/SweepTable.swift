import Lessons
import Tracing

/// The trainings of a sweep sorted along one axis; the values of its other axes make panels.
struct SweepTable {
  /// The trainings with one combination of the other axes' values.
  struct Part {
    /// The other axes' values; empty if there are none.
    let title: String
    /// The trainings of each value of the axis, by seed.
    let groups: [[SweepMember]]
  }

  let sweep: Sweep
  let axis: SweepAxis
  let parts: [Part]

  static let axisField = Field(
    "axis", .string, summary: "which setting of the sweep runs along the axis",
    defaultText: "the first")

  /// Sorts a sweep along the axis that the lesson names, or along its first.
  ///
  /// - Throws: A `FigureError` if the sweep has no such axis.
  init(
    _ sweep: Sweep, along name: LocatedText?, of scenario: LocatedText, for kind: String,
    _ words: Words
  ) throws(FigureError) {
    guard let first = sweep.axes.first else {
      throw FigureError(
        "'\(kind)' compares settings; scenario '\(scenario.text)' sweeps over seeds only",
        at: scenario.location, help: "for example 'sweep: {seeds: 20, units: [2, 4, 8]}'")
    }
    let wanted = name?.text ?? first.name
    guard let place = sweep.axes.firstIndex(where: { $0.name == wanted }) else {
      let names = sweep.axes.map { $0.name }.joined(separator: ", ")
      throw FigureError(
        "scenario '\(scenario.text)' does not sweep over '\(wanted)'",
        at: name?.location ?? scenario.location, help: "it sweeps over \(names)")
    }
    self.sweep = sweep
    let axis = sweep.axes[place]
    self.axis = axis
    var combinations: [[String]] = [[]]
    for other in sweep.axes {
      let values = other.name == axis.name ? [""] : other.values
      combinations = combinations.flatMap { before in values.map { before + [$0] } }
    }
    parts = combinations.map { settings in
      let named = zip(sweep.axes, settings).filter { $0.0.name != axis.name }
      return Part(
        title: named.map { words.setting($0.0.name, $0.1) }.joined(separator: " · "),
        groups: axis.values.map { value in
          var own = settings
          own[place] = value
          return sweep.combination(own).map { Array(sweep.members(of: $0)) } ?? []
        })
    }
  }

  /// The axis' values as numbers; nil if one is none.
  var numbers: [Double]? {
    let numbers = axis.values.compactMap { Double($0) }
    return numbers.count == axis.values.count ? numbers : nil
  }

  /// Whether a training ended with what counts as learned; nil where nothing does.
  func isSolved(_ member: SweepMember) -> Bool? {
    sweep.threshold.map { threshold in
      member.finalAccuracy.map { $0 >= threshold } ?? (member.finalLoss <= threshold)
    }
  }

  /// How the trainings were done, for the small print.
  func note(_ words: Words) -> String {
    let diverged = sweep.members.filter { $0.diverged }.count
    var parts = [
      words(.seedsEach, String(sweep.seeds)), words(.epochs, String(sweep.epochCount)),
      words.name(of: sweep.loss), words.optimizer(sweep.optimizer),
    ]
    if diverged > 0 { parts.append(words(.divergedCount, String(diverged))) }
    return parts.joined(separator: " · ")
  }
}

extension Words {
  /// A setting of a sweep with its value, such as `8 units`.
  func setting(_ axis: String, _ value: String) -> String {
    switch axis {
    case "rows": self(.rowsSetting, value)
    case "units": self(.unitsSetting, value)
    case "layers": self(.layersSetting, value)
    case "rate": self(.rateSetting, value)
    case "batch": self(.batchSetting, value)
    case "initializer": initializer(value)
    default: value
    }
  }

  /// What a setting of a sweep is called beside an axis.
  func axis(_ name: String) -> String {
    switch name {
    case "rows": self(.rowsAxis)
    case "units": self(.unitsAxis)
    case "layers": self(.layersAxis)
    case "rate": self(.rateAxis)
    case "batch": self(.batchAxis)
    case "initializer": self(.initializerAxis)
    case "activation": self(.activation)
    default: name
    }
  }

  /// An initializer as lesson files write it, in words: `lecun-normal` as `LeCun, normal`.
  func initializer(_ name: String) -> String {
    let fixed = name.split(separator: " ")
    if fixed.count == 2 {
      switch fixed[0] {
      case "normal": return self(.normalOf, String(fixed[1]))
      case "uniform": return self(.uniformOf, String(fixed[1]))
      default: return self(.constantOf, String(fixed[1]))
      }
    }
    if name == "zeros" { return self(.zeroWeights) }
    let parts = name.split(separator: "-")
    let authors = ["lecun": "LeCun", "glorot": "Glorot", "he": "He"]
    guard parts.count == 2, let author = authors[String(parts[0])] else { return name }
    return self(parts[1] == "normal" ? .normalNamed : .uniformNamed, author)
  }
}
