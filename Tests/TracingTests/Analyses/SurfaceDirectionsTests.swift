import Networks
import Testing
import Tracing

/// Rounding of sums of some tens of products of numbers about 1.
private let rounding = 1e-12

struct SurfaceDirectionsTests {
  private let network = sampleNetwork()

  /// The places of each unit's weights and bias in a network of widths 2, 3, 1.
  private let filters = [[0, 1, 6], [2, 3, 7], [4, 5, 8], [9, 10, 11, 12]]

  @Test(arguments: DirectionNormalization.allCases, [true, false])
  func `random directions are orthogonal`(
    normalization: DirectionNormalization, includesBiases: Bool
  ) {
    let plane = SurfaceDirections.random(
      seed: 1, normalization: normalization, includesBiases: includesBiases
    ).plane(through: network)
    #expect(abs(product(plane.first, plane.second)) < rounding)
    #expect(length(plane.second) > 0.1)
  }

  @Test func `unless asked for, random directions of few parameters are not orthogonal`() {
    let plane = SurfaceDirections.random(seed: 1, orthogonal: false).plane(through: network)
    let cosine = product(plane.first, plane.second) / length(plane.first) / length(plane.second)
    #expect(abs(cosine) > 0.01)
  }

  @Test func `each filter of both directions is as long as the network's, bias included`() {
    let plane = SurfaceDirections.random(seed: 2).plane(through: network)
    for filter in filters {
      let wanted = length(filter.map { network.parameters[$0] })
      for direction in [plane.first, plane.second] {
        #expect(abs(length(filter.map { direction[$0] }) - wanted) < rounding)
      }
      let (first, second) = (filter.map { plane.first[$0] }, filter.map { plane.second[$0] })
      #expect(abs(product(first, second)) < rounding)
    }
  }

  @Test func `without biases the directions are 0 at each bias`() {
    let plane = SurfaceDirections.random(seed: 2, includesBiases: false).plane(through: network)
    for bias in [6, 7, 8, 12] {
      #expect(plane.first[bias] == 0)
      #expect(plane.second[bias] == 0)
    }
  }

  @Test func `a filter of one number cannot hold two orthogonal directions`() {
    let narrow = sampleNetwork(widths: [1, 3, 1])
    let plane = SurfaceDirections.random(seed: 2, includesBiases: false).plane(through: narrow)
    #expect(Array(plane.second[..<3]) == [0, 0, 0])
    #expect(length(plane.second) > 0.1)
  }

  @Test func `a network of zeros has no scale, so its directions are 0`() {
    var zero = network
    zero.parameters = [Double](repeating: 0, count: zero.parameterCount)
    let plane = SurfaceDirections.random(seed: 2).plane(through: zero)
    #expect(plane.first.allSatisfy { $0 == 0 })
    #expect(plane.project(network.parameters).alpha == 0)
  }

  @Test func `the same seed gives the same plane, another seed another`() {
    let planes = [1, 1, 2].map { SurfaceDirections.random(seed: $0).plane(through: network) }
    #expect(planes[0] == planes[1])
    #expect(planes[0] != planes[2])
  }

  @Test func `coordinates of two weights are the weights themselves`() {
    let plane = SurfaceDirections.weights(0, 12).plane(through: network)
    let place = plane.project(network.parameters)
    #expect(place.alpha == network.parameters[0])
    #expect(place.beta == network.parameters[12])
    #expect(place.distance == 0)
    #expect(plane.parameters(alpha: place.alpha, beta: place.beta) == network.parameters)
  }

  @Test func `every index of a parameter has a place and comes back from it`() {
    for index in 0..<network.parameterCount {
      #expect(ParameterPlace(index, in: network)?.index(in: network) == index)
    }
    #expect(ParameterPlace(13, in: network) == nil)
    #expect(ParameterPlace(layer: 0, unit: 3, input: 0).index(in: network) == nil)
    #expect(ParameterPlace(3, in: network)?.description == "W1[2, 2]")
    #expect(ParameterPlace(12, in: network)?.description == "b2[1]")
  }
}
