import Figures
import Testing

struct EpochChoiceTests {
  private func titles(_ epochs: String) throws -> [String] {
    try Exhibit("kind: decision-boundary\nscenario: hidden-layer\n\(epochs)").plot()
      .panels.map { $0.title }
  }

  @Test func `the end is shown unless epochs are named`() throws {
    #expect(try titles("") == ["epoch 300"])
  }

  @Test func `epochs are shown in the order of the lesson`() throws {
    #expect(try titles("epochs: [last, 50, 0]") == ["epoch 300", "epoch 50", "epoch 0"])
  }

  @Test func `one epoch needs no brackets`() throws {
    #expect(try titles("epochs: 7") == ["epoch 7"])
  }

  @Test func `an epoch beyond the end is refused at its number`() {
    #expect(
      complaint("kind: decision-boundary\nscenario: hidden-layer\nepochs: [0, 301]") == """
        lesson.yaml:7:17: scenario 'hidden-layer' has no epoch 301: it ends at epoch 300
        = write 'last' for the end, whenever that is
        """)
  }

  @Test(arguments: ["lst", "-1", "1.5", "end"])
  func `what is no epoch is refused at its place`(word: String) {
    #expect(
      complaint("kind: decision-boundary\nscenario: hidden-layer\nepochs: [0, \(word)]") == """
        lesson.yaml:7:17: error: '\(word)' is no epoch
          7 |     epochs: [0, \(word)]
            |                 ^
            = write a number from 0 on, or 'last'
        """)
  }

  @Test func `an empty list of epochs is refused`() {
    #expect(
      complaint("kind: decision-boundary\nscenario: hidden-layer\nepochs: []") == """
        lesson.yaml:7:13: error: 'epochs' is empty
          7 |     epochs: []
            |             ^
            = write a number from 0 on, or 'last'
        """)
  }

  @Test(arguments: ["[]", "[0, 1]"])
  func `a figure of one epoch takes one`(list: String) {
    let kinds = ["hidden-units", "network-diagram", "table\ncontent: forward-passes"]
    for kind in kinds {
      let text = complaint("kind: \(kind)\nscenario: hidden-layer\nepoch: \(list)")
      #expect(text.contains("'epoch' wants one epoch"), "\(kind)")
    }
  }
}
