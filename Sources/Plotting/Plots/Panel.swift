/// One picture with its own axes; a plot is one or more of them.
public struct Panel: Sendable {
  /// Short heading above; empty for none.
  public var title: String
  /// Second line of the heading, quieter; empty for none.
  public var subtitle: String
  /// Lines below the panel, such as the arithmetic of a step.
  public var footnotes: [String]
  /// The axis below.
  public var x: Axis
  /// The axis at the left.
  public var y: Axis
  /// What is drawn, in order.
  public var marks: [Mark]
  /// Whether one unit is as long across as up.
  public var hasEqualUnits: Bool
  /// Whether the panel is framed in the accent color.
  public var isEmphasized: Bool

  /// Makes a panel.
  public init(
    title: String = "", subtitle: String = "", footnotes: [String] = [], x: Axis = Axis(),
    y: Axis = Axis(), marks: [Mark], hasEqualUnits: Bool = false, isEmphasized: Bool = false
  ) {
    self.title = title
    self.subtitle = subtitle
    self.footnotes = footnotes
    self.x = x
    self.y = y
    self.marks = marks
    self.hasEqualUnits = hasEqualUnits
    self.isEmphasized = isEmphasized
  }

  var extent: Extent { marks.reduce(Extent()) { $0.union($1.extent) } }
}
