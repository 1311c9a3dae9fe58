import Languages
import Lessons
import Tracing

/// Numbers of a layer whose distribution a figure shows.
enum LayerQuantity: String, CaseIterable, Sendable {
  case activations
  case preActivations = "pre-activations"
  case gradients
  case weights
  case weightGradients = "weight-gradients"

  /// The numbers of one layer.
  func distribution(in layer: LayerStatistics.LayerSummary) -> Distribution {
    switch self {
    case .activations: layer.activations
    case .preActivations: layer.preActivations
    case .gradients: layer.preActivationGradients
    case .weights: layer.weights
    case .weightGradients: layer.weightGradients
    }
  }

  /// The deviation that wide random layers would have; nil where there is no theory.
  func theory(_ layer: MeanField.LayerVariances) -> Double? {
    switch self {
    case .activations: layer.activations.squareRoot()
    case .preActivations: layer.preActivations.squareRoot()
    case .gradients: layer.preActivationGradients.squareRoot()
    case .weights, .weightGradients: nil
    }
  }

  /// Whether the numbers are derivatives.
  var isGradient: Bool { self == .gradients || self == .weightGradients }

  /// What it is called, with its sign.
  var word: FigureWord {
    switch self {
    case .activations: .activationsOfLayer
    case .preActivations: .preActivationsOfLayer
    case .gradients: .gradientsOfLayer
    case .weights: .weightsOfLayer
    case .weightGradients: .weightGradientsOfLayer
    }
  }

  /// The field that chooses one.
  static let field = Field(
    "quantity", .choice(allCases.map(\.rawValue)),
    summary: "which numbers of a layer; gradients are those by pre-activations",
    defaultText: "activations")

  /// Decodes the field.
  static func decode(_ reader: inout SectionReader) throws(LessonError) -> LayerQuantity {
    try reader.choice(
      "quantity", of: "quantity", from: allCases, naming: { $0.rawValue }, default: .activations)
  }
}
