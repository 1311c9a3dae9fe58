public import Drawings

extension Mark {
  /// Marks whose data units are points, in the middle of the panel; its own scales do not matter.
  ///
  /// Their places run from 0 to `size.width` across, and from `-size.height` up to 0, which is the top.
  public static func atNaturalSize(_ size: Size, _ marks: [Mark]) -> Mark {
    Mark(extent: Extent(), isClipped: false) { frame, drawing in
      let (width, height) = (max(size.width, 1), max(size.height, 1))
      let area = Rectangle(
        x: frame.area.center.x - width / 2, y: frame.area.center.y - height / 2, width: width,
        height: height)
      let inner = Frame(
        area: area, x: Scale(domain: 0...width, from: area.x, to: area.right),
        y: Scale(domain: -height...0, from: area.bottom, to: area.y), theme: frame.theme,
        measurer: frame.measurer)
      for mark in marks { mark.draw(inner, &drawing) }
    }
  }
}
