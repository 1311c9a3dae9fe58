import Networks
import Testing

/// What activations say of themselves, held against the functions.
struct ActivationTraitsTests {
  private static let elementwise =
    Activation.all.filter { $0.isElementwise } + [
      .leakyReLU(slope: 0.3), .leakyReLU(slope: 0), .leakyReLU(slope: 1), .elu(alpha: 0.5),
      .elu(alpha: 2),
    ]
  private static let places = Array(stride(from: -30.0, through: 30, by: 0.01))

  @Test(arguments: elementwise)
  func `the derivative jumps at the kinks and nowhere else`(of activation: Activation) {
    let traits = activation.traits
    let step = 1e-7
    func change(at z: Double) -> Double {
      let slopes = activation.derivatives(at: [z - step, z + step])
      return (slopes[1] - slopes[0]).magnitude
    }
    for kink in traits.kinks {
      #expect(change(at: kink) > 1e-3)
      #expect(!traits.jumps.contains(kink))
      let sides = activation.values(at: [kink - step, kink + step])
      #expect((sides[1] - sides[0]).magnitude < 1e-5, "a kink is no jump")
    }
    // Second derivatives are below 3, so that a smooth derivative changes by less than 6e-7.
    for z in Self.places where !traits.kinks.contains(where: { ($0 - z).magnitude < 0.005 }) {
      #expect(change(at: z) < 1e-6, "z = \(z)")
    }
  }

  @Test(arguments: elementwise)
  func `the function jumps where it says so and nowhere else`(of activation: Activation) {
    let jumps = activation.traits.jumps
    let step = 1e-7
    for z in Self.places {
      let values = activation.values(at: [z - step, z + step])
      let isJump = jumps.contains { ($0 - z).magnitude < 0.005 }
      // Slopes are below 2.1.
      #expect(((values[1] - values[0]).magnitude > 1e-6) == isJump, "z = \(z)")
    }
  }

  @Test(arguments: elementwise)
  func `a saturated unit passes on hardly any gradient, and less the farther it is`(
    of activation: Activation
  ) throws {
    let saturation = activation.traits.saturation
    let largest = try #require(activation.maximumDerivative)
    let limit = Saturation.slopeShare * largest
    for side in [-1.0, 1] {
      let slopes = [40 * side, 300 * side].map { activation.derivative(at: $0).magnitude }
      guard let edge = side < 0 ? saturation.below : saturation.above else {
        #expect(slopes.allSatisfy { $0 > 1e-3 }, "it vanishes toward \(side)")
        continue
      }
      #expect(slopes.allSatisfy { $0 < 1e-12 })
      for distance in stride(from: 0.0, through: 30, by: 0.01) {
        let z = edge + side * distance
        // The edge is the nearest double to where the derivative is the limit.
        #expect(activation.derivative(at: z).magnitude <= limit * (1 + 1e-9), "z = \(z)")
        #expect(saturation.holds(z))
      }
      let before = edge - side * 1e-6
      let isStep = !activation.traits.jumps.isEmpty
      #expect(
        isStep || activation.derivative(at: before).magnitude > limit, "the edge is too far in")
      #expect(isStep || !saturation.holds(before))
    }
  }

  @Test(arguments: elementwise)
  func `activations are exactly 0 on an interval where they say so, else at single places`(
    of activation: Activation
  ) {
    let traits = activation.traits
    let near = Self.places.filter { $0.magnitude < 20 }
    let zeros = near.filter { activation.value(at: $0) == 0 }
    guard let edge = traits.zeroBelow else {
      #expect(zeros.count <= 1)
      return
    }
    #expect(near.filter { $0 < edge }.allSatisfy { activation.value(at: $0) == 0 })
    #expect(near.filter { $0 > edge }.allSatisfy { activation.value(at: $0) != 0 })
  }

  @Test(arguments: elementwise)
  func `activations reach their level where pre-activations reach 0, or reach none there`(
    of activation: Activation
  ) {
    let level = activation.traits.levelAtZero ?? activation.value(at: 0)
    let agree = Self.places.allSatisfy { ($0 >= 0) == (activation.value(at: $0) >= level) }
    #expect(agree == (activation.traits.levelAtZero != nil))
  }

  @Test(arguments: elementwise)
  func `a derivative as a formula of the activation is the derivative`(of activation: Activation) {
    guard let slope = activation.traits.closedSlope else { return }
    for z in Self.places {
      let formula = slope.value(atActivation: activation.value(at: z))
      #expect((formula - activation.derivative(at: z)).magnitude <= 1e-16, "z = \(z)")
    }
  }

  @Test func `sigmoid, tanh and identity have a derivative that can be printed`() {
    #expect(Activation.sigmoid.traits.closedSlope == .logistic)
    #expect(Activation.tanh.traits.closedSlope == .oneMinusSquare)
    #expect(Activation.identity.traits.closedSlope == .one)
  }

  @Test(arguments: Activation.all)
  func `probabilities lie between 0 and 1, and signed targets at both ends of the range`(
    of activation: Activation
  ) {
    let traits = activation.traits
    if traits.probabilities != nil { #expect(activation.range == 0...1) }
    if traits.probabilities == .categorical {
      #expect((activation.values(at: [1, 2, -3]).reduce(0, +) - 1).magnitude < 1e-15)
    }
    #expect(traits.hasSignedTargets == (activation.range == -1...1))
  }

  @Test(arguments: Loss.all)
  func `a loss that is computed from pre-activations fits one kind of output`(loss: Loss) {
    let fitting = Activation.all.filter {
      loss.probabilities != nil && $0.traits.probabilities == loss.probabilities
    }
    #expect(fitting.count == (loss.probabilities == nil ? 0 : 1))
  }

  @Test func `a symbol is the name unless something else is usual`() {
    #expect(Activation.sigmoid.symbol == "σ" && Activation.sigmoid.gateLabel == "σ")
    #expect(Activation.relu.symbol == "relu" && Activation.relu.gateLabel == "ReLU")
    #expect(Activation.gelu.symbol == "gelu" && Activation.gelu.gateLabel == "gelu")
  }

  @Test func `saturated units are counted by their pre-activation, those of a softmax together`() {
    func count(_ activation: Activation, _ z: [Double]) -> Int? {
      activation.saturatedCount(preActivations: z, activations: activation.values(at: z))
    }
    #expect(count(.tanh, [-2.65, -2.64, 0, 2.64, 2.65, .nan]) == 2)
    #expect(count(.sigmoid, [-5.3, -5.29, 5.29, 5.3]) == 2)
    #expect(count(.relu, [-1, 0, 1e-300]) == 2)
    #expect(count(.step, [-1, 0, 1]) == 3)
    #expect(count(.elu, [-4, -3.9, 5]) == 1)
    #expect(count(.identity, [-9, 9]) == nil)
    #expect(count(.softmax, [0, 9, 1]) == 3)
  }
}
