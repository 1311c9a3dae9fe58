import Drawings
import Plotting
import Testing

struct ThemeTests {
  @Test(arguments: Theme.all)
  func `each is found by its name`(theme: Theme) {
    #expect(Theme.named(theme.name) == theme && "\(theme)" == theme.name)
  }

  @Test func `no other name is known`() {
    #expect(Theme.named("poster") == nil)
  }

  // WCAG 2.2: 4.5 for text. Line colors write too: the names at the ends of lines.
  @Test(arguments: Theme.all)
  func `text of every color reads on the page`(theme: Theme) {
    let inks = [theme.ink, theme.quietInk, theme.accent, theme.forward, theme.gradient]
    for color in inks + theme.series + theme.classes {
      #expect(color.contrast(with: theme.background) >= 4.5, "\(color.bytes)")
    }
  }

  @Test(arguments: Theme.all)
  func `text reads on boxes and shaded stretches`(theme: Theme) {
    for fill in [theme.panel, theme.shade, theme.signed(0.5)] {
      #expect(theme.ink.contrast(with: fill) >= 4.5)
      #expect(theme.quietInk.contrast(with: fill) >= 4.5)
    }
  }

  // WCAG 2.2: 3 for what carries meaning without being text.
  @Test(arguments: Theme.all)
  func `marks and axes stand out from the page`(theme: Theme) {
    for color in theme.series + theme.classes + [theme.accent, theme.frame] {
      #expect(color.contrast(with: theme.background) >= 3, "\(color.bytes)")
    }
  }

  @Test(arguments: Theme.all)
  func `lines stand out from a shaded stretch`(theme: Theme) {
    for color in theme.series + [theme.forward, theme.gradient] {
      #expect(color.contrast(with: theme.shade) >= 3, "\(color.bytes)")
    }
  }

  @Test(arguments: Theme.all)
  func `dots of the first two classes stand out from their own field`(theme: Theme) {
    // They carry an edge of the page's color and a shape of their own as well.
    #expect(theme.color(ofClass: 0).contrast(with: theme.field(0)) >= 1.3)
    #expect(theme.color(ofClass: 1).contrast(with: theme.field(1)) >= 1.3)
  }

  @Test(arguments: Theme.all)
  func `grid lines stay behind the axes`(theme: Theme) {
    let page = theme.background
    #expect(theme.grid.contrast(with: page) < theme.frame.contrast(with: page))
  }

  @Test(arguments: Theme.all)
  func `the first two classes are the two signs`(theme: Theme) {
    #expect(theme.color(ofClass: 0) == theme.negative && theme.color(ofClass: 1) == theme.positive)
  }

  @Test(arguments: Theme.all)
  func `colors repeat after the last`(theme: Theme) {
    #expect(theme.color(ofClass: theme.classes.count) == theme.classes[0])
    #expect(theme.color(ofSeries: theme.series.count + 1) == theme.series[1])
  }

  @Test(arguments: Theme.all)
  func `notes are the smallest text`(theme: Theme) {
    for style in [theme.title, theme.heading, theme.label, theme.tick] {
      #expect(style.size >= theme.small.size)
    }
  }

  // A slide is 640 points wide and shown 960 pixels wide, at least.
  @Test func `on a slide of 960 pixels no text is smaller than 14 pixels`() {
    #expect(Theme.slide.small.size * 960 / Theme.slide.page.width >= 14)
  }

  @Test(arguments: Theme.all)
  func `ink on a fill is the one that reads better`(theme: Theme) {
    for entry in theme.signed.table {
      let fill = Color(hex: entry)
      #expect(theme.ink(on: fill).contrast(with: fill) >= 4.5)
    }
  }
}
