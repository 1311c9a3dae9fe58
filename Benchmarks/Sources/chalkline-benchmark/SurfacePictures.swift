import Drawings
import Foundation
import Networks
import Plotting
import Rendering
import Tracing

/// W3: the loss on a plane through a trained network's parameters, as contours and as a relief.
struct SurfacePictures {
  private static let steps = 101
  private let data: DataFolder

  init(_ data: DataFolder) { self.data = data }

  func run(writing out: OutputFolder, _ stopwatch: Stopwatch) throws {
    let training = try MoonTraining(data, "w3_init.f64", sizes: [2, 16, 16, 1])
    let network = stopwatch("train") { training.run() }
    try out.write(network.parameters, "params.f64")
    let grid = try stopwatch("grid") { try losses(around: network, training) }
    try out.write(grid.values, "surface.f64")
    let pictures = try stopwatch("setup") { try Pictures() }
    let contours = stopwatch("contour.build") {
      Self.contourPlot(grid).drawing(measuring: pictures.measurer)
    }
    for format in [ImageFormat.png, .svg, .pdf] {
      try stopwatch("contour.\(format)") {
        try out.write(
          pictures.file(contours, format, "surface", title: "loss surface"), "surface.\(format)")
      }
    }
    try stopwatch("surface3d.png") {
      let relief = Self.reliefPlot(grid).drawing(measuring: pictures.measurer)
      try out.write(
        pictures.file(relief, .png, "surface3d", title: "loss surface"), "surface3d.png")
    }
  }

  /// The losses, a row for each step along the second direction.
  private func losses(around network: Network, _ training: MoonTraining) throws -> Grid {
    let numbers = try data.doubles("w3_dirs.f64")
    let half = numbers.count / 2
    let directions = [numbers[..<half], numbers[half...]].map {
      DirectionNormalization.filter.scaled(Array($0), to: network, includesBiases: false)
    }
    let axis = Grid.axis(-1...1, count: Self.steps)
    let surface = LossSurface(
      on: SurfacePlane(
        origin: network.parameters, first: directions[0], second: directions[1]),
      alphas: axis, betas: axis,
      with: LossEvaluator(
        network, inputs: training.inputs, targets: training.targets, loss: .binaryCrossEntropy))
    let values = axis.indices.flatMap { beta in axis.indices.map { surface.losses[$0][beta] } }
    return Grid(xs: axis, ys: axis, values: values)
  }

  /// The levels of a geometric series from the least to the greatest loss.
  private static func levels(_ grid: Grid) -> [Double] {
    let range = grid.finiteRange ?? 0...1
    return (0...20).map { step in
      let share = Double(step) / 20
      return exp(log(range.lowerBound) * (1 - share) + log(range.upperBound) * share)
    }
  }

  private static func contourPlot(_ grid: Grid) -> Plot {
    let levels = levels(grid)
    let inner = Array(levels[1..<20])
    let colors = (0..<20).map { ColorRamp.viridis((Double($0) + 0.5) / 20) }
    let theme = Theme.paper
    let field = Panel(
      x: Axis("direction 1", domain: -1...1), y: Axis("direction 2", domain: -1...1),
      marks: [
        .bands(grid, levels: inner, colors: colors),
        .contours(grid, at: inner, color: theme.ink, width: 0.5), star,
      ])
    // The color bar: a field of one column that is its own scale.
    let bar = Grid(xs: [0, 1], ys: levels, values: levels.flatMap { [$0, $0] })
    let key = Panel(
      x: Axis(domain: 0...1, ticks: .fixed(.none)),
      y: Axis("loss", transform: .log, domain: levels[0]...levels[20]),
      marks: [.bands(bar, levels: inner, colors: colors)])
    return Plot(
      theme: theme, size: Pictures.page(1200, 900), title: "loss surface", panels: [field, key],
      columns: 2, columnWeights: [1, 0.04], minimumPanelWidth: 20)
  }

  private static var star: Mark {
    Mark(extent: Extent()) { frame, drawing in
      let center = frame.place(Point(0, 0))
      let corners = (0..<10).map { index in
        let (angle, radius) = (Double(index) * .pi / 5, index % 2 == 0 ? 7.0 : 2.8)
        return center.moved(radius * sin(angle), -radius * cos(angle))
      }
      drawing.fill(.polyline(corners, closed: true), Color(hex: 0xE8112D))
    }
  }

  private static func reliefPlot(_ grid: Grid) -> Plot {
    let range = grid.finiteRange ?? 0...1
    var heights = grid
    for index in heights.values.indices {
      heights.values[index] =
        (heights.values[index] - range.lowerBound) / (range.upperBound - range.lowerBound)
    }
    let relief = Relief(
      heights: heights, ramp: .viridis, levels: (1..<10).map { Double($0) / 10 },
      names: ("direction 1", "direction 2"))
    return Plot(
      theme: .paper, size: Pictures.page(1200, 900), title: "loss surface",
      keys: [.ramp(.viridis, domain: range, "loss")],
      panels: [Panel(x: .hidden(0...1), y: .hidden(0...1), marks: [.relief(relief)])])
  }
}
