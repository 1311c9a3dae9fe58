import Figures
import Plotting
import Testing
import Tracing

struct OutcomeSpreadTests {
  private static let scenarios = """
    race:
      data: {shape: circles, rows: 30}
      network: {layers: [6 tanh, 1 sigmoid]}
      train: {rate: 0.5, epochs: 40, batch: 5}
      sweep: {seeds: 3, initializer: [normal 0.01, he-normal, zeros], threshold: 0.9}
    open:
      data: {shape: sine, rows: 20}
      network: {layers: [2 tanh, 1 identity]}
      train: {rate: 0.5, epochs: 3}
      sweep: {seeds: 2, units: [1, 2]}
    """

  private static let figure = "kind: outcome-spread\nscenario: race\nquantity: epochs"

  private func sweep(_ exhibit: Exhibit) throws -> Sweep {
    guard case .sweep(let sweep)? = exhibit.outcomes["race"] else {
      throw SweepMissing()
    }
    return sweep
  }

  private struct SweepMissing: Error {}

  /// The middle one of three, infinite where it was never reached.
  private func median(_ members: [SweepMember]) -> Double {
    members.map { $0.epochsToThreshold.map(Double.init) ?? .infinity }.sorted()[1]
  }

  @Test func `rows are labelled with the median of their trainings, which orders the winners`()
    throws
  {
    let exhibit = try Exhibit(Self.figure, scenarios: Self.scenarios)
    let sweep = try sweep(exhibit)
    let medians = ["normal 0.01", "he-normal", "zeros"].map { name in
      median(sweep.members.filter { $0.settings.map { $0.lessonText } == [name] })
    }
    let labels = try exhibit.plot().panels[0].marks.compactMap { $0.endLabel }
    #expect(labels.count == 3)
    let shown = labels.map { label in
      let number = String(label.text.prefix { $0 != " " })
      return number == "–" ? Double.infinity : Double(shown: number)
    }
    #expect(shown == medians)
    // Where something is learned at all, starting at 0 is not what learns.
    #expect(medians[1] < medians[2])
  }

  @Test func `what is never reached stands beyond the last epoch`() throws {
    let exhibit = try Exhibit(Self.figure, scenarios: Self.scenarios)
    let labels = try exhibit.plot().panels[0].marks.compactMap { $0.endLabel?.text }
    #expect(labels.last == "– · 0%")
    #expect(try exhibit.drawing().writing.contains(Words.english(.never)))
  }

  @Test func `a quartile between a number and never is never`() throws {
    // Of four trainings two arrive: half of the way from one that does to one that does not is no
    // number of epochs.
    let scenarios = Self.scenarios.replacing("seeds: 3", with: "seeds: 4")
    let exhibit = try Exhibit(Self.figure, scenarios: scenarios)
    let sweep = try sweep(exhibit)
    let labels = try exhibit.plot().panels[0].marks.compactMap { $0.endLabel?.text }
    for (name, label) in zip(["normal 0.01", "he-normal", "zeros"], labels) {
      let reached = sweep.members.filter { $0.settings.map { $0.lessonText } == [name] }.compactMap(
        \.epochsToThreshold)
      #expect(label.hasPrefix("–") == (reached.count <= 2))
    }
  }

  @Test func `a scenario that is no sweep is refused`() {
    #expect(
      complaint("kind: outcome-spread\nscenario: hidden-layer").hasPrefix(
        "lesson.yaml:6:15: "))
    #expect(
      complaint("kind: outcome-spread\nscenario: hidden-layer").contains(
        "name a scenario with a section 'sweep', such as sweep: {seeds: 100}"))
  }

  @Test func `epochs need a threshold to reach`() {
    #expect(
      complaint(
        "kind: outcome-spread\nscenario: open\nquantity: epochs", scenarios: Self.scenarios)
          == """
          lesson.yaml:6:15: scenario 'open' has no threshold to reach
          = write a 'threshold' in its sweep
          """)
  }

  @Test(arguments: Words.all, Theme.all)
  func `nothing leaves the page`(words: Words, theme: Theme) throws {
    let exhibit = try Exhibit(Self.figure, scenarios: Self.scenarios)
    #expect(try exhibit.drawing(words, theme).strays == [])
  }
}
