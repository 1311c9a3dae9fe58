/// A figure whose frames are steps of its own, such as the numbers of a circuit one after another.
public protocol SteppedFigure: Figure {
  /// The last step, counted from 0.
  ///
  /// - Throws: As `plot`.
  func lastStep(of outcomes: Outcomes, in context: FigureContext) throws(FigureError) -> Int

  /// The figure as it is at a step, from 0 to the last.
  func at(step: Int) -> Self
}

/// A figure of several scenarios that can show one of them alone, on the scales of all.
public protocol ScenarioSeries: Figure {
  /// How many scenarios it names.
  var scenarioCount: Int { get }

  /// The figure with one of them, counted from 0, in view.
  func showingOnly(scenario index: Int) -> Self
}

extension FigureSection {
  /// The figure at one of its own steps; itself where it has none.
  public func at(step: Int) -> FigureSection {
    guard let stepped = figure as? any SteppedFigure else { return self }
    return with(stepped.at(step: step))
  }

  /// The figure with one scenario in view; itself where it cannot.
  public func showingOnly(scenario index: Int) -> FigureSection {
    guard let series = figure as? any ScenarioSeries else { return self }
    return with(series.showingOnly(scenario: index))
  }
}
