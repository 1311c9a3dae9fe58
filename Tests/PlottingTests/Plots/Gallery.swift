import Drawings
import Plotting

/// A kind of plot as figures make them, with as many panels as asked.
struct Specimen: Sendable, CustomStringConvertible {
  let name: String
  let plot: @Sendable (Theme, Int) -> Plot

  var description: String { name }

  static let all = [
    dots, curves, crowdedCurves, fields, arithmetic, tinyNumbers, logarithmic, symmetric, words,
    bare, korean, wordy,
  ]

  /// Points with equal units on shared axes.
  static let dots = Specimen(name: "dots") { theme, count in
    Plot(
      theme: theme, title: "Four points that no line parts", keys: keys(theme), note: "seed 7",
      panels: panels(count) { index in
        Panel(
          title: "epoch \(index * 10)", x: Axis("x₁"), y: Axis("x₂"),
          marks: [
            .dots([
              Dot(Point(-0.5, -0.5), color: theme.ink), Dot(Point(1.5, 1.5), color: theme.ink),
            ])
          ],
          hasEqualUnits: true)
      }, sharesX: true, sharesY: true)
  }

  /// Lines that end on labels.
  static let curves = Specimen(name: "curves") { theme, count in
    Plot(
      theme: theme, title: "Loss", note: "mean over all rows · seed 7",
      panels: panels(count) { index in
        Panel(
          x: Axis("epoch"), y: Axis("loss", hasGrid: true),
          marks: [("sgd", 0.3), ("momentum", 0.31), ("adam", 0.02)].map { name, end in
            .line(
              [Point(0, 0.7), Point(Double(40 + index), end)], color: theme.ink, width: 1,
              label: name)
          })
      })
  }

  /// Twelve lines that end at nearly the same height.
  static let crowdedCurves = Specimen(name: "crowded curves") { theme, count in
    Plot(
      theme: theme,
      panels: panels(count) { _ in
        Panel(
          marks: (0..<12).map { line in
            .line(
              [Point(0, 0), Point(1, 1 + Double(line) * 0.001)], color: theme.ink, width: 1,
              label: "run \(line)")
          })
      }, shape: .aspect(0.5))
  }

  /// Pictures with headings of two lines.
  static let fields = Specimen(name: "fields") { theme, count in
    let grid = Grid(xs: [-2, 2], ys: [-1, 1], values: [0, 1, 0.2, 0.4])
    return Plot(
      theme: theme, title: "What each unit sees", subtitle: "Its activation over the plane",
      keys: [.ramp(theme.signed, domain: -1...1, "activation")],
      panels: panels(count) { index in
        Panel(
          title: "h\(NumberText.subscript(index + 1))", subtitle: "tanh, weight −0.25",
          x: Axis("x₁"), y: Axis("x₂"),
          marks: [
            .raster(grid, ramp: theme.field, domain: -1...1),
            .contours(grid, at: [0.5], color: theme.ink, width: 1),
          ], isEmphasized: index == 1)
      }, shape: .aspect(0.75), minimumPanelWidth: 120)
  }

  /// Lines of arithmetic below small panels.
  static let arithmetic = Specimen(name: "arithmetic") { theme, count in
    Plot(
      theme: theme, title: "Every correction",
      panels: panels(count) { index in
        Panel(
          title: "update \(index + 1)",
          footnotes: ["z = 0.5·1 − 1·1 + 0 = −0.5", "ŷ = 0, y = 1", "w ← (0.5, −1)"],
          x: Axis("x₁", domain: -0.5...1.5), y: Axis("x₂", domain: -0.5...1.5),
          marks: [.straightLine(a: 1, b: 1, c: -1, color: theme.ink, width: 1)],
          hasEqualUnits: true)
      }, sharesX: true, sharesY: true, minimumPanelWidth: theme.small.size * 17.5)
  }

  /// Numbers whose labels are long.
  static let tinyNumbers = Specimen(name: "tiny numbers") { theme, count in
    Plot(
      theme: theme,
      panels: panels(count) { index in
        Panel(
          x: Axis("learning rate"), y: Axis("gradient"),
          marks: [
            .line([Point(0.693147, -3e-9), Point(0.693151, 7e-9)], color: theme.ink, width: 1)
          ])
      })
  }

  /// Both axes logarithmic over many decades.
  static let logarithmic = Specimen(name: "logarithmic") { theme, count in
    Plot(
      theme: theme,
      panels: panels(count) { index in
        Panel(
          x: Axis("update", transform: .log, hasGrid: true), y: Axis("loss", transform: .log),
          marks: [
            .line([Point(1, 1e-12), Point(1e5, 3), Point(2e5, 0)], color: theme.ink, width: 1)
          ])
      }, sharesY: true)
  }

  /// Values of both signs over many decades.
  static let symmetric = Specimen(name: "symmetric") { theme, count in
    Plot(
      theme: theme,
      panels: panels(count) { index in
        Panel(
          y: Axis("gradient", transform: .symlog),
          marks: [.line([Point(0, -1e9), Point(1, 1e12)], color: theme.ink, width: 1)])
      })
  }

