import Drawings
import Testing

struct ImageFormatTests {
  @Test(arguments: ImageFormat.allCases)
  func `a format is found by the ending of its files, in small letters`(format: ImageFormat) {
    #expect(ImageFormat(fileExtension: format.fileExtension) == format)
    #expect(ImageFormat(fileExtension: format.label) == nil)
    #expect(ImageFormat(fileExtension: "." + format.fileExtension) == nil)
  }

  @Test func `no two formats share an ending, a name or a media type`() {
    let all = ImageFormat.allCases
    #expect(Set(all.map { $0.fileExtension }).count == all.count)
    #expect(Set(all.map { $0.label }).count == all.count)
    #expect(Set(all.map { $0.mediaType }).count == all.count)
  }

  @Test(arguments: ImageFormat.allCases)
  func `what stands in a page is text that browsers show, and sharp at every size`(
    format: ImageFormat
  ) {
    guard format.canStandInPages else { return }
    #expect(format.isText && format.isShownByBrowsers && !format.isRaster)
  }

  @Test func `a page shows SVG before PNG, a list PNG before SVG, and neither shows PDF`() {
    #expect(ImageFormat.onPages == [.svg, .png])
    #expect(ImageFormat.thumbnails == [.png, .svg])
  }

  @Test func `frames are pixels or pages`() {
    #expect(ImageFormat.frames == [.png, .pdf])
  }
}
