/// The moment at which numbers of a training stopped being finite, or grew beyond use.
public struct Divergence: Equatable, Sendable, CustomStringConvertible {
  /// The number that was the first to go wrong.
  public enum Quantity: Equatable, Sendable {
    /// The mean loss over the batch, or over all rows after the update.
    case loss
    /// A weight into unit `unit` from input `input` of layer `layer`, all counted from 0.
    case weight(layer: Int, unit: Int, input: Int)
    /// The bias of unit `unit` of layer `layer`, both counted from 0.
    case bias(layer: Int, unit: Int)
  }

  /// Parameters with a larger absolute value count as diverged: their squares overflow.
  public static let parameterLimit = 1e150

  /// The running epoch, counted from 1; 0 if the network was bad before any update.
  public let epoch: Int
  /// The update after which the number was bad, counted from 1; 0 before any update.
  public let update: Int
  /// Which number it was.
  public let what: Quantity
  /// The number: NaN, an infinity, or beyond `parameterLimit`.
  public let value: Double

  /// Makes a divergence.
  public init(epoch: Int, update: Int, what: Quantity, value: Double) {
    self.epoch = epoch
    self.update = update
    self.what = what
    self.value = value
  }

  /// Two divergences are equal if they name the same number with the same value, NaN included.
  public static func == (left: Divergence, right: Divergence) -> Bool {
    left.epoch == right.epoch && left.update == right.update && left.what == right.what
      && (left.value == right.value || left.value.isNaN && right.value.isNaN)
  }

  /// A sentence such as `diverged at update 37 (epoch 37): the loss became inf`.
  public var description: String {
    let name =
      switch what {
      case .loss: "the loss"
      case .weight(let layer, let unit, let input):
        "weight \(input + 1) of unit \(unit + 1) of layer \(layer + 1)"
      case .bias(let layer, let unit): "the bias of unit \(unit + 1) of layer \(layer + 1)"
      }
    return "diverged at update \(update) (epoch \(epoch)): \(name) became \(value)"
  }
}
