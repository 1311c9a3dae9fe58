import Networks
import Testing
import Tracing

struct SweepTests {
  private static let text = """
    data: xor
    network: {layers: [2 tanh, 1 sigmoid]}
    train: {rate: 0.5, epochs: 50}
    sweep: {units: [2, 5], rate: [0.5, 0.25], seeds: 3}
    """

  @Test func `every combination is trained with every seed, in the order of the file`() throws {
    let sweep = try sweep(Self.text)
    #expect(sweep.axes.map { $0.name } == ["units", "rate"])
    #expect(sweep.members.count == 12)
    #expect(sweep.combinationCount == 4)
    #expect(sweep.members.map { $0.seed } == [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3])
    let settings = stride(from: 0, to: 12, by: 3).map { sweep.members[$0].settings }
    #expect(
      settings == [
        [.units(2), .rate(0.5)], [.units(2), .rate(0.25)], [.units(5), .rate(0.5)],
        [.units(5), .rate(0.25)],
      ])
  }

  @Test func `a combination is found by its values`() throws {
    let sweep = try sweep(Self.text)
    #expect(sweep.combination([.units(5), .rate(0.5)]) == 2)
    #expect(sweep.combination([.units(3), .rate(0.5)]) == nil)
    #expect(sweep.members(of: 2).allSatisfy { $0.settings == [.units(5), .rate(0.5)] })
  }

  @Test func `the order of the axes is that of the file`() throws {
    let text = Self.text.replacing("units: [2, 5], rate: [0.5, 0.25]", with: "rate: 1, units: 3")
    #expect(try sweep(text).axes.map { $0.name } == ["rate", "units"])
  }

  @Test func `a sweep gives the same bits at any time`() throws {
    #expect(try sweep(Self.text) == sweep(Self.text))
  }

  @Test(arguments: [1, 2, 3])
  func `a member is the training of its seed and settings alone`(seed: Int) throws {
    let member = try sweep(Self.text).members[8 + seed]
    let trace = try scenario(
      """
      data: xor
      network: {layers: [5 tanh, 1 sigmoid]}
      train: {rate: 0.25, epochs: 50}
      seed: \(seed)
      """
    ).run()
    #expect(member.seed == seed && member.settings == [.units(5), .rate(0.25)])
    #expect(member.finalLoss == trace.last.loss)
    #expect(member.finalAccuracy == trace.last.accuracy)
    #expect(member.parameterCount == trace.last.network.parameterCount)
    #expect(member.epochsToThreshold == trace.history.firstEpoch(withAccuracy: 0.95))
    #expect(member.lossCurve.allSatisfy { $0.loss == trace.history.loss[$0.epoch] })
  }

  @Test func `a mini-batch member shuffles as the training of its seed`() throws {
    let text = """
      data: {shape: moons, rows: 40, validation: 20}
      network: {layers: [3 relu, 1 sigmoid]}
      train: {rate: 0.1, epochs: 4}
      """
    let member = try sweep("\(text)\nsweep: {batch: [8, all], seeds: 2}").members[1]
    let trace = try scenario(
      text.replacing("epochs: 4", with: "epochs: 4, batch: 8") + "\nseed: 2"
    ).run()
    #expect(member.settings == [.batch(8)] && member.seed == 2)
    #expect(member.finalLoss == trace.last.loss)
    #expect(member.validationLoss == trace.history.validationLoss.last)
    #expect(member.validationAccuracy == trace.history.validationAccuracy.last)
  }

  @Test func `rows are nested and fixed by the seed of the data`() throws {
    let sweep = try sweep(
      """
      data: {shape: moons, rows: 100, seed: 4}
      network: {layers: [3 tanh, 1 sigmoid]}
      train: {epochs: 2}
      sweep: {rows: [10, 100], seeds: 2}
      """)
    let all = DatasetShape.moons.dataset(["rows": 100], seed: 4)
    #expect(sweep.dataset.inputs == all.inputs.selectingRows(Array(0..<10)))
    #expect(sweep.members[0].finalLoss != sweep.members[1].finalLoss)
  }

  @Test func `hidden layers are repeated, units and activations are of all of them`() throws {
    let sweep = try sweep(
      """
      data: xor
      network: {layers: [2 tanh, 1 sigmoid]}
      train: {epochs: 1}
      sweep: {layers: [0, 1, 3], units: 4, activation: relu}
      """)
    // 2·1+1; 2·4+4 + 4+1; and twice 4·4+4 more.
    #expect(sweep.members.map { $0.parameterCount } == [3, 17, 57])
  }

  @Test func `initializers go by the words of lesson files`() throws {
    let sweep = try sweep(
      """
      data: xor
      network: {layers: [2 tanh, 1 sigmoid]}
      train: {epochs: 1}
      sweep: {initializer: [zeros, normal 0.01, he-normal, uniform 0.5]}
      """)
    #expect(
      sweep.axes[0].settings.map { $0.lessonText } == [
        "zeros", "normal 0.01", "he-normal", "uniform 0.5",
      ])
    #expect(
      sweep.axes == [.initializer([.zeros, .normal(0.01), .heNormal, .uniform(0.5)])])
    // Zero weights answer one half to everything.
    #expect(sweep.members[0].lossCurve[0].loss == -Elementary.log(0.5))
  }

  @Test func `a curve has at most 64 points, from the first epoch to the last`() throws {
    let sweep = try sweep(
      """
      data: xor
      network: {layers: [2 tanh, 1 sigmoid]}
      train: {rate: 0.5, epochs: 5000}
      sweep: {seeds: 2}
      """)
    for member in sweep.members {
      #expect((40...SweepMember.curveLimit).contains(member.lossCurve.count))
      #expect(member.lossCurve.first?.epoch == 0)
      #expect(member.lossCurve.last == LossPoint(epoch: 5000, loss: member.finalLoss))
      #expect(
        zip(member.lossCurve, member.lossCurve.dropFirst()).allSatisfy { $0.epoch < $1.epoch })
    }
  }

  @Test func `a member that diverges says so and keeps its curve until then`() throws {
    let sweep = try sweep(
      """
      data: {shape: sine, rows: 20}
      network: {layers: [3 identity, 1 identity]}
      train: {epochs: 1000}
      sweep: {rate: [0.01, 10]}
      """)
    #expect(sweep.members.map { $0.diverged } == [false, true])
    #expect(sweep.members[1].lossCurve.last.map { $0.epoch < 1000 } == true)
  }

  @Test func `for regression the threshold is a loss`() throws {
    let text = """
      data: {shape: sine, rows: 20}
      network: {layers: [3 tanh, 1 identity]}
      train: {rate: 0.1, epochs: 200}
      """
    let sweep = try sweep("\(text)\nsweep: {seeds: 2, threshold: 0.2}")
    let trace = try scenario("\(text)\nseed: 1").run()
    #expect(sweep.members[0].epochsToThreshold == trace.history.loss.firstIndex { $0 <= 0.2 })
    #expect(sweep.members[0].finalAccuracy == nil)
  }

  @Test func `a description names settings, seeds and epochs`() throws {
    #expect("\(try sweep(Self.text))" == "units 2, 5 × rate 0.5, 0.25 × 3 seeds, 50 epochs each")
  }

  @Test func `the cost is that of all trainings`() throws {
    let one = try #require(
      scenario(Self.text.replacing("sweep:", with: "title: Many\n#")).estimatedCost())
    let many = try #require(scenario(Self.text).estimatedCost())
    #expect(many.trainingCount == 12)
    #expect(many.multiplyAdds >= 12 * one.multiplyAdds)
  }
}
