/// A piece of text that a figure may show; each language says all of them, with places `{0}`, `{1}`.
public enum FigureWord: String, CaseIterable, Sendable {
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
  // descent-path, basins, curvature-odds, spectrum, seed-curves
  case reachesMinimum, reachesLowest, caughtHigher, stoppedAtSaddle, stillMoving, runsAway
  case caughtCount, fieldValue, fieldLogValue, minimumPoint, saddlePoint, maximumPoint
  case degeneratePoint, dotEvery, dotEachUpdate, rateOfLimit, noteRateLimit, heightAxis
  case lowestShare, minimumOfBasin, notAtMinimum, notYetAtMinimum, somePaths, noteBasins, exactOdds,
    drawnOdds
  case naiveOdds, oneIn, oneHit, dimensionAxis, oddsAxis, noteEnsemble, noteHits, curvatureAxis
  case curvatureRank, curvesDown, curvesFlat, curvesUp, curvatureCounts
  case verdictSloping, verdictMinimum, verdictPlateau, verdictSaddle, verdictUnknown
  case noteSpectrum, noteKinks, seedLearned, seedLearnedLoss, seedNotLearned, levelKey
  case noteLevelShare, learnedOf
}
