/// What a build would do, told without doing it.
public struct BuildOutlook: Equatable, Sendable {
  /// What keeps lessons from being built, in course order.
  public let findings: [Finding]
  /// What would be done, a line each: `draw xor#boundary: scenario 'hidden' changed`.
  public internal(set) var lines: [String] = []
  /// Scenarios that would be trained, swept or descended.
  public internal(set) var trainedCount = 0
  /// Figures that would be drawn.
  public internal(set) var drawnCount = 0

  /// Figures whose frames would be drawn.
  public internal(set) var animatedCount = 0

  init(findings: [Finding]) { self.findings = findings }

  /// One line: `1 scenario to train, 2 figures to draw; nothing was written`.
  public var summary: String {
    lines.isEmpty
      ? "everything is current"
      : "\(counted(trainedCount, "scenario")) to train, \(counted(drawnCount, "figure")) to draw"
        + (animatedCount > 0 ? ", \(counted(animatedCount, "figure")) to animate" : "")
        + "; nothing was written"
  }
}
