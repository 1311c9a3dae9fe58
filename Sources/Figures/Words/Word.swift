import Networks

/// A piece of text that a figure may show; each language says all of them, with places `{0}`, `{1}`.
public enum Word: String, CaseIterable, Sendable {
  // Time and progress
  case epoch, epochs, update, updates, presentation, start, loss, accuracy, lossAxis, epochAxis
  case diverged
  // Data
  case classNamed, target, output, row, dataRows
  // Networks
  case inputLayer, hiddenLayer, outputLayer, weight, bias, weights, parameters
  case weightKey, activationKey, inputSpace, hiddenSpace, layerSpace, boundary
  case preActivation, omitted, shownFor, intoOutput
  // Perceptron
  case lineBefore, lineAfter, wrongPoint, converged, cycles, notSettled
  case startWeights, oneCycle, orbitReturns, perceptronRule
  case noLine, lineOutside, noteSides, learningRate, biasBeside, overTime
  // Activations
  case value, derivative, saturated, largestSlope, softmaxNote
  // Tables
  case step, predicted, newWeights, newBias, formOne, formTwo, stableForm
  case activation, formula, range, largestDerivative, saturates, no, layer, shape
  case saturatesOneSide, saturatesBothSides, parametersHeading, product, difference
  // loss-function-curves, loss-surface
  case stalled, noteSigmoidLoss, end, lossLogColor, randomDirection, principalComponent, explained
  case offPlane, drawnTruth, noteSurface
  // Losses
  case crossEntropy, halfSquaredError, squaredError, meanSquaredError
  // Small print
  case seed, noteField, noteMesh, noteOverflow, noteSaturates, noteCollapse
}

extension Words {
  /// What a loss is called in figures.
  func name(of loss: Loss) -> String {
    switch loss {
    case .binaryCrossEntropy, .binaryCrossEntropySum, .categoricalCrossEntropy: self(.crossEntropy)
    case .halfSquaredError: self(.halfSquaredError)
    case .squaredError: self(.squaredError)
    case .meanSquaredError: self(.meanSquaredError)
    default: loss.name
    }
  }
}

/// The words of one language.
public struct Words: Sendable {
  /// The code of the language, such as `en`.
  public let language: String
  private let say: @Sendable (Word) -> String

  init(language: String, say: @escaping @Sendable (Word) -> String) {
    self.language = language
    self.say = say
  }

  /// The text for `word` with `{0}`, `{1}` and so on replaced by `values`, in order.
  public func callAsFunction(_ word: Word, _ values: String...) -> String {
    var text = say(word)
    for (index, value) in values.enumerated() {
      text = Self.replacing("{\(index)}", in: text, with: value)
    }
    return text
  }

  private static func replacing(_ mark: String, in text: String, with value: String) -> String {
    var parts: [Substring] = []
    var rest = text[...]
    while let start = rest.firstRange(of: mark) {
      parts.append(rest[..<start.lowerBound])
      rest = rest[start.upperBound...]
    }
    parts.append(rest)
    return parts.joined(separator: value)
  }

  /// Every language.
  public static let all = [english, korean]

  /// The words of the language with that code; English where there is none.
  public static func of(_ language: String) -> Words {
    all.first { $0.language == language } ?? english
  }
}
