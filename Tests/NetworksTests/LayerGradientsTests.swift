import GoldenNumbers
import Networks
import Testing

private struct LayerGradients: Decodable {
  let tolerance: Tolerance
  let items: [Item]

  struct Item: Decodable, Sendable, CustomStringConvertible {
    let id: String
    let activations: [String]
    let loss: String
    let weights: [[[Double]]]
    let biases: [[Double]]
    let inputs: [[Double]]
    let targets: [[Double]]
    let perExample: [Example]
    let batchSum: Total
    let batchMean: Total

    var description: String { id }
    var network: Network {
      get throws {
        try GoldenNetwork(activations: activations, weights: weights, biases: biases).network
      }
    }
  }

  struct Example: Decodable, Sendable {
    let loss: Double
    let z, a, dz, da, db: [[Double]]
    let dW: [[[Double]]]
  }

  struct Total: Decodable, Sendable {
    let loss: Double
    let dW: [[[Double]]]
    let db: [[Double]]
  }
}

private func golden() throws -> LayerGradients { try GoldenNumbers.golden("layer-gradients") }

struct LayerGradientsTests {
  private let tolerance: Tolerance

  init() throws { tolerance = try golden().tolerance }

  @Test(arguments: try golden().items)
  private func `the forward pass of all examples at once`(item: LayerGradients.Item) throws {
    let pass = try item.network.forward(Matrix(item.inputs))
    for (row, example) in item.perExample.enumerated() {
      let z = pass.preActivations.flatMap { $0.row(row) }
      let a = pass.activations.flatMap { $0.row(row) }
      #expect(tolerance.mismatch(z, example.z.flatMap(\.self)) == nil)
      #expect(tolerance.mismatch(a, example.a.flatMap(\.self)) == nil)
    }
  }

  @Test(arguments: try golden().items)
  private func `gradients by values of all examples at once`(item: LayerGradients.Item) throws {
    let gradients = try gradients(of: item, rows: Array(item.inputs.indices), averaged: false)
    for (row, example) in item.perExample.enumerated() {
      let dz = gradients.preActivations.flatMap { $0.row(row) }
      let da = gradients.activations.flatMap { $0.row(row) }
      #expect(tolerance.mismatch(dz, example.dz.flatMap(\.self)) == nil)
      #expect(tolerance.mismatch(da, example.da.flatMap(\.self)) == nil)
    }
  }

  @Test(arguments: try golden().items)
  private func `gradients by parameters of each example`(item: LayerGradients.Item) throws {
    for (row, example) in item.perExample.enumerated() {
      let gradients = try gradients(of: item, rows: [row], averaged: true)
      let want = flat(example.dW, example.db)
      #expect(tolerance.accepts(gradients.loss, example.loss))
      #expect(tolerance.mismatch(gradients.flat, want) == nil)
    }
  }

  @Test(arguments: try golden().items, [true, false])
  private func `the batch as a mean and as a sum`(
    item: LayerGradients.Item, averaged: Bool
  ) throws {
    let want = averaged ? item.batchMean : item.batchSum
    let rows = Array(item.inputs.indices)
    let gradients = try gradients(of: item, rows: rows, averaged: averaged)
    #expect(tolerance.accepts(gradients.loss, want.loss))
    #expect(tolerance.mismatch(gradients.flat, flat(want.dW, want.db)) == nil)
  }

  private func gradients(
    of item: LayerGradients.Item, rows: [Int], averaged: Bool
  ) throws -> Gradients {
    let network = try item.network
    let pass = network.forward(Matrix(item.inputs).selectingRows(rows))
    let targets = Matrix(item.targets).selectingRows(rows)
    let loss = try #require(Loss.named(item.loss))
    return network.backward(pass, against: targets, through: loss, averaged: averaged)
  }

  private func flat(_ weights: [[[Double]]], _ biases: [[Double]]) -> [Double] {
    zip(weights, biases).flatMap { $0.flatMap(\.self) + $1 }
  }
}
