import Figures
import Testing

struct MatrixViewTests {
  private static let wide = """
    it:
      data: xor
      network: {layers: [4 tanh, 3 relu, 1 sigmoid]}
      train: {epochs: 2}
    """

  private func texts(_ options: String) throws -> [String] {
    let exhibit = try Exhibit("kind: matrix-view\nscenario: it\n" + options, scenarios: Self.wide)
    return try exhibit.sheet().texts.map { $0.content }
  }

  @Test func `every matrix has its shape`() throws {
    let texts = try texts("layer: 2")
    // Weights with their gradient, three units by four inputs.
    #expect(texts.filter { $0 == "3 × 4" }.count == 2)
    // The next layer's weights are transposed on the way back, and the inputs lie down.
    #expect(texts.filter { $0 == "1 × 4" }.count == 1)
    #expect(texts.contains("3 × 1") && texts.contains("4 × 1") && texts.contains("1 × 1"))
  }

  @Test func `backward, the next layer's weights are transposed`() throws {
    let texts = try texts("layer: 1")
    #expect(texts.contains("W⁽²⁾ᵀ") && texts.contains("δ⁽²⁾") && texts.contains("f′(z⁽¹⁾)"))
    // The three units of layer 2 read four activations.
    #expect(texts.contains("4 × 3"))
  }

  @Test func `of the output with cross-entropy the difference is left`() throws {
    let texts = try texts("layer: 3\nshow: backward")
    #expect(texts.contains("ŷ") && texts.contains("y") && texts.contains("−"))
  }

  @Test func `a layer that is not there is refused`() {
    #expect(
      complaint("kind: matrix-view\nscenario: it\nlayer: 4", scenarios: Self.wide)
        == "lesson.yaml:7:12: scenario 'it' has 3 layers, not 4")
  }

  @Test func `a layer too wide to be read is refused`() {
    let scenario =
      "it:\n  data: xor\n  network: {layers: [12 tanh, 1 sigmoid]}\n  train: {epochs: 1}"
    #expect(
      complaint("kind: matrix-view\nscenario: it", scenarios: scenario)
        == "lesson.yaml:6:15: layer 1 of scenario 'it' has a side of 12; 'matrix-view' draws at "
        + "most 8")
  }
}
