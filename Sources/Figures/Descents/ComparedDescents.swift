import Languages
import Lessons
import Networks
import Tracing
import Wording

/// The descents that a figure compares, all on one function.
enum ComparedDescents {
  /// - Throws: A `FigureError` at the scenario that descends another function than the first.
  static func descents(
    _ scenarios: [LocatedText], of outcomes: Outcomes
  ) throws(FigureError) -> [Descent] {
    var descents: [Descent] = []
    for name in scenarios {
      let descent = try outcomes.value(of: name, as: Descent.self)
      if let first = descents.first, first.field != descent.field {
        throw FigureError(
          "scenario '\(name.text)' descends \(descent.field.name), and '\(scenarios[0].text)' "
            + "\(first.field.name)", at: name.location,
          help: "a figure compares descents on one function; make a figure for each")
      }
      descents.append(descent)
    }
    return descents
  }

  /// The function, and for each descent its rule and how many updates it makes.
  static func note(_ descents: [Descent], titles: [String], _ words: Words) -> [String] {
    let field = descents[0].field
    let formula = field.formula.replacing(every: " - ", with: " − ")
    let function = (field.dimension == 1 ? "f(x) = " : "f(x, y) = ") + formula
    let isAsLong = Set(descents.map { $0.spec.steps }).count == 1
    let rules = descents.map { descent in
      words.name(of: descent.optimizer) + (isAsLong ? "" : ", " + steps(of: descent, words))
    }
    let named = Set(rules).count > 1 ? zip(titles, rules).map { $0 + ": " + $1 } : [rules[0]]
    return [function] + named + (isAsLong ? [steps(of: descents[0], words)] : [])
  }

  /// The same where the learning rates stand elsewhere: one line if all else is equal.
  static func noteBesideRates(
    _ descents: [Descent], titles: [String], _ words: Words
  ) -> [String] {
    let all = note(descents, titles: titles, words)
    let first = descents[0].spec
    let isAlike = descents.allSatisfy {
      $0.spec.optimizer.name == first.optimizer.name && $0.spec.steps == first.steps
    }
    guard isAlike, descents[0].rateLimit != nil else { return all }
    return [all[0], first.optimizer.name, steps(of: descents[0], words)]
  }

  private static func steps(of descent: Descent, _ words: Words) -> String {
    words(.updates, String(descent.spec.steps))
  }
}
