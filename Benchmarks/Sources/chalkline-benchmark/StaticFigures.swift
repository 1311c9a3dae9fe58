import Drawings
import Plotting
import Rendering

/// The twenty figures of W5, each as PNG, SVG and PDF.
struct StaticFigures {
  func run(writing out: OutputFolder, _ stopwatch: Stopwatch, prefix: String = "") throws {
    let pictures = try stopwatch(prefix + "setup") { try Pictures() }
    for (index, figure) in Self.all.enumerated() {
      let name = "fig" + String(100 + index).dropFirst()
      let drawing = stopwatch(prefix + "build") {
        figure().drawing(measuring: pictures.measurer)
      }
      for format in ImageFormat.allCases {
        try stopwatch(prefix + format.rawValue) {
          try out.write(pictures.file(drawing, format, name, title: name), "\(name).\(format)")
        }
      }
    }
  }

  /// Six functions one by one and together, two of losses, three descents, three truth tables, two
  /// networks, a boundary, a bowl and two curves.
  private static var all: [() -> Plot] {
    FunctionFigures.names.indices.map { index in { FunctionFigures.one(index) } }
      + [FunctionFigures.panels, FunctionFigures.losses, FunctionFigures.crossEntropy]
      + [(0.1, 20), (0.9, 20), (0.01, 20)].map { rate, steps in
        { DescentFigures.parabola(rate: rate, steps: steps) }
      }
      + [("AND", [0, 0, 0, 1]), ("OR", [0, 1, 1, 1]), ("XOR", [0, 1, 1, 0])].map { name, answers in
        { TableFigures.truthTable(name, answers) }
      }
      + [[2, 4, 1], [3, 5, 5, 2]].map { sizes in { NetworkFigures.diagram(sizes) } }
      + [NetworkFigures.boundary, DescentFigures.momentum, DescentFigures.lossCurves]
  }
}

extension Plot {
  /// A plot of one page of 960 by 720 pixels.
  static func page(
    _ title: String, keys: [Key] = [], panels: [Panel], columns: Int? = nil
  ) -> Plot {
    Plot(
      theme: .slide, size: Pictures.page(960, 720), title: title, keys: keys, panels: panels,
      columns: columns)
  }
}
