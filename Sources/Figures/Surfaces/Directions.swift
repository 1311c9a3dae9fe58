import Languages
import Lessons
import Networks
import Plotting
import Tracing
import Wording

/// Which plane of parameters a surface is drawn over.
enum Directions: Sendable {
  case random(seed: Int)
  case path
  case parameters(Int, Int, SourceLocation)

  /// Decodes `directions` and `draw-seed`; random ones where nothing is said.
  init(in reader: inout SectionReader) throws(LessonError) {
    let seed = try reader.integer("draw-seed", default: 0)
    let texts = try reader.values("directions")
    switch texts.map({ $0.text }) {
    case [], ["random"]: self = .random(seed: seed)
    case ["path"]: self = .path
    default: self = try Self.pair(texts, of: "directions", reader)
    }
  }

  /// Decodes two parameters; the first two where nothing is said.
  init(parameters name: String, in reader: inout SectionReader) throws(LessonError) {
    let texts = try reader.values(name)
    guard !texts.isEmpty else {
      self = .parameters(1, 2, reader.section.location)
      return
    }
    self = try Self.pair(texts, of: name, reader)
  }

  private static func pair(
    _ texts: [LocatedText], of name: String, _ reader: SectionReader
  ) throws(LessonError) -> Directions {
    guard texts.count == 2, let first = Int(texts[0].text), let second = Int(texts[1].text),
      first > 0, second > 0, first != second
    else {
      let words = name == "directions" ? "'random', 'path' or " : ""
      throw reader.error(
        "'\(name)' wants \(words)two parameters", at: name,
        help: "for example [1, 2]: the first two weights")
    }
    return .parameters(first, second, texts[0].location)
  }

  /// The plane through the end of a training; `path` is what principal components are taken of.
  func plane(
    of trace: Trace, path: [[Double]], at location: SourceLocation
  ) throws(FigureError) -> SurfacePlane {
    let network = trace.last.network
    switch self {
    case .random(let seed):
      return SurfaceDirections.random(seed: UInt64(seed)).plane(through: network)
    case .path:
      return SurfaceDirections.principal(of: path).plane(through: network)
    case .parameters(let first, let second, let place):
      guard max(first, second) <= network.parameterCount else {
        throw FigureError(
          "scenario '\(trace.scenario)' has \(counted(network.parameterCount, "parameter")), not "
            + "\(max(first, second))", at: place)
      }
      return SurfaceDirections.weights(first - 1, second - 1).plane(through: network)
    }
  }

  /// What the two axes are called.
  func axisNames(_ network: Network, _ words: Words) -> (String, String) {
    switch self {
    case .random: (words(.randomDirection, "1"), words(.randomDirection, "2"))
    case .path: (words(.principalComponent, "1"), words(.principalComponent, "2"))
    case .parameters(let first, let second, _):
      (network.parameterName(first - 1), network.parameterName(second - 1))
    }
  }
}

extension Network {
  /// What a parameter of the flat vector is called: `w₁` and `b` of a single unit, else with its
  /// layer, unit and input, as `w₂₁⁽¹⁾`.
  func parameterName(_ index: Int) -> String {
    var rest = index
    for (number, layer) in layers.enumerated() {
      let mark = layers.count > 1 ? "⁽" + NumberText.superscript(number + 1) + "⁾" : ""
      let isSingle = layers.count == 1 && layer.fanOut == 1
      if rest < layer.weights.values.count {
        let (unit, input) = (rest / layer.fanIn + 1, rest % layer.fanIn + 1)
        if isSingle { return layer.fanIn == 1 ? "w" : "w" + NumberText.subscript(input) }
        return "w" + NumberText.subscript(unit) + NumberText.subscript(input) + mark
      }
      rest -= layer.weights.values.count
      if rest < layer.fanOut {
        return isSingle ? "b" : "b" + NumberText.subscript(rest + 1) + mark
      }
      rest -= layer.fanOut
    }
    return ""
  }
}
