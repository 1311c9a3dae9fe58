import Drawings

/// The text of an SVG under construction.
///
/// Numbers are rounded to 1/100 point and written from whole numbers, so that no formatting of
/// floating-point numbers, and no locale, has a say in them. Inside a path every step is the
/// difference of two rounded places: it is short, and errors do not add up.
struct SVGBytes {
  /// What was written, in UTF-8.
  var bytes: [UInt8] = []

  /// Adds `text` as it is.
  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds `text` with markup escaped, and without the characters that XML does not allow.
  mutating func escape(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": add("&amp;")
      case "<": add("&lt;")
      case ">": add("&gt;")
      case "\"": add("&quot;")
      case "\t", "\n", "\r": bytes.append(0x20)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  /// Adds ` name="value"`.
  mutating func attribute(_ name: String, _ value: Double) {
    add(" \(name)=\"")
    number(value)
    add("\"")
  }

  /// Adds `value`, rounded to 1/100.
  mutating func number(_ value: Double) { hundredths(Self.hundredths(value)) }

  /// Adds a place as `x y`.
  mutating func coordinates(_ point: Point) {
    number(point.x)
    bytes.append(0x20)
    number(point.y)
  }

  /// Adds `#rrggbb`.
  mutating func color(_ color: Color) {
    let (red, green, blue, _) = color.bytes
    bytes.append(0x23)
    for byte in [red, green, blue] {
      bytes.append(Self.hexDigits[Int(byte >> 4)])
      bytes.append(Self.hexDigits[Int(byte & 15)])
    }
  }

  /// Adds the four attributes of a rectangle.
  mutating func place(_ place: Rectangle) {
    attribute("x", place.x)
    attribute("y", place.y)
    attribute("width", place.width)
    attribute("height", place.height)
  }

  /// Adds the dashes of a stroke, if it has any that can be seen.
  mutating func dashes(_ style: StrokeStyle) {
    guard style.hasDashes else { return }
    add(" stroke-dasharray=\"")
    for (index, length) in style.dash.enumerated() {
      if index > 0 { add(" ") }
      number(length)
    }
    add("\"")
  }

  /// Begins an element of the shape of `path`: `<rect` if it is one, `<path` otherwise.
  mutating func outline(_ path: Path) {
    if let rectangle = path.rectangle {
      add("<rect")
      place(rectangle)
      return
    }
    add("<path d=\"")
    steps(path, from: nil)
    add("\"")
  }

  /// Adds the steps of `path`; with `start` all of them relative to that place of the pen.
  mutating func steps(_ path: Path, from start: Point?) {
    var pen = start.map(Self.rounded) ?? (x: 0, y: 0)
    var subpath = pen
    var isFirst = start == nil
    for element in path.elements {
      switch element {
      case .move(let point):
        let to = Self.rounded(point)
        bytes.append(isFirst ? 0x4D : 0x6D)
        step(from: isFirst ? (0, 0) : pen, to: to)
        isFirst = false
        (pen, subpath) = (to, to)
      case .line(let point):
        let to = Self.rounded(point)
        bytes.append(0x6C)
        step(from: pen, to: to)
        pen = to
      case .curve(let first, let second, let end):
        bytes.append(0x63)
        step(from: pen, to: Self.rounded(first))
        bytes.append(0x20)
        step(from: pen, to: Self.rounded(second))
        bytes.append(0x20)
        let to = Self.rounded(end)
        step(from: pen, to: to)
        pen = to
      case .close:
        bytes.append(0x7A)
        pen = subpath
      }
    }
  }

  /// Adds `data` in Base64.
  mutating func base64(_ data: [UInt8]) {
    bytes.reserveCapacity(bytes.count + data.count / 3 * 4 + 4)
    var index = 0
    while index < data.count {
      let left = data.count - index
      let word =
        UInt32(data[index]) << 16 | (left > 1 ? UInt32(data[index + 1]) << 8 : 0)
        | (left > 2 ? UInt32(data[index + 2]) : 0)
      bytes.append(Self.base64Digits[Int(word >> 18)])
      bytes.append(Self.base64Digits[Int(word >> 12 & 63)])
      bytes.append(left > 1 ? Self.base64Digits[Int(word >> 6 & 63)] : 0x3D)
      bytes.append(left > 2 ? Self.base64Digits[Int(word & 63)] : 0x3D)
      index += 3
    }
  }

  private mutating func step(from: (x: Int, y: Int), to: (x: Int, y: Int)) {
    hundredths(to.x - from.x)
    // A minus sign separates as well as a space does.
    if to.y >= from.y { bytes.append(0x20) }
    hundredths(to.y - from.y)
  }

  private mutating func hundredths(_ value: Int) {
    if value < 0 { bytes.append(0x2D) }
    let (whole, part) = value.magnitude.quotientAndRemainder(dividingBy: 100)
    digits(whole)
    guard part > 0 else { return }
    bytes.append(0x2E)
    bytes.append(0x30 + UInt8(part / 10))
    if part % 10 > 0 { bytes.append(0x30 + UInt8(part % 10)) }
  }

  private mutating func digits(_ value: UInt) {
    var divisor: UInt = 1
    while value / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(0x30 + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }

  private static func hundredths(_ value: Double) -> Int {
    Int((min(max(value, -farthest), farthest) * 100).rounded(.toNearestOrEven))
  }

  private static func rounded(_ point: Point) -> (x: Int, y: Int) {
    (hundredths(point.x), hundredths(point.y))
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)
  private static let base64Digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
