import Lessons
import Networks
import Plotting
import Tracing

/// Which plane of parameters a surface is drawn over.
enum Directions: Sendable {
  case random(seed: Int)
  case path
  case parameters(Int, Int, LocatedText)

  /// Decodes `directions` and `draw-seed`; random ones where nothing is said.
  init(in reader: inout SectionReader) throws(LessonError) {
    let seed = try reader.integer("draw-seed", default: 0)
    let texts = try reader.values("directions")
    switch texts.map({ $0.text }) {
    case [], ["random"]: self = .random(seed: seed)
    case ["path"]: self = .path
    default:
      guard texts.count == 2, let first = Int(texts[0].text), let second = Int(texts[1].text),
        first > 0, second > 0, first != second
      else {
        throw reader.error(
          "'directions' wants 'random', 'path' or two parameters", at: "directions",
          help: "for example [1, 2]: the first two weights")
      }
      self = .parameters(first, second, texts[0])
    }
  }

  /// The plane through the end of a training.
  func plane(of trace: Trace, at location: SourceLocation) throws(FigureError) -> SurfacePlane {
    let network = trace.last.network
    switch self {
    case .random(let seed):
      return SurfaceDirections.random(seed: UInt64(seed)).plane(through: network)
    case .path:
      return SurfaceDirections.principal(of: trace.path).plane(through: network)
    case .parameters(let first, let second, let text):
      guard max(first, second) <= network.parameterCount else {
        throw FigureError(
          "scenario '\(trace.scenario)' has \(network.parameterCount) parameters, not "
            + "\(max(first, second))", at: text.location)
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

extension Trace {
  /// The parameters at each kept epoch, in order.
  var path: [[Double]] {
    steps.filter { $0.moment != .beforeUpdate }.map { $0.network.parameters }
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
