import Building
import Figures

extension ProductName.Kind {
  static let calculations = ProductName.Kind("calculations")
}

/// What a figure computes once for all of its languages, themes and documents; it is let go of with the last.
struct FigureCalculations: CourseProduct {
  let id: ProductName
  let group: String
  let cost = 0.0

  static func products(of plan: CoursePlan, after before: [PlannedProduct]) -> [PlannedProduct] {
    plan.lessons.flatMap { lesson in
      lesson.source.figures.map { PlannedProduct(FigureCalculations(of: $0, in: lesson)) }
    }
  }

  init(of figure: FigureSection, in lesson: PlannedLesson) {
    id = Self.name(figure, lesson)
    group = lesson.id
  }

  static func name(_ figure: FigureSection, _ lesson: PlannedLesson) -> ProductName {
    ProductName(.calculations, of: lesson.id, figure.id)
  }

  func inputs(of output: ProductName, _ records: CourseRecords) -> BuildInputs { BuildInputs() }

  func make(_ outputs: [ProductName], of made: CourseValues, at bench: CourseBench)
    -> FigureMemory
  { FigureMemory() }
}
