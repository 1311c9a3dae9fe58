/// The small print of several trainings, which often say the same.
struct SmallPrint {
  private var entries: [(name: String, text: String)] = []

  /// Adds what is said of one training, which goes by `name`.
  mutating func add(_ text: String, of name: String) { entries.append((name, text)) }

  /// One line for each different text, with the names that it is said of; no names if all say the same.
  var lines: [String] {
    var groups: [(names: [String], text: String)] = []
    for (name, text) in entries {
      if let index = groups.firstIndex(where: { $0.text == text }) {
        if !groups[index].names.contains(name) { groups[index].names.append(name) }
      } else {
        groups.append(([name], text))
      }
    }
    guard groups.count > 1 else { return groups.map { $0.text } }
    return groups.map { $0.names.joined(separator: ", ") + ": " + $0.text }
  }
}
