import Lessons
import Networks
import Tracing

/// What goes through the layers while their numbers are counted.
enum LayerInputs: String, CaseIterable, Sendable {
  /// The scenario's rows, and the gradients of its loss.
  case data
  /// Normal inputs of deviation 1, and normal gradients of deviation 1 at the output.
  case gaussian

  static let field = Field(
    "inputs", .choice(allCases.map(\.rawValue)),
    summary: "the scenario's rows, or normal inputs with normal gradients at the output",
    defaultText: "data")

  static func decode(_ reader: inout SectionReader) throws(LessonError) -> LayerInputs {
    try reader.choice(
      "inputs", of: "kind of inputs", from: allCases, naming: { $0.rawValue }, default: .data)
  }
}

/// The layers of one scenario's network at one moment: what was measured, and what theory says.
struct MeasuredLayers {
  let title: String
  let trace: Trace
  let step: TraceStep
  let inputs: LayerInputs
  /// How many layers are shown: the hidden ones, or the only one.
  let layerCount: Int

  /// Rows of normal inputs: the deviation of a layer of 64 units is then known to about 0.3 %.
  static let gaussianRows = 1000

  /// The field `epoch`.
  static let epochField = Field(
    "epoch", .oneOf([.integer(min: 0), .choice(["last"])]),
    summary: "the epoch to show: a number, or 'last'", defaultText: "0, before the training")

  init(title: String, trace: Trace, step: TraceStep, inputs: LayerInputs) {
    self.title = title
    self.trace = trace
    self.step = step
    self.inputs = inputs
    layerCount = max(1, step.network.layers.count - 1)
  }

  /// The readings of some scenarios at one epoch.
  ///
  /// - Throws: A `FigureError` for a perceptron, which has no layers to speak of.
  static func readings(
    of scenarios: [LocatedText], epoch: EpochChoice?, inputs: LayerInputs, for kind: String,
    _ outcomes: Outcomes, _ words: Words
  ) throws(FigureError) -> [MeasuredLayers] {
    var readings: [MeasuredLayers] = []
    for name in scenarios {
      let trace = try outcomes.value(of: name, as: Trace.self)
      try trace.requireNetwork(for: kind, at: name.location)
      readings.append(
        MeasuredLayers(
          title: outcomes.title(of: name, words), trace: trace,
          step: try epoch?.steps(of: trace)[0] ?? trace.first, inputs: inputs))
    }
    return readings
  }

  /// What was measured, in histograms over `bins`.
  func statistics(_ bins: LayerStatistics.Bins) -> LayerStatistics? {
    switch inputs {
    case .data: LayerStatistics.of(step, bins: bins)
    case .gaussian:
      LayerStatistics.of(
        step.network,
        inputs: LayerStatistics.normalInputs(
          rows: Self.gaussianRows, columns: step.network.inputCount, seed: trace.seed),
        signal: .normal(seed: trace.seed), bins: bins)
    }
  }

  /// Whether there is a theory of such layers: of none in which an activation mixes its units.
  var hasTheory: Bool { step.network.layers.allSatisfy { $0.activation.isElementwise } }

  /// What wide layers with such weights would do; nil where an activation mixes its units.
  ///
  /// Gradients are taken from those by the output's pre-activations on, as measured: of a sigmoid
  /// with cross-entropy they stay small where those by its output do not.
  func theory(_ statistics: LayerStatistics) -> MeanField? {
    let network = step.network
    guard hasTheory else { return nil }
    return MeanField(
      of: network, inputMeanSquare: statistics.inputMeanSquare,
      outputGradientVariance: statistics.layers.last?.preActivationGradients.meanSquare ?? .nan)
  }

  /// The activation of each of the layers that are shown.
  var activations: [Activation] { step.network.layers.prefix(layerCount).map { $0.activation } }

  /// The activations that make many of the numbers exactly 0, one for each of their layers.
  func rectifiers(_ quantity: LayerQuantity) -> [Activation] {
    (0..<layerCount).filter { makesZeros(quantity, $0) }.map { step.network.layers[$0].activation }
  }

  /// How many of the numbers of a layer its activation makes exactly 0.
  func zeros(
    _ quantity: LayerQuantity, in layer: LayerStatistics.LayerSummary, _ index: Int
  ) -> Int {
    guard makesZeros(quantity, index) else { return 0 }
    return min(layer.zeroCount, quantity.distribution(in: layer).count)
  }

  private func makesZeros(_ quantity: LayerQuantity, _ layer: Int) -> Bool {
    [.activations, .gradients].contains(quantity)
      && step.network.layers[layer].activation.traits.rectifies
  }

  /// What went in, and the epoch of the network.
  var facts: [Fact] {
    [
      inputs == .gaussian ? .normalRows(Self.gaussianRows) : .rows(step.rows.count),
      .epoch(step.epoch),
    ]
  }
}

extension Trace {
  /// Refuses a perceptron, which has neither layers nor gradients.
  func requireNetwork(for kind: String, at location: SourceLocation) throws(FigureError) {
    guard perceptron != nil else { return }
    throw FigureError(
      "'\(kind)' shows the layers of a network; scenario '\(scenario)' is a perceptron",
      at: location, help: "write 'network: {layers: [2 tanh, 1 sigmoid]}' in the scenario")
  }
}
