import Lessons

extension FigureSection {
  /// The section as a sheet without and as one with its answers; nil for a figure that is no sheet.
  public var sheets: (blank: FigureSection, key: FigureSection)? {
    guard let sheet = figure as? ExerciseSheetFigure else { return nil }
    return (with(sheet.showing(answers: false)), with(sheet.showing(answers: true)))
  }

  /// Whether the figure is a sheet that shows its answers.
  public var isAnswerKey: Bool { (figure as? ExerciseSheetFigure)?.showsAnswers ?? false }

  /// What the lesson says of a sheet besides its name and its words: equal for a sheet and for its key.
  public var exerciseText: String {
    let words = ["title", "subtitle", "caption", "proves", "alt", "frames", "answers"]
    return String(section.without(words).canonicalText.dropFirst(id.count))
  }
}
