/// A number with its noun, in the singular for 1 and in the plural for any other.
///
/// - Parameters:
///   - count: How many there are.
///   - noun: The noun in the singular.
///   - plural: The noun in the plural, where that is not the singular with `s` after it, or with `es`
///     after an `s`.
/// - Returns: `0 rows`, `1 row`, `2 rows`, `2 classes`.
public func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  if count == 1 { return "1 \(noun)" }
  return "\(count) \(plural ?? noun + (noun.hasSuffix("s") ? "es" : "s"))"
}
