import Figures
import Plotting
import Testing

/// Traces that are valid but far from what a lesson shows.
struct HardScenarioTests {
  private static let twoClasses = [
    "{file: flat.csv, target: class}", "{file: vast.csv, target: class}",
    "{file: tiny.csv, target: class}", "xor", "{shape: moons, rows: 300}",
  ]
  private static let binary = [
    "network: {layers: [2 tanh, 1 sigmoid]}\n  train: {epochs: 3}",
    "network: {layers: [2 relu, 1 identity]}\n  loss: mse\n  train: {epochs: 60, rate: 1e6}",
    "network: {layers: [3 elu, 1 tanh]}\n  loss: mse\n  train: {epochs: 9, rate: 1e160}",
    "network: {layers: [2 identity, 2 softmax]}\n  train: {epochs: 0}",
    "network: {layers: [9 tanh, 8 relu, 7 gelu, 6 silu, 16 elu, 1 sigmoid]}\n  train: {epochs: 2}",
    "network: {layers: [2 tanh, 1 sigmoid], initializer: zeros}\n  train: {epochs: 0}",
  ]
  private static let numbers = [
    "{file: one.csv, target: v, task: regression}", "{shape: playground-plane, rows: 50}",
    "{file: far.csv, target: v, task: regression}",
  ]
  private static let predicting = [
    "network: {layers: [2 tanh, 1 identity]}\n  loss: mse\n  train: {epochs: 3}",
    "network: {layers: [2 identity, 1 identity]}\n  loss: mse\n  train: {epochs: 60, rate: 1e6}",
    "network: {layers: [3 relu, 1 identity], initializer: zeros}\n  loss: mse\n  train: {epochs: 0}",
  ]
  private static let files = [
    "one.csv": "x,y,v\n0.5,2,0.75\n", "flat.csv": "x,y,class\n1,3,a\n1,3,b\n1,3,a\n",
    "vast.csv": "x,y,class\n-1e300,1e290,a\n1e300,-1e290,b\n0,0,b\n",
    "far.csv": "x,y,v\n-1e300,1,1e290\n1e300,-1e300,-1e300\n0,0,0\n",
    "tiny.csv": "x,y,class\n1e-300,0,a\n2e-300,1e-310,b\n",
  ]
  /// The examples of one network, at the end of its training.
  private static let figures = FigureCatalog.all.map { $0.example }
    .filter { $0.contains("scenario: hidden-layer") && !$0.contains("scenario: perceptron") }
    .map { $0.replacing(/\nepochs: .*/, with: "").replacing(/\nrow: .*/, with: "") }

  /// What a kind that writes numbers out may say of a network that is too large for it, or of units
  /// that cannot be taken one by one.
  private static let refusals = [
    "51 columns; a table holds 20", "softmax in scenario 'hidden-layer' takes them together",
    "; 'matrix-view' draws at most", "; 'backprop-flow' draws at most",
    "makes no update in its first epoch", "; 'worked-table' takes at most",
    "; 'exercise-sheet' takes at most",
  ]

  /// Draws every kind in every theme, or is told plainly why not.
  private func draw(_ data: String, _ model: String) throws {
    let scenario = "hidden-layer:\n  data: \(data)\n  \(model)"
    for figure in Self.figures {
      let exhibit = try Exhibit(figure, scenarios: scenario, files: Self.files)
      for theme in Theme.all {
        do {
          #expect(try exhibit.drawing(.english, theme).strays == [])
        } catch let error as FigureError {
          let isExpected = Self.refusals.contains { error.message.contains($0) }
          #expect(isExpected, "\(figure): \(error.message)")
        }
      }
    }
  }

  @Test(arguments: twoClasses, binary)
  func `any network that classifies can be drawn`(data: String, model: String) throws {
    try draw(data, model)
  }

  @Test(arguments: numbers, predicting)
  func `any network that predicts can be drawn`(data: String, model: String) throws {
    try draw(data, model)
  }

  @Test(arguments: ["softmax", "sigmoid", "tanh"])
  func `any network of several outputs can be drawn`(activation: String) throws {
    let loss = activation == "softmax" ? "" : "loss: mse\n  "
    for train in ["{epochs: 0}", "{epochs: 40, rate: 1e100}"] {
      let model = "network: {layers: [3 identity, 4 \(activation)]}\n  \(loss)train: \(train)"
      try draw("{shape: blobs, rows: 12, centers: 4}", model)
    }
  }

  private static let starts = [
    "weights: [0, 0], bias: 0", "weights: [1e300, -1e300], bias: 1e300",
    "weights: [1e-300, 0], bias: 0", "weights: [0, 0], bias: -1000000",
  ]
  private static let rules = [
    "train: {epochs: 0}", "train: {epochs: 30, rate: 1e-9}", "train: {epochs: 30, rate: 1e12}",
    "train: {epochs: 30, order: [3]}", "train: {epochs: 30, order: [2, 2, 1]}",
  ]
  private static let perceptronFigures = [
    "kind: weight-orbit\nscenario: rule", "kind: perceptron-updates\nscenario: rule",
    "kind: decision-boundary\nscenario: rule\nepochs: [0, last]",
    "kind: network-diagram\nscenario: rule",
    "kind: loss-curve\nscenario: rule\naccuracy: true",
    "kind: table\ncontent: perceptron-updates\nscenario: rule",
    "kind: table\ncontent: forward-passes\nscenario: rule",
  ]

  @Test(arguments: starts, rules)
  func `any perceptron can be drawn or is refused`(start: String, rule: String) throws {
    for figure in Self.perceptronFigures {
      let scenario =
        "rule:\n  data: xor\n  model: perceptron\n  perceptron: {\(start)}\n  \(rule)"
      let complaint = complaint(figure, scenarios: scenario)
      guard complaint == "no complaint" else {
        #expect(complaint.hasSuffix("scenario 'rule' makes no correction"), "\(complaint)")
        continue
      }
      let exhibit = try Exhibit(figure, scenarios: scenario)
      for theme in Theme.all { #expect(try exhibit.drawing(.english, theme).strays == []) }
    }
  }

  @Test(arguments: FigureCatalog.all, Theme.all)
  func `on the smallest page everything still has a place`(
    kind: any Figure.Type, theme: Theme
  ) throws {
    let drawing = try Exhibit(kind.example + "\nsize: [60, 60]").drawing(.english, theme)
    // Not all of it is on so small a page.
    #expect(drawing.commands.allSatisfy { $0.points.allSatisfy { $0.x.isFinite && $0.y.isFinite } })
  }
}
