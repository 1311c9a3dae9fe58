/// Rounding to decimals, for numbers that are written out.
public enum DecimalRounding {
  /// The product of two finite numbers rounded to a whole number, halves to even; it must fit an `Int64`.
  ///
  /// The product of two doubles may round to a half that it is not, as 0.05 · 10 does: then its exact
  /// error decides. Without a fused multiply-add, which not every system has.
  /// - Source: Dekker 1971, "A floating-point technique for extending the available precision".
  public static func product(_ a: Double, _ b: Double) -> Int64 {
    let product = a * b
    let below = product.rounded(.down)
    guard product - below == 0.5 else { return Int64(product.rounded(.toNearestOrEven)) }
    func halves(_ x: Double) -> (head: Double, tail: Double) {
      let scaled = x * 134_217_729
      let head = scaled - (scaled - x)
      return (head, x - head)
    }
    let (p, q) = (halves(a), halves(b))
    let error =
      ((p.head * q.head - product) + p.head * q.tail + p.tail * q.head) + p.tail * q.tail
    if error == 0 { return Int64(product.rounded(.toNearestOrEven)) }
    return Int64(below) + (error > 0 ? 1 : 0)
  }
}
