import Languages
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
    // Each combination of the other axes, with any value on this one.
    var combinations: [[SweepSetting]] = [[]]
    for (index, other) in sweep.axes.enumerated() {
      let settings = index == place ? Array(other.settings.prefix(1)) : other.settings
      combinations = combinations.flatMap { before in settings.map { before + [$0] } }
    }
    parts = combinations.map { settings in
      let others = settings.indices.filter { $0 != place }.map { settings[$0] }
      return Part(
        title: others.map { words.name(of: $0) }.joined(separator: " · "),
        groups: axis.settings.map { setting in
          var own = settings
          own[place] = setting
          return sweep.combination(own).map { Array(sweep.members(of: $0)) } ?? []
        })
    }
  }

  /// The axis' values as numbers; nil if one is none.
  var numbers: [Double]? {
    let numbers = axis.settings.compactMap { $0.number }
    return numbers.count == axis.settings.count ? numbers : nil
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
    var parts = sweep.facts(words)
    if diverged > 0 { parts.append(words(.divergedCount, String(diverged))) }
    return parts.joined(separator: " · ")
  }
}
