import Plotting
import Testing

struct StairsMarkTests {
  @Test func `bars are one outline without lines between them`() {
    let mark = Mark.stairs(edges: [0, 2, 4, 6], values: [5, 5, 10], color: .black)
    #expect(
      Sheet.text(of: mark)
        == "fill #000000 M 0,100 L 0,50 L 40,50 L 40,0 L 60,0 L 60,100 Z")
  }

  @Test func `the extent reaches from the floor to the highest bar`() {
    let extent = Mark.stairs(edges: [1, 2, 3], values: [4, 2], color: .black).extent
    #expect(extent.x == 1...3 && extent.y == 0...4)
  }

  @Test func `a height that is not finite counts as none`() {
    let mark = Mark.stairs(edges: [0, 5, 10], values: [.nan, 10], color: .black)
    #expect(Sheet.text(of: mark) == "fill #000000 M 0,100 L 50,100 L 50,0 L 100,0 L 100,100 Z")
  }
}
