import Figures
import Plotting
import Testing

/// Traces that are valid but far from what a lesson shows.
struct HardScenarioTests {
  private static let data = [
    "data: {file: one.csv, target: class}", "data: {file: flat.csv, target: class}",
    "data: {file: vast.csv, target: class}", "data: {file: tiny.csv, target: class}", "data: xor",
    "data: {shape: moons, rows: 300}",
  ]
  private static let models = [
    "network: {layers: [2 tanh, 1 sigmoid]}\n  train: {epochs: 3}",
    "network: {layers: [2 relu, 1 identity]}\n  loss: mse\n  train: {epochs: 60, rate: 1e6}",
    "network: {layers: [3 elu, 1 tanh]}\n  loss: mse\n  train: {epochs: 9, rate: 1e160}",
    "network: {layers: [2 identity, 2 softmax]}\n  train: {epochs: 0}",
    "network: {layers: [9 tanh, 8 relu, 7 gelu, 6 silu, 16 elu, 1 sigmoid]}\n  train: {epochs: 2}",
    "network: {layers: [2 tanh, 1 sigmoid], initializer: zeros}\n  train: {epochs: 0}",
  ]
  private static let files = [
    "one.csv": "x,y,class\n0.5,2,a\n", "flat.csv": "x,y,class\n1,3,a\n1,3,b\n1,3,a\n",
    "vast.csv": "x,y,class\n-1e300,1e290,a\n1e300,-1e290,b\n0,0,b\n",
    "tiny.csv": "x,y,class\n1e-300,0,a\n2e-300,1e-310,b\n",
  ]
  private static let figures = FigureCatalog.all.map { $0.example }
    .filter { $0.contains("scenario: hidden-layer") }

  /// All that is wrong with the drawings of one scenario; a refusal in words is no fault.
  private func faults(_ scenario: String, _ theme: Theme) throws -> [String] {
    var faults: [String] = []
    for figure in Self.figures {
      let figure = figure.replacing(/\nepochs: .*/, with: "").replacing(/\nrow: .*/, with: "")
      // One class alone has no two outputs; the scenario itself refuses that.
      let exhibit = try? Exhibit(
        figure, scenarios: "hidden-layer:\n  " + scenario, files: Self.files)
      guard let drawing = try? exhibit?.drawing(.english, theme) else { continue }
      faults += drawing.strays
    }
    return faults
  }

  @Test(arguments: data, models)
  func `any data and any network can be drawn or are refused`(data: String, model: String) throws {
    for theme in Theme.all {
      #expect(try faults(data + "\n  " + model, theme) == [])
    }
  }
}
