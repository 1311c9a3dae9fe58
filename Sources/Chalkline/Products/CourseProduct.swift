import Building
import Lessons

/// A kind of product of a course: everything that the driver is to know of it stands in its own file.
protocol CourseProduct: Product where ID == ProductName, Failure == Finding {
  /// The products of this kind that a course has, in the order of the course.
  ///
  /// - Parameters:
  ///   - plan: The course and what is asked for.
  ///   - before: The products of the kinds that stand before this one in the list.
  /// - Returns: The products, each with whether the build is to see to it.
  static func products(of plan: CoursePlan, after before: [PlannedProduct]) -> [PlannedProduct]

  /// The kinds of outputs that have files.
  static var outputKinds: [ProductName.Kind] { get }

  /// Whether the course still has what an earlier build has made, and would have it in the same place.
  static func belongs(_ output: ProductName, _ record: Record, to course: CourseInventory) -> Bool

  /// Enters an output into the manifest.
  static func describe(
    _ output: ProductName, _ record: Record, in manifest: inout Manifest, _ plan: ManifestWords)

  /// How `--dry-run`, `--explain` and `check` tell of an output of this kind; nil if they do not.
  static func task(of output: ProductName, in course: Course) -> BuildTask?
}

/// A product, and whether a build is to see to it that it is current.
struct PlannedProduct: Sendable {
  let product: any Product<ProductName, Finding>
  let isWanted: Bool

  init(_ product: any Product<ProductName, Finding>, isWanted: Bool = false) {
    self.product = product
    self.isWanted = isWanted
  }

  var id: ProductName { product.id }
}

/// Everything that a build can make; what a product is made of stands before it.
let courseProducts: [any CourseProduct.Type] = [
  FigureCalculations.self,
  SweepBlocks.self,
  ScenarioOutcomes.self,
  ScenarioNumbers.self,
  FigureImages.self,
  FigureAnimation.self,
  DocumentDrawings.self,
  LessonDocument.self,
  LessonCopies.self,
  LessonPage.self,
  CourseDocument.self,
  CoursePage.self,
]

extension CourseProduct {
  static var outputKinds: [ProductName.Kind] { [] }

  static func belongs(_ output: ProductName, _ record: Record, to course: CourseInventory) -> Bool {
    true
  }

  static func describe(
    _ output: ProductName, _ record: Record, in manifest: inout Manifest, _ words: ManifestWords
  ) {}

  static func task(of output: ProductName, in course: Course) -> BuildTask? { nil }
}

/// The kinds of products by the kinds of their outputs.
let courseProductsByKind: [ProductName.Kind: any CourseProduct.Type] = {
  var kinds: [ProductName.Kind: any CourseProduct.Type] = [:]
  for type in courseProducts { for kind in type.outputKinds { kinds[kind] = type } }
  return kinds
}()
