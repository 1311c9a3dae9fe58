import Languages
import Drawings
import Networks
import Plotting
import Tracing

/// The updates of a training's first epoch.
struct UpdateStrip {
  /// One update: how many rows it used, and how far it moved the parameters.
  struct Update {
    let rows: [Int]
    let length: Double
  }

  let updates: [Update]
  /// Rows of the data, used in this epoch or not.
  let rowCount: Int
  private let batchSize: Int

  init(of trace: Trace) {
    rowCount = trace.dataset.rowCount
    batchSize = min(trace.batchSize, rowCount)
    var updates: [Update] = []
    for (step, next) in zip(trace.steps, trace.steps.dropFirst())
    where step.moment == .beforeUpdate && step.epoch == 1 {
      let change = zip(next.network.parameters, step.network.parameters).map { $0 - $1 }
      let length = change.reduce(0) { $0 + $1 * $1 }.squareRoot()
      updates.append(Update(rows: step.rows, length: length))
    }
    self.updates = updates
  }

  /// Rows that do not fill the last batch; 0 if there are none.
  var rest: Int { rowCount % batchSize }

  private var usedRows: Int { updates.reduce(0) { $0 + $1.rows.count } }

  /// `100 = 3 × 32 + 4 rows: 4 updates`.
  func count(_ words: Words) -> String {
    let full = rowCount / batchSize
    let product = "\(rowCount) = \(full) × \(batchSize)" + (rest > 0 ? " + \(rest)" : "")
    let count = words(.updatesInEpoch, product, String(updates.count))
    return usedRows < rowCount ? count + " · " + words(.rowsUnused, String(rest)) : count
  }

  /// The shade of a row in batch `index`: neighbors differ.
  static func shade(_ index: Int, _ theme: Theme) -> Color {
    theme.quietInk.opacity(index.isMultiple(of: 2) ? 0.55 : 0.25)
  }

  /// Bars for the steps, and above them a cell for each row.
  func marks(_ theme: Theme) -> [Mark] {
    var start = 0
    var bars: [(interval: ClosedRange<Double>, value: Double)] = []
    for update in updates {
      let end = start + update.rows.count
      bars.append((Double(start)...Double(end), update.length))
      start = end
    }
    return [.bars(bars, color: theme.gradient, gap: 1), cells]
  }

  private var cells: Mark {
    let (updates, batchSize, rowCount) = (updates, batchSize, rowCount)
    return Mark(extent: Extent()) { frame, drawing in
      let theme = frame.theme
      let top = frame.area.y + theme.tick.size * 0.4
      let height = min(frame.area.height * 0.16, theme.tick.size * 1.6)
      var first = 0
      func cell(_ place: Int, _ color: Color) {
        let (left, right) = (frame.x(Double(place)), frame.x(Double(place + 1)))
        let gap = min(0.8, (right - left) * 0.15)
        drawing.fill(
          .rectangle(Rectangle(x: left, y: top, width: right - left - gap, height: height)), color)
      }
      for (index, update) in updates.enumerated() {
        let isRest = update.rows.count < batchSize
        for place in first..<first + update.rows.count {
          cell(place, isRest ? theme.accent : Self.shade(index, theme))
        }
        let number = String(index + 1)
        let width = frame.x(Double(first + update.rows.count)) - frame.x(Double(first))
        if frame.measurer.width(number, theme.tick) * 1.5 < width {
          drawing.text(
            number, at: Point(frame.x(Double(first)) + width / 2, top + height * 1.15), theme.tick,
            theme.quietInk, horizontal: .middle, vertical: .top, measuring: frame.measurer)
        }
        first += update.rows.count
      }
      // Rows that were dropped are there, empty.
      for place in first..<max(first, rowCount) {
        let (left, right) = (frame.x(Double(place)), frame.x(Double(place + 1)))
        drawing.stroke(
          .rectangle(Rectangle(x: left, y: top, width: (right - left) * 0.85, height: height)),
          theme.accent, StrokeStyle(width: theme.hairline))
      }
    }
  }
}
