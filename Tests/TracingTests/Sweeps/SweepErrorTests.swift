import Testing
import Tracing

struct SweepErrorTests {
  private func complaintAbout(
    _ sweep: String, data: String = "xor", layers: String = "[2 tanh, 1 sigmoid]",
    rest: String = ""
  ) -> String {
    complaint(
      """
      sweep: \(sweep)
      data: \(data)
      network: {layers: \(layers)}
      train: {epochs: 10}
      \(rest)
      """)
  }

  @Test func `something unknown`() {
    #expect(
      complaintAbout("{unit: [2, 3]}") == """
        lesson.yaml:4:13: error: unknown field 'unit' in sweep; did you mean 'units'?
          4 |     sweep: {unit: [2, 3]}
            |             ^
        """)
  }

  @Test func `an empty list`() {
    #expect(
      complaintAbout("{units: []}") == """
        lesson.yaml:4:20: error: 'units' has no value to sweep over
          4 |     sweep: {units: []}
            |                    ^
            = list its values, or leave it out
        """)
  }

  @Test func `a value twice`() {
    #expect(complaintAbout("{rate: [0.1, 0.5, 0.1]}").contains("'rate' has 0.1 twice"))
  }

  @Test func `nothing to sweep over`() {
    #expect(complaintAbout("{threshold: 0.9}").contains("there is nothing to sweep over"))
  }

  @Test func `too many trainings`() {
    #expect(
      complaintAbout("{units: [1, 2, 3], seeds: 50000}") == """
        lesson.yaml:4:5: error: a sweep of 3 · 50000 = 150000 trainings; the limit is 100000
          4 |     sweep: {units: [1, 2, 3], seeds: 50000}
            |     ^
            = sweep over fewer seeds or values, or make several sweeps
        """)
  }

  @Test func `too much arithmetic`() {
    let text = complaintAbout("{seeds: 100000}", rest: "limits: {multiply-adds: 1e6}")
    #expect(text.contains("100000 trainings would take "))
    #expect(text.contains("sweep over fewer seeds or values"))
  }

  @Test func `more rows than there are`() {
    #expect(
      complaintAbout("{rows: [20, 500]}", data: "{shape: moons, rows: 100}") == """
        lesson.yaml:4:19: error: cannot take 500 rows: moons has 100
          4 |     sweep: {rows: [20, 500]}
            |                   ^
            = give the data as many rows as the largest of them
        """)
  }

  @Test func `rows and take`() {
    #expect(
      complaintAbout("{rows: [2, 3]}", data: "{shape: xor, take: 3}").contains(
        "'take' in data and 'rows' here both say how many rows are kept"))
  }

  @Test func `a batch that some rows do not fill`() {
    #expect(
      complaintAbout("{rows: [10, 100], batch: 50}", data: "{shape: moons, rows: 100}").contains(
        "4:37: error: a batch of 50 is more than the 10 rows of moons"))
  }

  @Test func `no hidden layer to change`() {
    #expect(
      complaintAbout("{units: [2, 4]}", layers: "[1 sigmoid]").contains(
        "this network has no hidden layer to change the units of"))
  }

  @Test func `a share above 1`() {
    #expect(complaintAbout("{seeds: 3, threshold: 95}").contains("at most 1"))
  }

  @Test func `seed and seeds`() {
    let text = complaintAbout("{seeds: 3}", rest: "seed: 4")
    #expect(text.contains("a sweep has the seeds 1 to 3 in place of 'seed'"))
  }

  @Test func `a perceptron`() {
    #expect(
      complaint("data: and\nmodel: perceptron\nsweep: {seeds: 3}").contains(
        "a sweep trains networks, and this is a perceptron"))
  }
}
