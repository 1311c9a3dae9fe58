import Drawings
import Networks
import Plotting
import Rendering
import Tracing

/// W4: how six initializers carry activations forward and gradients back through ten layers.
struct InitializerHistograms {
  private static let (samples, units, layers, bins) = (1000, 256, 10, 50)
  private static let initializers: [(String, WeightInitializer)] = [
    ("LeCun uniform", .lecunUniform), ("LeCun normal", .lecunNormal),
    ("Glorot uniform", .glorotUniform), ("Glorot normal", .glorotNormal),
    ("He uniform", .heUniform), ("He normal", .heNormal),
  ]

  func run(writing out: OutputFolder, _ stopwatch: Stopwatch) throws {
    var generator = SeededGenerator(seed: 5)
    let (inputs, targets, networks) = stopwatch("inputs") {
      let inputs = Self.normal(&generator)
      let targets = Self.normal(&generator)
      let networks = Self.initializers.map { _, initializer in
        Network(
          inputCount: Self.units,
          shapes: [LayerShape](
            repeating: LayerShape(units: Self.units, activation: .tanh, initializer: initializer),
            count: Self.layers), using: &generator)
      }
      return (inputs, targets, networks)
    }
    let pictures = try stopwatch("setup") { try Pictures() }
    var pass = ForwardPass()
    var gradients = Gradients()
    for (activation, name) in [(Activation.tanh, "tanh"), (.relu, "relu")] {
      var activations: [[Histogram]] = []
      var slopes: [[Histogram]] = []
      for var network in networks {
        for index in network.layers.indices { network.layers[index].activation = activation }
        stopwatch("forward+backward") {
          network.forward(inputs, into: &pass)
          network.backward(pass, against: targets, through: .halfSquaredError, into: &gradients)
        }
        stopwatch("histograms") {
          activations.append(pass.activations.dropFirst().map(Self.histogram))
          slopes.append(gradients.preActivations.map(Self.histogram))
        }
      }
      for (what, rows) in [("activations", activations), ("gradients", slopes)] {
        let title = "\(what), \(name)"
        let drawing = stopwatch("figure.build") {
          Self.plot(rows, title).drawing(measuring: pictures.measurer)
        }
        for format in [ImageFormat.png, .svg] {
          try stopwatch("figure.\(format)") {
            let file = "\(name)-\(what)"
            try out.write(
              pictures.file(drawing, format, file, title: title), "\(file).\(format)")
          }
        }
      }
    }
  }

  private static func normal(_ generator: inout SeededGenerator) -> Matrix {
    Matrix(
      rows: samples, columns: units,
      values: (0..<samples * units).map { _ in generator.normal() })
  }

  private static func histogram(_ matrix: Matrix) -> Histogram {
    .symmetric(of: matrix.values, bins: bins)
  }

  private static func plot(_ rows: [[Histogram]], _ title: String) -> Plot {
    var panels: [Panel] = []
    for (row, (histograms, initializer)) in zip(rows, initializers).enumerated() {
      for (layer, histogram) in histograms.enumerated() {
        panels.append(
          Panel(
            title: row == 0 ? "layer \(layer + 1)" : "", x: Axis(domain: histogram.range),
            y: Axis(layer == 0 ? initializer.0 : "", ticks: .fixed(.none)),
            marks: [
              .stairs(
                edges: histogram.edges, values: histogram.counts.map { Double($0) },
                color: Pictures.blue)
            ]))
      }
    }
    return Plot(
      theme: .paper, size: Pictures.page(1800, 1200), title: title, panels: panels,
      columns: layers, minimumPanelWidth: 40)
  }
}
