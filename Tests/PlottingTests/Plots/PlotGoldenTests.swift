import Drawings
import Plotting
import Testing

struct PlotGoldenTests {
  @Test func `a line on paper`() {
    let panel = Panel(
      title: "Loss", x: Axis("epoch", domain: 0...2), y: Axis("loss", domain: 0...1),
      marks: [
        .line([Point(0, 1), Point(2, 0.5)], color: Theme.paper.positive, width: 2, label: "sgd")
      ])
    var plot = Plot(theme: .paper, note: "seed 7", panels: [panel], shape: .height(60))
    plot.pageWidth = 150
    #expect(
      plot.drawing(measuring: .fixed).description == """
        page 150 x 142.88 #ffffff
        clip M 44.85,27.65 L 117.05,27.65 L 117.05,87.65 L 44.85,87.65 Z
        stroke #1f6fb5 2 M 44.85,27.65 L 117.05,57.65
        end clip
        stroke #8c959f 0.6 M 44.85,27.65 L 117.05,27.65 L 117.05,87.65 L 44.85,87.65 Z
        stroke #8c959f 0.6 M 44.85,87.65 L 44.85,90.05
        text #57606a 8 42.45,98.28 "0"
        stroke #8c959f 0.6 M 80.95,87.65 L 80.95,90.05
        text #57606a 8 78.55,98.28 "1"
        stroke #8c959f 0.6 M 117.05,87.65 L 117.05,90.05
        text #57606a 8 114.65,98.28 "2"
        text #1b1f24 9 67.45,109.8 "epoch"
        stroke #8c959f 0.6 M 42.45,87.65 L 44.85,87.65
        text #57606a 8 25.65,90.57 "0.0"
        stroke #8c959f 0.6 M 42.45,57.65 L 44.85,57.65
        text #57606a 8 25.65,60.57 "0.5"
        stroke #8c959f 0.6 M 42.45,27.65 L 44.85,27.65
        text #57606a 8 25.65,30.57 "1.0"
        text #1b1f24 9 turned -90 20.7,68.45 "loss"
        text #1b1f24 10 bold 44.85,24.05 "Loss"
        text #1f6fb5 8 bold 121.05,60.57 "sgd"
        text #57606a 7.5 12.15,128.47 "seed 7"

        """)
  }

  @Test func `a dot on a slide`() {
    let panel = Panel(
      x: .hidden(0...1), y: .hidden(0...1),
      marks: [.dots([Dot(Point(0.5, 0.5), shape: .square, color: .scarlet)])])
    let plot = Plot(
      theme: .slide, title: "One point", keys: [.dot(.square, .scarlet, "wrong")], panels: [panel])
    #expect(
      plot.drawing(measuring: .fixed).description == """
        page 640 x 360 #ffffff
        text #1b1f24 18 bold 16.2,32.94 "One point"
        fill #ff0000 M 19.86,47.08 L 27.71,47.08 L 27.71,54.92 L 19.86,54.92 Z
        text #1b1f24 10.5 36.15,54.83 "wrong"
        fill #ff0000 M 315.55,202.4 L 324.45,202.4 L 324.45,211.3 L 315.55,211.3 Z
        stroke #ffffff 0.8 M 315.55,202.4 L 324.45,202.4 L 324.45,211.3 L 315.55,211.3 Z

        """)
  }
}
