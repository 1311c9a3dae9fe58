import Drawings
import Plotting

/// A page for a panel that is drawn at its natural size.
struct NaturalPage {
  let theme: Theme

  /// The room for the panel on a page that is not enlarged: on paper of any height.
  var room: Size {
    theme.keepsProportion
      ? Size(theme.page.width - 2 * theme.margin, theme.page.height * 0.62)
      : Size(theme.page.width - 2 * theme.margin, .greatestFiniteMagnitude)
  }

  /// How many times the theme's sizes are used at most where there is room: slides are seen from afar.
  var most: Double { theme.keepsProportion ? 1.5 : 1.2 }

  /// A plot of one panel of a size; paper is widened where it must be.
  func plot(_ panel: Panel, size: Size, keys: [Key] = [], note: String) -> Plot {
    var plot = Plot(
      theme: theme, keys: keys, note: note, panels: [panel], shape: .height(size.height),
      minimumPanelWidth: size.width)
    let width = size.width + 2 * theme.margin
    if !theme.keepsProportion, width > theme.page.width { plot.pageWidth = width }
    return plot
  }
}
