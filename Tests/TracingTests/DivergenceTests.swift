import Networks
import Testing
import Tracing

struct DivergenceTests {
  private func steepScenario(_ train: String) throws -> Scenario {
    try scenario(
      """
      data: {shape: sine, rows: 20}
      network: {layers: [3 identity, 1 identity]}
      train: {\(train)}
      trace: {every: 1}
      """)
  }

  @Test func `training that blows up stops and is named`() throws {
    let trace = try steepScenario("rate: 10, epochs: 1000").run()
    let divergence = try #require(trace.divergence)
    #expect(divergence.update < 1000)
    #expect(divergence.update == trace.updateCount)
    #expect(!(abs(divergence.value) <= Divergence.parameterLimit))
    #expect("\(divergence)".hasPrefix("diverged at update \(divergence.update) (epoch "))
  }

  @Test func `a diverged trace ends at the moment of divergence`() throws {
    let trace = try steepScenario("rate: 10, epochs: 1000").run()
    let divergence = try #require(trace.divergence)
    #expect(trace.last.moment == .diverged)
    #expect(trace.last.update == divergence.update)
    #expect(trace.step(atEpoch: divergence.epoch) == trace.last)
    #expect(trace.steps.dropLast().allSatisfy { $0.loss.isFinite })
    #expect(trace.history.epochs.last == divergence.epoch)
  }

  @Test func `divergence within an epoch breaks it off`() throws {
    let trace = try steepScenario("rate: 1e40, epochs: 10, batch: 1").run()
    let divergence = try #require(trace.divergence)
    #expect(divergence.epoch == 1)
    #expect(divergence.update < 20)
    #expect(trace.step(atEpoch: 1)?.moment == .diverged)
  }

  @Test func `first weights beyond use diverge before any update`() throws {
    let trace = try scenario(
      """
      data: {shape: sine, rows: 20}
      network: {layers: [1 identity], parameters: [1e300, 0]}
      train: {epochs: 5}
      """
    ).run()
    #expect(trace.divergence?.epoch == 0)
    #expect(trace.divergence?.update == 0)
    #expect(trace.divergence?.what == .loss)
    #expect(trace.steps.count == 1)
  }

  @Test func `a diverged trace is written in every format`() throws {
    let trace = try steepScenario("rate: 10, epochs: 1000").run()
    for format in TraceFormat.allCases {
      #expect(try !trace.exported(as: format).bytes.isEmpty)
    }
  }
}
