import Lessons

/// Every kind of figure.
public enum FigureCatalog {
  /// The kinds, in the order of the guide; a new kind is one line here and one file in `Kinds/`.
  public static let all: [any Figure.Type] = [
    DecisionBoundaryFigure.self,
    PerceptronUpdatesFigure.self,
    WeightOrbitFigure.self,
    HiddenSpaceFigure.self,
    HiddenUnitsFigure.self,
    NetworkDiagramFigure.self,
    UnitViewFigure.self,
    LossCurveFigure.self,
    ActivationCurvesFigure.self,
    LossFunctionCurvesFigure.self,
    LossSurfaceFigure.self,
    UpdateStripFigure.self,
    GradientNoiseFigure.self,
    HistogramGridFigure.self,
    DepthCurveFigure.self,
    ErrorCurveFigure.self,
    FitFigure.self,
    OutcomeSpreadFigure.self,
    SeedCurvesFigure.self,
    DescentPathFigure.self,
    BasinsFigure.self,
    CurvatureOddsFigure.self,
    SpectrumFigure.self,
    BackpropFlowFigure.self,
    MatrixViewFigure.self,
    WorkedTableFigure.self,
    ExerciseSheetFigure.self,
    TableFigure.self,
    PanelsFigure.self,
  ]

  /// The words after `kind:`.
  public static var kinds: [String] { all.map { $0.kind } }

  /// The kinds as values that can be looked up by name.
  static var entries: [Entry] { all.map { Entry(type: $0) } }

  struct Entry: Sendable {
    let type: any Figure.Type

    var kind: String { type.kind }
    var fields: [Field] { type.fields }

    func decode(_ reader: inout SectionReader) throws(LessonError) -> any Figure {
      try type.init(from: &reader)
    }
  }
}
