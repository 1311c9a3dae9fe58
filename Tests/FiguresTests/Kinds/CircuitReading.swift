import Plotting

/// What stands on the wires of a drawn circuit, by how it is set.
struct CircuitReading {
  /// The values above the wires.
  var values: [String] = []
  /// The gradients below the wires.
  var gradients: [String] = []
  /// The products and sums below the gradients, without their equals sign.
  var products: [String] = []
  /// The local derivatives in boxes.
  var slopes: [String] = []

  init(of exhibit: Exhibit, _ theme: Theme = .paper) throws {
    let texts = try exhibit.sheet(0, theme).texts
    // Boxes and products are set smaller than values and gradients.
    let largest = texts.map { $0.style.size }.max() ?? 0
    let between = largest * (1 + theme.tick.size / theme.label.size) / 2
    for text in texts {
      if text.content.hasPrefix("= ") {
        products.append(String(text.content.dropFirst(2)))
      } else if text.color == theme.gradient {
        if text.style.size < between {
          slopes.append(text.content)
        } else {
          gradients.append(text.content)
        }
      } else if text.color == theme.forward, !text.style.isBold {
        values.append(text.content)
      }
    }
  }
}
