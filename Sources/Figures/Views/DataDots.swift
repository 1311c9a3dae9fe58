import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// A data set of two raw inputs as dots whose color and shape tell the class.
struct DataDots {
  let dataset: Dataset
  let theme: Theme

  /// Dots shrink where there are many, so that they stay apart.
  var scale: Double {
    let count = dataset.rowCount
    let steps = [(8, 1.25), (60, 0.9), (250, 0.65), (400, 0.5)]
    return steps.first { count <= $0.0 }?.1 ?? 0.38
  }

  /// One dot a row at places given by the caller, or at the raw inputs themselves.
  ///
  /// Rows `onTop` come last, so that none of the others covers them.
  func dots(
    at places: [Point]? = nil, ringed: Set<Int> = [], onTop: Set<Int> = []
  ) -> [Dot] {
    let rows = 0..<dataset.rowCount
    return (rows.filter { !onTop.contains($0) } + rows.filter(onTop.contains)).map { row in
      let place =
        places?[row] ?? Point(dataset.rawInputs[row, 0], dataset.rawInputs[row, 1])
      let ring = ringed.contains(row) ? theme.accent : nil
      guard !dataset.classes.isEmpty else {
        let target = dataset.targets[row, 0]
        return Dot(place, color: theme.signed((target + 1) / 2), scale: scale, ring: ring)
      }
      let class_ = dataset.classes[row]
      return Dot(
        place, shape: .ofClass(class_), color: theme.color(ofClass: class_), scale: scale,
        ring: ring)
    }
  }

  /// The inputs of each dot beside it, where there are only a few; dots on one place share a label.
  func names(
    at places: [Point]? = nil, within window: (x: ClosedRange<Double>, y: ClosedRange<Double>)
  )
    -> Mark
  {
    guard isTruthTable else { return .labels([]) }
    let reach = (
      x: (window.x.upperBound - window.x.lowerBound) * 0.04,
      y: (window.y.upperBound - window.y.lowerBound) * 0.04
    )
    var groups: [(place: Point, names: [String])] = []
    for row in 0..<dataset.rowCount {
      let input = dataset.rawInputs.row(row)
      let place = places?[row] ?? Point(input[0], input[1])
      let name = Shown.vector(input)
      let known = groups.firstIndex {
        ($0.place.x - place.x).magnitude < reach.x && ($0.place.y - place.y).magnitude < reach.y
      }
      if let known {
        groups[known].names.append(name)
      } else {
        groups.append((place, [name]))
      }
    }
    return .names(groups.map { (Self.shortened($0.names), $0.place) })
  }

  private var isTruthTable: Bool {
    dataset.rowCount <= 4 && dataset.rawInputs.values.allSatisfy { $0 == 0 || $0 == 1 }
  }

  /// Two names, and how many more there are.
  private static func shortened(_ names: [String]) -> String {
    let more = names.count > 2 ? " +\(names.count - 2)" : ""
    return names.prefix(2).joined(separator: " ") + more
  }

  /// What the dots' colors and shapes stand for.
  func keys(_ words: Words) -> [Key] {
    dataset.classNames.enumerated().map { index, name in
      .dot(.ofClass(index), theme.color(ofClass: index), words(.classNamed, name))
    }
  }

  /// The ticks of both axes: 0 and 1 where the inputs are a truth table, else round values.
  var ticks: Axis.TickChoice {
    dataset.rawInputs.values.allSatisfy { $0 == 0 || $0 == 1 } ? .fixed(.at([0, 1])) : .nice
  }

  /// The axis of raw input `column` over `domain`.
  func axis(_ column: Int, _ domain: ClosedRange<Double>) -> Axis {
    Axis(dataset.rawInputNames[column], domain: domain, ticks: ticks)
  }

  /// The part of the plane to show: the data with some room, more where there are only a few points.
  var window: (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    let room = dataset.rowCount <= 8 ? 0.45 : 0.12
    func widened(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
      let length = range.upperBound - range.lowerBound
      let extra = length > 0 ? length * room : 1
      return range.lowerBound - extra...range.upperBound + extra
    }
    return (widened(dataset.rawInputRange(0)), widened(dataset.rawInputRange(1)))
  }
}

extension Dataset {
  /// The rows whose class is not the one that `network` answers; none where the targets are numbers.
  func rowsAnsweredWrongly(by network: Network) -> Set<Int> {
    let outputs = network.forward(inputs).outputs
    return Set(
      (0..<rowCount).filter { accuracy(of: Matrix([outputs.row($0)]), rows: [$0]) == 0 })
  }
}
