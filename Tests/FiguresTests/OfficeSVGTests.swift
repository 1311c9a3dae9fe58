import Figures
import Plotting
import Rendering
import SVGProfile
import Testing

struct OfficeSVGTests {
  @Test(arguments: FigureCatalog.all, Theme.all)
  func `the SVG of every kind is one that office programs show`(
    kind: any Figure.Type, theme: Theme
  ) throws {
    let renderer = try Renderer()
    let exhibit = try Exhibit(kind.example)
    let measurer = try PangoTextMeasurer.measurer()
    for words in Words.all {
      let drawing = try exhibit.plot(words, theme).drawing(measuring: measurer)
      let metadata = ImageMetadata(
        id: "it", title: "It", description: "What it shows.", language: words.language)
      let bytes = try renderer.encode(drawing, as: .svg, metadata: metadata).bytes
      #expect(SVGProfile.complaints(about: bytes) == [])
    }
  }

  @Test(arguments: [
    ("<svg width=\"4pt\" height=\"4pt\" version=\"1.1\"/>", "<svg> without viewBox"),
    ("<rect fill=\"transparent\"/>", "<rect fill=\"transparent\">"),
    ("<rect fill=\"rgba(1,2,3,0.5)\"/>", "<rect fill=\"rgba(1,2,3,0.5)\">"),
    ("<path stroke=\"currentColor\"/>", "<path stroke=\"currentColor\">"),
    ("<path style=\"fill:red\"/>", "<path style>"), ("<use/>", "<use>"), ("<mask/>", "<mask>"),
    ("<style>a{}</style>", "<style>"), ("<g><svg/></g>", "an <svg> within another"),
    ("<clipPath><path d=\"M0 0z\"/></clipPath>", "a <clipPath> of a <path>"),
  ])
  func `what such programs do not show is told`(markup: String, complaint: String) {
    #expect(SVGProfile.complaints(about: markup.utf8).contains(complaint))
  }
}
