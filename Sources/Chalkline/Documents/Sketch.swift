import Figures
import Plotting
import Reporting

/// A figure drawn for documents: without its title, for a page of a certain form.
///
/// It is kept, so that a changed caption draws nothing again.
struct Sketch: Hashable, Sendable {
  /// What it is drawn for.
  enum Form: String, Sendable {
    /// A slide.
    case slide
    /// A printed page.
    case print
    /// A sheet to be filled in.
    case blank
    /// The sheet with its answers.
    case key
  }

  /// The name of the figure.
  let figure: String
  let form: Form
  let language: String
  /// The name under which the drawing is kept.
  let key: String

  /// The sketches that documents show of a figure: a sheet is printed for itself, and not in the handout.
  static func all(
    of figure: FigureSection, in language: String, _ inputs: LessonInputs, course theme: Theme
  ) -> [Sketch] {
    let forms: [Form] = figure.sheets == nil ? [.slide, .print] : [.slide, .blank, .key]
    return forms.map { form in
      Sketch(
        figure: figure.id, form: form, language: language,
        key: inputs.ofSketch(
          figure, form: form, language: language, theme: form.theme(ofCourse: theme)
        ).digest)
    }
  }
}

extension Sketch.Form {
  /// The theme in a course of another theme: slides are dark where the course is, paper never.
  func theme(ofCourse theme: Theme) -> Theme {
    switch self {
    case .slide: (theme.isDark ? Theme.darkSlide : .slide).on(page: DeckReport.figurePage)
    case .print, .blank, .key: .paper
    }
  }

  /// The section as it is drawn.
  func section(of figure: FigureSection) -> FigureSection {
    switch self {
    case .slide, .print: figure
    case .blank: figure.sheets?.blank ?? figure
    case .key: figure.sheets?.key ?? figure
    }
  }
}
