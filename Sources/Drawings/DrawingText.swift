extension Drawing: CustomStringConvertible {
  /// The drawing as text, one command a line, places to 0.01 point: what tests compare and people diff.
  public var description: String {
    var lines = ["page \(number(size.width)) x \(number(size.height)) \(text(background))"]
    for command in commands { lines.append(text(command)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(_ command: DrawingCommand) -> String {
    switch command {
    case .fill(let path, let color): return "fill \(text(color)) \(text(path))"
    case .stroke(let path, let color, let style):
      let dash = style.dash.isEmpty ? "" : " dash " + style.dash.map(number).joined(separator: ",")
      return "stroke \(text(color)) \(number(style.width))\(dash) \(text(path))"
    case .text(let placed):
      let look = (placed.style.isBold ? " bold" : "") + (placed.style.isSlanted ? " slanted" : "")
      let turn = placed.rotation == 0 ? "" : " turned \(number(placed.rotation))"
      return "text \(text(placed.color)) \(number(placed.style.size))\(look)\(turn) "
        + "\(text(placed.origin)) \"\(placed.content)\""
    case .image(let raster, let box):
      return "image \(raster.columns) x \(raster.rows) \(text(box)) sum \(checksum(raster))"
    case .pushClip(let path): return "clip \(text(path))"
    case .popClip: return "end clip"
    }
  }

  private func text(_ path: Path) -> String {
    path.elements.map { element in
      switch element {
      case .move(let to): return "M \(text(to))"
      case .line(let to): return "L \(text(to))"
      case .curve(let a, let b, let to): return "C \(text(a)) \(text(b)) \(text(to))"
      case .close: return "Z"
      }
    }.joined(separator: " ")
  }

  private func text(_ point: Point) -> String { "\(number(point.x)),\(number(point.y))" }

  private func text(_ box: Rectangle) -> String {
    "\(number(box.x)),\(number(box.y)) \(number(box.width)) x \(number(box.height))"
  }

  private func text(_ color: Color) -> String {
    let bytes = color.bytes
    let digits = Array("0123456789abcdef")
    let shown =
      bytes.alpha == 255
      ? [bytes.red, bytes.green, bytes.blue]
      : [bytes.red, bytes.green, bytes.blue, bytes.alpha]
    return "#" + shown.map { "\(digits[Int($0) / 16])\(digits[Int($0) % 16])" }.joined()
  }

  /// `value` to 0.01 in plain ASCII, without trailing zeros; what no page is wide enough for, by its
  /// power of two.
  private func number(_ value: Double) -> String {
    guard !value.isNaN else { return "nan" }
    let sign = value < 0 ? "-" : ""
    guard value.magnitude < 1e12 else {
      return sign + (value.isInfinite ? "inf" : "2^\(value.exponent)")
    }
    let below = value.magnitude.rounded(.down)
    let hundredths = Int64(below) * 100 + DecimalRounding.product(value.magnitude - below, 100)
    guard hundredths > 0 else { return "0" }
    let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
    guard part > 0 else { return "\(sign)\(whole)" }
    let (tenth, hundredth) = part.quotientAndRemainder(dividingBy: 10)
    return "\(sign)\(whole).\(tenth)" + (hundredth > 0 ? "\(hundredth)" : "")
  }

  /// FNV-1a over the pixels: enough to see that a picture changed.
  private func checksum(_ raster: Raster) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for pixel in raster.pixels { hash = (hash ^ UInt64(pixel)) &* 0x100_0000_01b3 }
    return String(hash, radix: 16)
  }
}
