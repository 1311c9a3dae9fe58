import Drawings
import Figures
import Plotting
import Testing

struct DepthCurveAxesTests {
  private func plot(_ quantities: String) throws -> Plot {
    try Exhibit(
      "kind: depth-curve\nscenario: hidden-layer\nquantities: [\(quantities)]\nacross: epochs"
    ).plot()
  }

  @Test func `gradients of two kinds share both axes, so that their sizes compare`() throws {
    let plot = try plot("gradients, weight-gradients")
    #expect(plot.sharesX && plot.sharesY)
  }

  @Test func `what runs over epochs shares no axis with what runs over updates`() throws {
    let plot = try plot("gradients, update-ratio")
    #expect(!plot.sharesX && !plot.sharesY)
  }

  @Test func `activations and gradients share the epochs only`() throws {
    let plot = try plot("activations, gradients")
    #expect(plot.sharesX && !plot.sharesY)
  }

  @Test(arguments: Theme.all)
  func `every layer's line stands out from the page`(theme: Theme) throws {
    let scenario = """
      it:
        data: xor
        network: {layers: [3 tanh, 3 tanh, 3 tanh, 1 sigmoid]}
        train: {epochs: 9}
      """
    let exhibit = try Exhibit(
      "kind: depth-curve\nscenario: it\nquantities: [gradients]\nacross: epochs",
      scenarios: scenario)
    let colors = try exhibit.sheet(0, theme).commands.compactMap { command -> Color? in
      if case .stroke(_, let color, _) = command { color } else { nil }
    }
    #expect(colors.count >= 3)
    for color in colors { #expect(color.contrast(with: theme.background) > 1.8) }
  }
}
