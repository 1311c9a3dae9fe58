import Drawings
import Figures
import Networks
import Plotting
import Testing

/// The worked table and the exercise sheet made of the same steps.
struct WorkedCalculationTests {
  private static let options = "scenario: hidden-layer\nepoch: 0\nrow: 2"
  private static let table = "kind: worked-table\n" + options
  private static let sheet = "kind: exercise-sheet\n" + options

  private func texts(_ figure: String, in color: Color? = nil) throws -> [String] {
    try Exhibit(figure).sheet().texts.filter { color == nil || $0.color == color }
      .map { $0.content }
  }

  @Test func `a network of two hidden units takes 19 lines`() throws {
    // Two lines a unit and the loss forward; three δ and nine parameters backward.
    #expect(try Exhibit(Self.table).table().rows.count == 3 * 2 + 1 + 3 + 9)
  }

  @Test func `the table has every δ and every gradient`() throws {
    let exhibit = try Exhibit(Self.table + "\ndecimals: 6")
    let trace = try #require(exhibit.traces["hidden-layer"])
    let (network, data) = (trace.first.network, trace.dataset)
    let gradients = network.backward(
      network.forward(data.inputs.selectingRows([1])),
      against: data.targets.selectingRows([1]), through: try #require(trace.loss))
    let rows = try exhibit.table().rows
    let results = rows.compactMap { $0.last }.map { Double(shown: $0) }
    for value in gradients.flat + gradients.preActivations.flatMap({ $0.values }) {
      // Six decimals are shown.
      #expect(results.contains { ($0 - value).magnitude < 1e-6 })
    }
    #expect(rows.filter { $0[1].hasPrefix("δ") }.count == 3)
  }

  @Test func `blanks are empty, and the key fills them with the table's results`() throws {
    let results = try Exhibit(Self.table).table().rows.compactMap { $0.last }
    let blank = try texts(Self.sheet, in: Theme.paper.accent)
    #expect(blank.isEmpty)
    let key = try texts(Self.sheet + "\nanswers: true", in: Theme.paper.accent)
    #expect(key == results)
  }

  @Test func `with all blanks open the numbers are answers too`() throws {
    let rows = try Exhibit(Self.table).table().rows
    let key = try texts(Self.sheet + "\nblanks: all\nanswers: true", in: Theme.paper.accent)
    let expected = rows.flatMap { row in
      [String(row[3].dropFirst(2)), row[4]]
    }
    #expect(key == expected)
  }

  @Test func `the sheet and its key are laid out alike`() throws {
    let sheet = try Exhibit(Self.sheet).plot().shape
    #expect(try Exhibit(Self.sheet + "\nanswers: true").plot().shape == sheet)
  }

  @Test func `only the chosen quantities are open`() throws {
    let key = try texts(
      Self.sheet + "\nblanks: [delta]\nanswers: true", in: Theme.paper.accent)
    // Numbers and result of each of the three δ.
    #expect(key.count == 6)
  }

  @Test(arguments: [1, 5, 12])
  func `so many lines are open as are asked for`(count: Int) throws {
    let key = try texts(
      Self.sheet + "\ncount: \(count)\nanswers: true", in: Theme.paper.accent)
    #expect(key.count == count)
  }

  @Test func `another seed opens other lines`() throws {
    func key(_ seed: Int) throws -> [String] {
      try texts(
        Self.sheet + "\ncount: 6\ndraw-seed: \(seed)\nanswers: true", in: Theme.paper.accent)
    }
    #expect(try key(1) == key(1))
    #expect(try key(1) != key(2))
  }

  @Test func `a row that the data has not is refused`() {
    #expect(
      complaint("kind: worked-table\nscenario: hidden-layer\nrow: 9").hasSuffix(
        "scenario 'hidden-layer' has 4 rows, not 9"))
  }

  @Test func `nobody computes a hundred lines by hand`() {
    let scenario =
      "it:\n  data: xor\n  network: {layers: [30 tanh, 1 sigmoid]}\n  train: {epochs: 1}"
    #expect(
      complaint("kind: exercise-sheet\nscenario: it", scenarios: scenario).contains(
        "has 121 parameters; 'exercise-sheet' takes at most 48"))
  }
}
