/// A piece of text of the figures about descents, curvatures and many seeds: `descent-path`, `basins`,
/// `curvature-odds`, `spectrum`, `seed-curves`; each language says all of them.
public enum DescentWord: String, CaseIterable, Sendable {
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
