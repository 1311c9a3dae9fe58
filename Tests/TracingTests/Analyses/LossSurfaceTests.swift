import GoldenNumbers
import Networks
import Testing
import Tracing

/// Losses over planes of parameters, against the golden surfaces.
struct LossSurfaceTests {
  private struct Fixture: Decodable {
    var tolerance: Tolerance
    var items: [Item]
  }

  struct Item: Decodable, Sendable, CustomTestStringConvertible {
    struct Flat: Decodable, Sendable {
      var weights: [[[Double]]]
      var biases: [[Double]]

      var parameters: [Double] {
        zip(weights, biases).flatMap { $0.flatMap { $0 } + $1 }
      }
    }
    struct Surface: Decodable, Sendable {
      var normalisation: String
      var direction1, direction2: Flat
      var loss: [[Double]]
    }
    var id: String
    var shape: [Int]
    var activations: [String]
    var loss: String
    var inputs, targets: [[Double]]
    var weights: [[[Double]]]
    var biases: [[Double]]
    var lossAtCentre: Double
    var alphas, betas: [Double]
    var rawDirection1, rawDirection2: Flat
    var surfaces: [Surface]
    var testDescription: String { id }

    func network() throws -> Network {
      Network(
        layers: try weights.indices.map { index in
          Layer(
            weights: Matrix(weights[index]), biases: biases[index],
            activation: try #require(Activation.named(activations[index])))
        })
    }
    func evaluator() throws -> LossEvaluator {
      LossEvaluator(
        try network(), inputs: Matrix(inputs), targets: Matrix(targets),
        loss: try #require(Loss.named(loss)))
    }
  }

  private static let fixture = try? golden("loss-surface", as: Fixture.self)
  static let items = fixture?.items ?? []

  @Test func `the golden surfaces are there`() {
    #expect(!Self.items.isEmpty)
  }

  @Test(arguments: items)
  func `the loss over every golden plane is the golden loss`(item: Item) throws {
    let tolerance = try #require(Self.fixture).tolerance
    for surface in item.surfaces {
      let plane = SurfacePlane(
        origin: try item.network().parameters, first: surface.direction1.parameters,
        second: surface.direction2.parameters)
      let found = LossSurface(
        on: plane, alphas: item.alphas, betas: item.betas, with: try item.evaluator())
      let mismatch = tolerance.mismatch(
        found.losses.flatMap { $0 }, surface.loss.flatMap { $0 })
      #expect(mismatch == nil, "\(surface.normalisation): \(mismatch ?? "")")
    }
  }

  @Test(arguments: items)
  func `directions scaled by the network's units are the golden ones`(item: Item) throws {
    let tolerance = try #require(Self.fixture).tolerance
    let kinds: [(String, DirectionNormalization)] = [
      ("filterNormalised", .filter), ("layerNormalised", .layer),
    ]
    for (name, kind) in kinds {
      let surface = try #require(item.surfaces.first { $0.normalisation == name })
      let found = kind.scaled(
        item.rawDirection1.parameters, to: try item.network(), includesBiases: false)
      #expect(tolerance.mismatch(found, surface.direction1.parameters) == nil, "\(name)")
    }
  }

  @Test(arguments: items)
  func `orthogonal random directions are orthogonal`(item: Item) throws {
    let plane = SurfaceDirections.random(seed: 4).plane(through: try item.network())
    let product = zip(plane.first, plane.second).reduce(0) { $0 + $1.0 * $1.1 }
    let lengths = [plane.first, plane.second].map { direction in
      direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    // Rounding of some dozens of products, relative to the lengths.
    #expect(product.magnitude < 1e-12 * lengths[0] * lengths[1])
  }

  @Test(arguments: items)
  func `a place of the plane is projected onto itself`(item: Item) throws {
    let plane = SurfaceDirections.random(seed: 9, orthogonal: false)
      .plane(through: try item.network())
    let place = plane.project(plane.parameters(alpha: 0.3, beta: -0.7))
    // Two solutions of a 2 by 2 system, so a few roundings.
    #expect((place.alpha - 0.3).magnitude < 1e-12 && (place.beta + 0.7).magnitude < 1e-12)
    #expect(place.distance < 1e-12)
  }

  @Test func `a straight path is its own first component`() throws {
    let item = try #require(Self.items.first)
    let network = try item.network()
    let path = (0...4).map { step in
      network.parameters.enumerated().map { $1 + Double(step) * Double($0 + 1) }
    }
    let plane = SurfaceDirections.principal(of: path).plane(through: network)
    #expect((try #require(plane.explainedVariance.first) - 1).magnitude < 1e-12)
  }
}
