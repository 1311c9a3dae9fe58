import Archives
import Building
import Figures
import Lessons
import Drawings
import Plotting
import Reporting
import Tracing

extension ProductName.Kind {
  static let documentDrawing = ProductName.Kind("document-drawing")
}

/// A figure drawn for documents: without its title, for a page of a certain form.
///
/// It has no files, but is kept, so that a changed caption draws nothing again.
struct DocumentDrawings: CourseProduct {
  /// What a figure is drawn for.
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

  let id: ProductName
  let group: String
  let needs: [ProductName]
  let cost = BuildCost.ofPicture / 2
  private let figure: FigureSection
  private let form: Form
  private let language: String
  private let lesson: PlannedLesson
  private let plan: CoursePlan

  static func products(of plan: CoursePlan, after before: [PlannedProduct]) -> [PlannedProduct] {
    plan.lessons.flatMap { lesson in
      lesson.source.figures.flatMap { figure in
        // In a part of a course they are drawn for the build that puts the parts together.
        let isShared = plan.isPart && lesson.figures.contains { $0.id == figure.id }
        return plan.source.course.languages.flatMap { language in
          Form.all(of: figure).map { form in
            PlannedProduct(
              DocumentDrawings(of: figure, form, in: language, lesson, plan),
              isWanted: isShared && plan.forms.makesDocuments
                && plan.forms.languages.contains(language))
          }
        }
      }
    }
  }

  private init(
    of figure: FigureSection, _ form: Form, in language: String, _ lesson: PlannedLesson,
    _ plan: CoursePlan
  ) {
    id = Self.name(figure, form, language, lesson.id)
    group = lesson.id
    needs =
      figure.scenarioNames.map { ScenarioOutcomes.name($0, lesson) }
      + [FigureCalculations.name(figure, lesson)]
    self.figure = figure
    self.form = form
    self.language = language
    self.lesson = lesson
    self.plan = plan
  }

  static func name(_ figure: FigureSection, _ form: Form, _ language: String, _ lesson: String)
    -> ProductName
  {
    ProductName(.documentDrawing, of: lesson, figure.id, language: language, form: form.rawValue)
  }

  private var theme: Theme { form.theme(ofCourse: plan.theme) }

  func inputs(of output: ProductName, _ records: CourseRecords) -> BuildInputs {
    lesson.inputs.ofDocumentDrawing(figure, form: form, language: language, theme: theme)
  }

  static let folder = "drawings"

  var keeping: Keeping<DocumentDrawing>? {
    Keeping(
      in: Self.folder, encode: { .bytes(PackedBytes.pack($0.bytes)) },
      decode: { packed in
        PackedBytes.unpack(packed).flatMap { try? DocumentDrawing(from: $0[...]) }
      })
  }

  /// - Throws: `Finding` at the figure if it cannot be drawn.
  func make(_ outputs: [ProductName], of made: CourseValues, at bench: CourseBench) throws
    -> DocumentDrawing
  {
    let tools = try plan.tools.get()
    let context = FigureContext(
      words: lesson.source.words.words(of: language), theme: theme, measurer: tools.measurer,
      memory: made.value(of: FigureCalculations.name(figure, lesson)))
    do throws(FigureError) {
      var plot = try form.section(of: figure).plot(
        of: lesson.outcomes(of: figure, made), in: context)
      plot.title = ""
      return form == .slide
        ? slide(of: plot, tools.measurer)
        : DocumentDrawing(drawing: plot.drawing(measuring: tools.measurer), note: "", cuts: [])
    } catch {
      throw lesson.source.finding(error, at: figure)
    }
  }

  /// A slide sets the explanation and the small print itself, so that they do not shrink with the figure.
  private func slide(of plot: Plot, _ measurer: TextMeasurer) -> DocumentDrawing {
    var body = plot
    // A size of the lesson's own is one for pages.
    (body.size, body.subtitle, body.keys, body.note) = (nil, "", [], "")
    let (drawing, cuts) = body.drawingWithCuts(measuring: measurer)
    let key = Plot(theme: plot.theme, subtitle: plot.subtitle, keys: plot.keys, panels: [])
      .drawing(measuring: measurer)
    return DocumentDrawing(
      drawing: drawing, key: key.commands.isEmpty ? nil : key, note: plot.note, cuts: cuts)
  }
}

extension DocumentDrawings.Form {
  /// The forms that documents show of a figure: a sheet is printed for itself, and not in the handout.
  static func all(of figure: FigureSection) -> [DocumentDrawings.Form] {
    figure.sheets == nil ? [.slide, .print] : [.slide, .blank, .key]
  }

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
