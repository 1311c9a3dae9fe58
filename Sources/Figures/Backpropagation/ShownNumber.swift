import Plotting

/// Numbers of a calculation as a person writes them: rounded where they must be, short where they are.
struct ShownNumber: Sendable {
  /// The most decimals.
  let decimals: Int

  /// `0.6`, `−4`, `0.222`; a number that the decimals would make 0 is written as a power of ten.
  func callAsFunction(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return NumberText.short(value, places: 1) }
    var unit = 1.0
    for _ in 0..<decimals { unit *= 10 }
    let rounded = (value * unit).rounded() / unit
    // What differs by rounding errors only is the short number itself.
    if (value - rounded).magnitude <= 1e-12 * max(1, value.magnitude), rounded != 0 {
      return NumberText.short(rounded, places: decimals)
    }
    guard value.magnitude * unit >= 0.5 else { return NumberText.scientific(value, digits: 2) }
    return NumberText.fixed(value, places: decimals)
  }

  /// The number as a later factor of a product: in parentheses where it is negative.
  func factor(_ value: Double) -> String {
    value < 0 ? "(" + self(value) + ")" : self(value)
  }

  /// `a × b`.
  func product(_ a: Double, _ b: Double) -> String { self(a) + " × " + factor(b) }

  /// The terms with signs between them: `0.1 − 0.3`.
  func sum(_ terms: [Double]) -> String {
    terms.enumerated().map { index, term in
      if index == 0 { return self(term) }
      return term < 0 ? " − " + self(-term) : " + " + self(term)
    }.joined()
  }
}
