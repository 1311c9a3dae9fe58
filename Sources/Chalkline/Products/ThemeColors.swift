import Drawings
import Plotting
import Reporting

extension DocumentColors {
  /// The colors of documents whose figures are drawn in a theme.
  init(_ theme: Theme) {
    self.init(
      background: theme.background, ink: theme.ink, quietInk: theme.quietInk, rule: theme.frame,
      firstClass: theme.negative, secondClass: theme.positive)
  }
}