  /// Words at the ticks, more than fit.
  static let words = Specimen(name: "words") { theme, count in
    let names = (1...8).map { "hidden layer \($0)" }
    let ticks = Ticks(values: (1...8).map(Double.init), labels: names)
    return Plot(
      theme: theme,
      panels: panels(count) { _ in
        Panel(
          x: Axis("layer", domain: 0.5...8.5, ticks: .fixed(ticks)), y: Axis("variance"),
          marks: [.bars(ticks.values.map { ($0 - 0.4...$0 + 0.4, $0) }, color: theme.ink)])
      })
  }

  /// Neither axis.
  static let bare = Specimen(name: "bare") { theme, count in
    Plot(
      theme: theme, keys: keys(theme), note: "seed 7",
      panels: panels(count) { _ in
        Panel(x: .hidden(0...1), y: .hidden(0...1), marks: [])
      }, shape: .height(70))
  }

  /// Korean words and long sentences.
  static let korean = Specimen(name: "Korean") { theme, count in
    Plot(
      theme: theme, title: "직선 하나로는 부족하다: 배타적 논리합은 어떤 직선으로도 나눌 수 없다",
      subtitle: "은닉층이 두 직선을 긋고 출력층이 그 사이를 고른다. 각 칸은 학습 중 한 시점의 결정 경계이다.",
      keys: keys(theme) + [.note("점의 모양과 색은 부류를 뜻하고, 바탕의 색은 출력이 어느 쪽으로 기우는지를 뜻한다. 진할수록 확실하다.")],
      note: "씨앗 7 · 학습률 0.5 · 묶음 크기 4 · 모든 행의 평균 손실 · 초기값은 글로럿 균등 분포",
      panels: panels(count) { index in
        Panel(
          title: "세대 \(index * 100)", x: Axis("첫째 입력"), y: Axis("둘째 입력"),
          marks: [.dots([Dot(Point(0, 0), color: theme.ink), Dot(Point(1, 1), color: theme.ink)])])
      }, shape: .aspect(1))
  }

  /// Headings and labels wider than small panels.
  static let wordy = Specimen(name: "wordy") { theme, count in
    Plot(
      theme: theme,
      panels: panels(count) { index in
        Panel(
          title: "After \(index) passes over all the rows of the data",
          subtitle: "with momentum and a rate that falls",
          footnotes: ["The loss is the mean over all rows."],
          x: Axis("number of updates made so far"), y: Axis("mean loss over rows"),
          marks: [.line([Point(0, 1), Point(1000, 0.5)], color: theme.ink, width: 1)])
      })
  }

  private static func keys(_ theme: Theme) -> [Key] {
    [
      .dot(.square, theme.negative, "class 0"), .dot(.circle, theme.positive, "class 1"),
      .ring(theme.accent, "wrong"), .line(theme.ink, width: 1, dash: [], "boundary"),
      .swatch(theme.shade, "undecided"),
    ]
  }

  /// So many panels, each with a mark that leaves a trace of its rectangle in the drawing.
  private static func panels(_ count: Int, _ panel: (Int) -> Panel) -> [Panel] {
    (0..<count).map { index in
      var panel = panel(index)
      panel.marks.insert(.trace, at: 0)
      return panel
    }
  }
}

extension Mark {
  /// Fills the panel with a color that no theme has.
  fileprivate static let trace = Mark(extent: Extent()) { frame, drawing in
    drawing.fill(.rectangle(frame.area), Color.scarlet.opacity(0))
  }
}

/// A specimen laid out.
struct GalleryPage: Sendable, CustomStringConvertible {
  let specimen: Specimen
  let theme: Theme
  let panelCount: Int
  let plot: Plot
  let drawing: Drawing

  var description: String { "\(specimen) on \(theme), \(panelCount)" }
  var page: Rectangle {
    Rectangle(x: 0, y: 0, width: drawing.size.width, height: drawing.size.height)
  }
  var texts: [PlacedText] { drawing.commands.compactMap(\.placedText) }

  /// The rectangles of the panels, in order.
  var areas: [Rectangle] {
    drawing.commands.compactMap { command in
      guard case .fill(let path, Color.scarlet.opacity(0)) = command else { return nil }
      let corners = path.corners
      return Rectangle(
        x: corners[0].x, y: corners[0].y, width: corners[2].x - corners[0].x,
        height: corners[2].y - corners[0].y)
    }
  }

  /// Every specimen in every theme with 1 to 24 panels.
  static let all: [GalleryPage] = Specimen.all.flatMap { specimen in
    Theme.all.flatMap { theme in
      (1...24).map { count in
        let plot = specimen.plot(theme, count)
        return GalleryPage(
          specimen: specimen, theme: theme, panelCount: count, plot: plot,
          drawing: plot.drawing(measuring: .fixed))
      }
    }
  }

  /// The first few pages that break a law.
  static func pages(breaking law: (GalleryPage) -> Bool) -> [String] {
    Array(all.filter { !law($0) }.map(\.description).prefix(12))
  }
}
