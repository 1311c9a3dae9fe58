import Drawings
import Figures
import Networks
import Plotting
import Testing
import Tracing

/// The field of a network's outputs, as `decision-boundary` colors it.
struct OutputFieldTests {
  private func exhibit(_ scenario: String, options: String = "") throws -> Exhibit {
    try Exhibit("kind: decision-boundary\nscenario: it\n\(options)", scenarios: "it:\n" + scenario)
  }

  private static let line = """
      data: {shape: blobs, rows: 40, centers: 2}
      network: {layers: [1 sigmoid]}
      train: {epochs: 20, rate: 0.3}
      seed: 5
    """
  private static let threeClasses = """
      data: {shape: blobs, rows: 60, centers: 3}
      network: {layers: [4 tanh, 3 softmax]}
      train: {epochs: 60, rate: 0.3}
      seed: 2
    """

  @Test(arguments: Theme.all)
  func `a pixel's color is that of the network's output there`(theme: Theme) throws {
    let exhibit = try Exhibit("kind: decision-boundary\nscenario: hidden-layer")
    let network = try #require(exhibit.traces["hidden-layer"]).last.network
    let (pixels, places) = try #require(exhibit.sheet(0, theme).picture)
    let outputs = network.outputs(for: Matrix(places.map { [$0.x, $0.y] })).column(0)
    let wrong = zip(pixels, outputs).filter { pixel, output in
      // Between the mesh's crossings the output is interpolated: one entry of the ramp off at most.
      !(-1...1).contains { near in
        theme.field(output + Double(near) / 256) == Color(hex: pixel)
      }
    }
    #expect(pixels.count > 10_000 && wrong.isEmpty)
  }

  @Test func `the boundary of one layer is exactly its line`() throws {
    let exhibit = try exhibit(Self.line)
    let layer = try #require(exhibit.traces["it"]).last.network.layers[0]
    let sheet = try exhibit.sheet()
    let corners = sheet.strokes(sheet.theme.ink).flatMap { $0.corners }
    #expect(corners.count > 20)
    for corner in corners {
      let z = layer.weights[0, 0] * corner.x + layer.weights[0, 1] * corner.y + layer.biases[0]
      // z is linear, so that interpolating it along the mesh loses nothing but rounding.
      #expect(z.magnitude < 1e-9)
    }
  }

  @Test func `a boundary inside the window runs from edge to edge in one piece`() throws {
    let sheet = try exhibit(Self.line).sheet()
    let boundary = try #require(sheet.strokes(sheet.theme.ink).first)
    let line = try #require(boundary.lines.first)
    #expect(boundary.lines.count == 1)
    for end in [line[0], line[line.count - 1]] {
      let gaps = [
        end.x - sheet.x.domain.lowerBound, sheet.x.domain.upperBound - end.x,
        end.y - sheet.y.domain.lowerBound, sheet.y.domain.upperBound - end.y,
      ]
      #expect(gaps.contains { $0.magnitude < 1e-9 })
    }
  }

  @Test func `between classes the two greatest outputs are equal`() throws {
    let exhibit = try exhibit(Self.threeClasses)
    let network = try #require(exhibit.traces["it"]).last.network
    let sheet = try exhibit.sheet()
    let corners = sheet.strokes(sheet.theme.ink).flatMap { $0.corners }
    #expect(corners.count > 50)
    for outputs in network.outputs(for: Matrix(corners.map { [$0.x, $0.y] })).rowList {
      let sorted = outputs.sorted()
      let gap = sorted[2] - sorted[1]
      // The margin is interpolated along a mesh of 1/120 of the window. Where a third class is near,
      // its greatest rival changes between two crossings, and the margin bends there.
      #expect(gap < (sorted[0] < 0.2 ? 1e-3 : 0.03), "\(outputs)")
    }
  }

  @Test func `each class has its own color where it wins`() throws {
    let exhibit = try exhibit(Self.threeClasses)
    let trace = try #require(exhibit.traces["it"])
    let (pixels, places) = try #require(exhibit.sheet().picture)
    let outputs = trace.last.network.outputs(for: Matrix(places.map { [$0.x, $0.y] })).rowList
    let winners = outputs.map { trace.dataset.encoding.predictedClass(of: $0) ?? -1 }
    let colors = (0..<3).map { class_ in
      Set(zip(pixels, winners).filter { $0.1 == class_ }.map { $0.0 })
    }
    #expect(colors.allSatisfy { !$0.isEmpty })
    #expect(colors[0].isDisjoint(with: colors[1]) && colors[1].isDisjoint(with: colors[2]))
  }

  @Test func `a tanh output changes its decision at 0`() throws {
    let exhibit = try exhibit(
      Self.line.replacing("1 sigmoid", with: "1 tanh") + "\n  loss: mse")
    let network = try #require(exhibit.traces["it"]).last.network
    let sheet = try exhibit.sheet()
    let corners = sheet.strokes(sheet.theme.ink).flatMap { $0.corners }
    #expect(!corners.isEmpty)
    for output in network.outputs(for: Matrix(corners.map { [$0.x, $0.y] })).values {
      #expect(output.magnitude < 1e-9)
    }
  }
}

extension Matrix {
  /// The rows, each as a list.
  var rowList: [[Double]] { (0..<rows).map { row($0) } }
}
