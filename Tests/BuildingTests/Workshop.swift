import TestFolders
import Building
import Files
import Foundation

/// A folder of toys, and all that is known of it.
final class Workshop {
  typealias Report = GraphReport<Toy, ToyFailure>

  let folder: TemporaryFolder
  let output: OutputFolder
  /// Every toy after those that it is made of.
  var toys: [ToyProduct]
  var records = Records<Toy>()
  /// What the last build said of how far it was.
  private(set) var progress: [GraphProgress<Toy>] = []
  /// The groups that the last build put in place.
  private(set) var placed: [String] = []
  /// Called for each group before its files are put in place.
  var beforePlacing: (_ group: String, _ next: Records<Toy>) throws -> Void = { _, _ in }
  private let diary = Diary()

  init(_ toys: [ToyProduct] = [], in folder: TemporaryFolder? = nil) throws {
    self.toys = toys
    self.folder = try folder ?? TemporaryFolder()
    output = try self.folder.output()
  }

  /// What was made since the last time, in order.
  func made() -> [Toy] { diary.take() }

  /// Changes what goes into a toy.
  func change(_ id: Toy, _ word: String) { update(id) { $0.word = word } }

  func update(_ id: Toy, _ change: (inout ToyProduct) -> Void) {
    for index in toys.indices where toys[index].id == id { change(&toys[index]) }
  }

  var graph: Graph<Toy, ToyFailure> {
    var known: [Toy: ToyProduct] = [:]
    let products = toys.map { toy in
      var product = toy
      var own = [(toy: toy.id, word: toy.word)]
      for (toy, word) in toy.needs.flatMap({ known[$0]?.recipe ?? [] })
      where !own.contains(where: { $0.toy == toy }) {
        own.append((toy, word))
      }
      product.recipe = own
      product.seen = toy.follows.flatMap { known[$0]?.outputs ?? [] }
      product.diary = diary
      known[toy.id] = product
      return product
    }
    return Graph(products)
  }

  var store: ContentStore { ContentStore(in: output, at: ".own") }

  /// Those with files.
  var wanted: Set<Toy> { Set(toys.filter { !$0.outputs.isEmpty }.map { $0.id }) }

  /// Builds those that are wanted, or all with files.
  @discardableResult
  func build(_ wanted: Set<Toy>? = nil, threads count: Int = 1) async throws -> Report {
    let threads = JobThreads(count)
    defer { threads.stop() }
    (progress, placed) = ([], [])
    let build = GraphBuild(
      of: graph, making: wanted ?? self.wanted, in: output, with: store, on: threads)
    var records = records
    defer { self.records = records }
    return try await build.run(
      &records, progress: { progress.append($0) },
      place: { group, next, commit in
        try beforePlacing(group, next)
        try commit()
        placed.append(group)
      })
  }

  func forecast(_ wanted: Set<Toy>? = nil) -> GraphForecast<Toy> {
    GraphForecast(
      of: graph, making: wanted ?? self.wanted, knowing: records, in: output, with: store)
  }

  /// The texts of all files that people see, by path.
  var texts: [String: String] {
    folder.files.filter { !$0.hasPrefix(".own/") }.reduce(into: [:]) { $0[$1] = folder.text($1) }
  }

  /// What is kept, by path.
  var keptFiles: [String] { folder.files.filter { $0.hasPrefix(".own/") } }
}

extension GraphReport {
  /// Why outputs were made, a line each: `bread: flour changed`.
  var why: [String] {
    reasons.map { output, reasons in
      "\(output): \(reasons.map { $0.description }.joined(separator: ", "))"
    }
  }

  /// How values were had: `made bread`, `kept flour`.
  var how: [String] { origins.map { "\($0.origin) \($0.product)" } }
}

extension GraphForecast {
  var why: [String] {
    reasons.map { output, reasons in
      "\(output): \(reasons.map { $0.description }.joined(separator: ", "))"
    }
  }

  var how: [String] { origins.map { "\($0.origin) \($0.product)" } }
}
