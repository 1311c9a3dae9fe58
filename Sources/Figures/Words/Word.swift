import Networks
import Wording

/// A piece of text that a figure may show; each language says all of them, as a `MessagePattern`.
public enum Word: String, CaseIterable, Sendable {
  // Time and progress
  case epoch, epochs, update, updates, presentation, presentationNumber, start, loss, accuracy
  case lossAxis, epochAxis, updateAxis, diverged
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
  case mustHold, zAtEnd, satisfied, violated, noteContradiction
  case saturatesOneSide, saturatesBothSides, parametersHeading, product, difference
  // loss-function-curves, loss-surface
  case stalled, noteSigmoidLoss, end, lossLogColor, randomDirection, principalComponent, explained
  case offPlane, drawnTruth, noteSurface
  // update-strip, gradient-noise
  case rowOfBatch, stepLength, restOfRows, rowsOfEpoch, updatesInEpoch, rowsUnused
  case noteNoise, gradientOfBatch, twoDeviations, gradientOfAll, signalToNoise, noNoise
  case noteStraight, alongLine, alongPath, lineAxis
  // histogram-grid, depth-curve, error-curve, fit, outcome-spread
  case activationsOfLayer, preActivationsOfLayer, gradientsOfLayer, weightsOfLayer
  case weightGradientsOfLayer, axisSpan, noteHistogram, noteHistogramPlain, noteSaturatedShare
  case noteZeroShare, noteBeyond
  case allZero, allZeroInLayers, shareReached, drawnFrom, deviationHeading, noteInitializers
  case gaussianRows, standardDeviation, noteZeros, layerAxis, measured, meanField, zeroDeviation
  case everyLayer, layersCounted, updateRatio, healthyRatio, training, validation, quartileBand
  case wholeBand, errorAxis, underfitting, overfitting, parameterCounts, rowsAxis, unitsAxis
  case layersAxis, rateAxis, batchAxis, initializerAxis, rowsSetting, unitsSetting
  case layersSetting, rateSetting, batchSetting, normalNamed, uniformNamed, normalOf, uniformOf
  case constantOf, zeroWeights, seedsEach, divergedCount, oneTraining, median, learnedAccuracy
  case learnedLoss, finalLossAxis, validationLossAxis, epochsToLearn, epochsToLoss, never
  case trainingRows, validationRows, networkFit, trueFunction, trueBoundary, noteShareRight
  case trainingLossIs, validationLossIs, gapIs
  // Losses
  case crossEntropy, halfSquaredError, squaredError, meanSquaredError
  // backprop-flow, matrix-view, worked-table, exercise-sheet
  case valueAbove, gradientBelow, numericCheck, rowNumber, forwardPart, backwardPart
  case valuesKey, gradientsKey, quantity, formulaHeading, inNumbers, result, roundedForShow, given
  case fillIn, answerKey
  // Tables beside an animation
  case passTable, plainPassTable, parameterTable, plainParameterTable, parameterHeading
  case gradientHeading, valueHeading
  // hidden-space, hidden-units, unit-view, network-diagram
  case featureSpace, noteHiddenPoints, termKey, sumKey, sumIsZero, unitInputs, unitProducts, unitSum
  case unitOf, productKey, noteUnitLines
  case partInput, partInputText, partWeight, partWeightText, partUnit, partUnitText, partBias
  case partBiasText, partFanIn, partFanInText, partOutput, partOutputText
  // Tables of scenarios and of layers
  case inputsHeading, epochsTo, rightRows, trainingRight, validationRight, columnsCounted,
    noteScenarios, noteScenariosHeld
  case layerHeading, unitsHeading, fanInHeading, biases, total, noteLayers
  // Small print
  case seed, givenWeights, noteField, notePlainField, noteMesh, notePlainMesh, noteZeroLine,
    noteOverflow, noteSaturates, noteCollapse
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
  private let sayOfDescents: @Sendable (DescentWord) -> String
  /// Words that a course says in its own way, by their names.
  private var own: [String: String] = [:]

  init(
    language: String, sayOfDescents: @escaping @Sendable (DescentWord) -> String,
    say: @escaping @Sendable (Word) -> String
  ) {
    self.language = language
    self.say = say
    self.sayOfDescents = sayOfDescents
  }

  /// The text for `word` with `values` at its places `{0}`, `{1}` and so on.
  public func callAsFunction(_ word: Word, _ values: String...) -> String {
    MessagePattern(own[word.rawValue] ?? say(word)).filled(with: values)
  }

  /// The same for the words about descents.
  public func callAsFunction(_ word: DescentWord, _ values: String...) -> String {
    MessagePattern(own[word.rawValue] ?? sayOfDescents(word)).filled(with: values)
  }

  /// Every language.
  public static let all = [english, korean]

  /// The words of the language with that code, those of the course first; English where there are none.
  ///
  /// - Parameters:
  ///   - language: The code of a language.
  ///   - own: Words by their names, such as `lossAxis`; names of no word are passed over.
  /// - Returns: The words; those of the program itself if there are none of the course.
  public static func of(_ language: String, saying own: [String: String] = [:]) -> Words {
    let known = all.first { $0.language == language } ?? english
    guard !own.isEmpty else { return known }
    var words = Words(
      language: language, sayOfDescents: known.sayOfDescents, say: known.say)
    words.own = own
    return words
  }

  /// The names of all words with what they say here, places and all, in the order of the tables.
  public var table: [(name: String, text: String)] {
    Word.allCases.map { (name: $0.rawValue, text: self($0)) }
      + DescentWord.allCases.map { (name: $0.rawValue, text: self($0)) }
  }
}
