import Drawings
import Plotting
import Testing

/// Laws of layout over the whole gallery: 12 kinds of plots in 3 themes with 1 to 24 panels.
struct PageLayoutTests {
  @Test func `every panel is drawn`() {
    #expect(GalleryPage.pages { $0.areas.count == $0.panelCount } == [])
  }

  @Test func `panels lie inside the page`() {
    #expect(GalleryPage.pages { page in page.areas.allSatisfy { page.page.holds($0) } } == [])
  }

  @Test func `panels do not overlap`() {
    #expect(
      GalleryPage.pages { page in
        !page.areas.indices.contains { index in
          page.areas[..<index].contains { $0.overlaps(page.areas[index]) }
        }
      } == [])
  }

  @Test func `panels have a readable height`() {
    // Two lines of numbers, at least.
    #expect(
      GalleryPage.pages { page in
        page.areas.allSatisfy { $0.height >= 2 * page.theme.tick.leading - 2 }
      } == [])
  }

  @Test func `panels are as wide as asked`() {
    #expect(
      GalleryPage.pages { page in
        // The layout itself allows a hundredth of a point.
        page.areas.allSatisfy { $0.width >= page.plot.minimumPanelWidth - 0.02 }
      } == [])
  }

  @Test func `themes that keep their proportion keep it exactly`() {
    #expect(
      GalleryPage.pages { page in
        let wanted = page.theme.page
        return !page.theme.keepsProportion
          || page.drawing.size.width * wanted.height == page.drawing.size.height * wanted.width
      } == [])
  }

  @Test func `other themes keep their width`() {
    #expect(
      GalleryPage.pages {
        $0.theme.keepsProportion || $0.drawing.size.width == $0.theme.page.width
      } == [])
  }

  @Test func `text lies inside the page`() {
    #expect(GalleryPage.pages { page in page.texts.allSatisfy { page.page.holds($0.box) } } == [])
  }

  @Test func `no text overlaps another`() {
    #expect(
      GalleryPage.pages { page in
        let boxes = page.texts.map(\.box)
        return !boxes.indices.contains { index in
          boxes[..<index].contains { $0.overlaps(boxes[index]) }
        }
      } == [])
  }

  @Test func `text stays out of the panels of others`() {
    #expect(
      GalleryPage.pages { page in
        page.texts.allSatisfy { text in !page.areas.contains { $0.overlaps(text.box) } }
      } == [])
  }

  @Test func `each clip that opens ends`() {
    #expect(
      GalleryPage.pages { page in
        var depth = 0
        for command in page.drawing.commands {
          if case .pushClip = command { depth += 1 }
          if case .popClip = command { depth -= 1 }
          if depth < 0 || depth > 1 { return false }
        }
        return depth == 0
      } == [])
  }

  @Test func `each axis that shows numbers shows two at least`() {
    #expect(
      GalleryPage.pages { page in
        // Words at ticks and hidden axes apart, both axes of the first panel have numbers.
        let numbers = page.texts.filter { $0.style == page.theme.tick && $0.rotation == 0 }
        return ["words", "bare"].contains(page.specimen.name) || numbers.count >= 4
      } == [])
  }

  @Test func `a drawing is the same each time`() {
    for specimen in Specimen.all {
      let plot = specimen.plot(.slide, 7)
      #expect(plot.drawing(measuring: .fixed) == plot.drawing(measuring: .fixed))
    }
  }
}

struct PageSizeTests {
  private func size(_ change: (inout Plot) -> Void, theme: Theme = .paper) -> Size {
    var plot = Specimen.dots.plot(theme, 3)
    change(&plot)
    return plot.drawing(measuring: .fixed).size
  }

  @Test(arguments: Theme.all)
  func `a size that is asked for is kept`(theme: Theme) {
    #expect(size({ $0.size = Size(500, 333) }, theme: theme) == Size(500, 333))
  }

  @Test func `a width that is asked for is kept where the height follows`() {
    #expect(size { $0.pageWidth = 700 }.width == 700)
  }

  @Test(arguments: [Size(90, 60), Size(20, 20), Size(300, 40), Size(1, 1)])
  func `a page that is too small is no trap`(page: Size) {
    for specimen in Specimen.all {
      var plot = specimen.plot(.paper, 5)
      plot.size = page
      #expect(plot.drawing(measuring: .fixed).size == page)
    }
  }

  @Test func `columns that are asked for are kept where the page grows downward`() {
    var plot = Specimen.dots.plot(.paper, 6)
    plot.columns = 2
    let page = GalleryPage(
      specimen: .dots, theme: .paper, panelCount: 6, plot: plot,
      drawing: plot.drawing(measuring: .fixed))
    #expect(Set(page.areas.map { $0.x.rounded() }).count == 2)
    #expect(Set(page.areas.map { $0.y.rounded() }).count == 3)
  }

  @Test func `a full grid that is asked for is kept on a page of fixed proportion`() {
    var plot = Specimen.dots.plot(.slide, 9)
    plot.columns = 3
    let page = GalleryPage(
      specimen: .dots, theme: .slide, panelCount: 9, plot: plot,
      drawing: plot.drawing(measuring: .fixed))
    #expect([3, 9].contains(Set(page.areas.map { $0.x.rounded() }).count))
  }

  @Test func `columns have their relative widths`() {
    var plot = Specimen.curves.plot(.paper, 2)
    (plot.columns, plot.columnWeights) = (2, [1, 3])
    let page = GalleryPage(
      specimen: .curves, theme: .paper, panelCount: 2, plot: plot,
      drawing: plot.drawing(measuring: .fixed))
    #expect(abs(page.areas[1].width / page.areas[0].width - 3) < 1e-9)
  }

  @Test(arguments: Theme.all)
  func `a plot without panels is its words`(theme: Theme) {
    let plot = Plot(theme: theme, title: "Nothing yet", panels: [])
    let texts = plot.drawing(measuring: .fixed).commands.compactMap(\.placedText)
    #expect(texts.map(\.content) == ["Nothing yet"])
  }
}
