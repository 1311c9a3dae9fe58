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
struct LayerReading {
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
    _ traces: Traces, _ words: Words
  ) throws(FigureError) -> [LayerReading] {
    var readings: [LayerReading] = []
    for name in scenarios {
      let trace = try traces.trace(of: name)
      try trace.requireNetwork(for: kind, at: name.location)
      readings.append(
        LayerReading(
          title: traces.title(of: name, words), trace: trace,
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

  /// What wide layers with such weights would do; nil where an activation mixes its units.
  ///
  /// Gradients are taken from those by the output's pre-activations on, as measured: of a sigmoid
  /// with cross-entropy they stay small where those by its output do not.
  func theory(_ statistics: LayerStatistics) -> MeanField? {
    let network = step.network
    guard network.layers.allSatisfy({ $0.activation.isElementwise }) else { return nil }
    return MeanField(
      of: network, inputMeanSquare: statistics.inputMeanSquare,
      outputGradientVariance: statistics.layers.last?.preActivationGradients.meanSquare ?? .nan)
  }

  /// Whether a relu makes many of the numbers exactly 0.
  func hasZeros(_ quantity: LayerQuantity) -> Bool {
    (0..<layerCount).contains { makesZeros(quantity, $0) }
  }

  /// How many of the numbers of a layer a relu makes exactly 0.
  func zeros(
    _ quantity: LayerQuantity, in layer: LayerStatistics.LayerSummary, _ index: Int
  ) -> Int {
    guard makesZeros(quantity, index), let share = layer.saturatedShare else { return 0 }
    let count = quantity.distribution(in: layer).count
    return min(Int((share * Double(count)).rounded()), count)
  }

  private func makesZeros(_ quantity: LayerQuantity, _ layer: Int) -> Bool {
    [.activations, .gradients].contains(quantity)
      && step.network.layers[layer].activation == .relu
  }

  /// What went in, for the small print.
  func inputNote(_ words: Words) -> String {
    inputs == .gaussian
      ? words(.gaussianRows, String(Self.gaussianRows))
      : words(.dataRows, String(step.rows.count))
  }
}

extension Trace {
  /// The small print of a network that has not been trained yet: how it will be does not matter.
  func untrainedPrint(_ step: TraceStep, _ words: Words) -> String {
    step.epoch > 0 ? smallPrint(words) : shapeText + " · " + words(.seed, String(seed))
  }

  /// Refuses a perceptron, which has neither layers nor gradients.
  func requireNetwork(for kind: String, at location: SourceLocation) throws(FigureError) {
    guard perceptron != nil else { return }
    throw FigureError(
      "'\(kind)' shows the layers of a network; scenario '\(scenario)' is a perceptron",
      at: location, help: "write 'network: {layers: [2 tanh, 1 sigmoid]}' in the scenario")
  }
}
