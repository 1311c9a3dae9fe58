public import Drawings

/// A figure before it is laid out: panels in a grid with one heading, one explanation, one small print.
///
/// `drawing(measuring:)` turns it into a `Drawing`: scales are made from all marks' extents, shared where
/// asked, and the page is as high as the panels need (themes for paper), or keeps its proportion
/// and grows as a whole where the panels would be too small (themes for slides).
public struct Plot: Sendable {
  /// The form of the rectangle between a panel's axes.
  public enum PanelShape: Sendable, Equatable {
    /// Whatever the page leaves.
    case fill
    /// Height over width.
    case aspect(Double)
    /// A height in points, for text that must fit.
    case height(Double)
    /// A width and a height in points, for pictures that must match others; the page must have room.
    case size(Size)
  }

  /// Colors, sizes and widths.
  public var theme: Theme
  /// A size in points that overrides the theme's page, or nil.
  public var size: Size?
  /// A width in points that overrides the theme's page where the height follows from the panels, or nil.
  public var pageWidth: Double?
  /// The heading; empty for none.
  public var title: String
  /// What the figure shows, in a sentence; empty for none.
  public var subtitle: String
  /// The explanation of colors and shapes.
  public var keys: [Key]
  /// The small print: what an expert would ask.
  public var note: String
  /// The panels, row by row.
  public var panels: [Panel]
  /// Whole plots in place of panels, side by side under the heading; none of them has parts itself.
  public var parts: [Plot] = []
  /// Panels in a row, or, on a page of fixed proportion, in a group that rows keep whole; nil for any.
  public var columns: Int?
  /// Relative widths of the columns; empty for equal ones.
  public var columnWeights: [Double]
  /// The form of the panels; ignored where units are equal, which fixes it.
  public var shape: PanelShape
  /// Whether all panels span the same values across.
  public var sharesX: Bool
  /// Whether all panels span the same values up.
  public var sharesY: Bool
  /// The least useful width of a panel in points; narrower ones go into fewer columns or a larger page.
  public var minimumPanelWidth: Double

  /// Makes a plot of panels.
  public init(
    theme: Theme, size: Size? = nil, title: String = "", subtitle: String = "", keys: [Key] = [],
    note: String = "", panels: [Panel], columns: Int? = nil, columnWeights: [Double] = [],
    shape: PanelShape = .fill, sharesX: Bool = false, sharesY: Bool = false,
    minimumPanelWidth: Double = 90
  ) {
    self.theme = theme
    self.size = size
    self.title = title
    self.subtitle = subtitle
    self.keys = keys
    self.note = note
    self.panels = panels
    self.columns = columns
    self.columnWeights = columnWeights
    self.shape = shape
    self.sharesX = sharesX
    self.sharesY = sharesY
    self.minimumPanelWidth = minimumPanelWidth
  }

  /// The values at the ends of each panel's axes, as they will be drawn.
  public var domains: [(x: ClosedRange<Double>, y: ClosedRange<Double>)] {
    PageLayout.resolvedDomains(self)
  }

  /// The size of the page that `drawing(measuring:)` needs.
  public func pageSize(measuring measurer: TextMeasurer) -> Size {
    parts.isEmpty
      ? PageLayout.fitting(self, measurer: measurer).size
      : PartsLayout.fitting(self, measurer: measurer).size
  }

  /// Lays the plot out and draws it.
  public func drawing(measuring measurer: TextMeasurer) -> Drawing {
    if !parts.isEmpty { return PartsLayout.fitting(self, measurer: measurer).drawing() }
    return PageLayout.fitting(self, measurer: measurer).drawing()
  }
}
