import GoldenNumbers
import Networks
import Testing
import Tracing

private struct Surfaces: Decodable {
  struct Parameters: Decodable {
    let weights: [[[Double]]]
    let biases: [[Double]]

    var flat: [Double] { zip(weights, biases).flatMap { $0.flatMap { $0 } + $1 } }
  }

  struct Surface: Decodable {
    let normalisation: String
    let direction1, direction2: Parameters
    let loss: [[Double]]
    let minimum, maximum: Double
  }

  struct Item: Decodable {
    let id, loss: String
    let activations: [String]
    let inputs, targets: [[Double]]
    let weights: [[[Double]]]
    let biases: [[Double]]
    let lossAtCentre: Double
    let alphas, betas: [Double]
    let rawDirection1, rawDirection2: Parameters
    let surfaces: [Surface]

    var network: Network {
      get throws {
        var layers: [Layer] = []
        for (index, name) in activations.enumerated() {
          let activation = try #require(Activation.named(name))
          layers.append(
            Layer(weights: Matrix(weights[index]), biases: biases[index], activation: activation))
        }
        return Network(layers: layers)
      }
    }

    func evaluator() throws -> LossEvaluator {
      LossEvaluator(
        try network, inputs: Matrix(inputs), targets: Matrix(targets),
        loss: try #require(Loss.named(loss)))
    }
  }

  let tolerance: Tolerance
  let items: [Item]
}

struct GoldenSurfaceTests {
  private let file: Surfaces

  init() throws { file = try golden("loss-surface") }

  private func normalization(_ name: String) -> (DirectionNormalization, biases: Bool) {
    switch name {
    case "filterNormalised": (.filter, false)
    case "layerNormalised": (.layer, false)
    default: (.raw, true)
    }
  }

  @Test func `directions are scaled as an independent program scales them`() throws {
    for item in file.items {
      for surface in item.surfaces {
        let (normalization, biases) = normalization(surface.normalisation)
        let pairs = [
          (item.rawDirection1, surface.direction1), (item.rawDirection2, surface.direction2),
        ]
        for (raw, want) in pairs {
          let got = normalization.scaled(raw.flat, to: try item.network, includesBiases: biases)
          let mismatch = file.tolerance.mismatch(got, want.flat)
          #expect(mismatch == nil, "\(item.id) \(surface.normalisation) \(mismatch ?? "")")
        }
      }
    }
  }

  @Test func `losses of whole surfaces agree with an independent framework`() throws {
    for item in file.items {
      for golden in item.surfaces {
        let (normalization, biases) = normalization(golden.normalisation)
        let directions = try [item.rawDirection1, item.rawDirection2].map {
          normalization.scaled($0.flat, to: try item.network, includesBiases: biases)
        }
        let plane = SurfacePlane(
          origin: try item.network.parameters, first: directions[0], second: directions[1])
        let surface = LossSurface(
          on: plane, alphas: item.alphas, betas: item.betas, with: try item.evaluator())
        let mismatch = file.tolerance.mismatch(
          surface.losses.flatMap { $0 }, golden.loss.flatMap { $0 })
        #expect(mismatch == nil, "\(item.id) \(golden.normalisation) \(mismatch ?? "")")
        let range = try #require(surface.range)
        #expect(file.tolerance.accepts(range.lowerBound, golden.minimum))
        #expect(file.tolerance.accepts(range.upperBound, golden.maximum))
      }
    }
  }

  @Test func `the loss in the middle is that of the network`() throws {
    for item in file.items {
      var evaluator = try item.evaluator()
      let got = evaluator.loss(at: try item.network.parameters)
      #expect(file.tolerance.accepts(got, item.lossAtCentre), "\(item.id)")
    }
  }
}
