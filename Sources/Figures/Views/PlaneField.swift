import Drawings
import Networks
import Plotting

/// An output field as marks: colors below, boundary above.
struct PlaneField {
  let field: OutputField
  let theme: Theme

  init(_ field: OutputField, theme: Theme) {
    self.field = field
    self.theme = theme
  }

  var marks: [Mark] { [colors] + boundary }

  /// The output as colors.
  var colors: Mark {
    guard field.outputs.count > 1 else {
      return .raster(field.outputs[0], ramp: theme.field, domain: field.domain)
    }
    return .classField(
      field.outputs, colors: field.outputs.indices.map(theme.color(ofClass:)),
      background: theme.background)
  }

  /// The line where the decision changes, bold, on an edge of the page's color.
  var boundary: [Mark] {
    field.margins.flatMap { margin -> [Mark] in
      [
        .contours(
          margin, at: [0], color: theme.background.opacity(0.7), width: theme.boldLine * 2),
        .contours(margin, at: [0], color: theme.ink, width: theme.boldLine),
      ]
    }
  }
}
