import Networks

extension Words {
  /// An update rule as traces write it, such as `adam(rate 0.02)`, in words: `adam, learning rate
  /// 0.02`, with what is not usual about it.
  func optimizer(_ text: String) -> String {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return text }
    let settings = text[text.index(after: open)...].dropLast().split(separator: ",")
    let usual = Optimizer.named(String(text[..<open]))
    var parts = [String(text[..<open])]
    for setting in settings {
      let words = setting.split(separator: " ")
      guard words.count == 2, let value = Double(words[1]) else { continue }
      if words[0] == "rate" {
        parts.append(self(.learningRate, String(words[1])))
      } else if usual?[hyperparameter: String(words[0])] != value {
        parts.append("\(words[0]) \(words[1])")
      }
    }
    return parts.joined(separator: ", ")
  }
}
