/// The small print of everything that a figure shows, made of the facts of each outcome.
///
/// What is said without a name holds of all outcomes, and what holds of some of them is said of them by
/// name, so that no line can be false of a panel that it stands under.
struct SmallPrint {
  /// Outcomes by name, each with its facts line by line.
  private var entries: [(name: String, lines: [[Fact]])] = []

  /// Adds what is said of one outcome, which goes by `name`, on one line.
  mutating func add(_ facts: [Fact], of name: String) { add(lines: [facts], of: name) }

  /// Adds what is said of one outcome on several lines.
  mutating func add(lines: [[Fact]], of name: String) { entries.append((name, lines)) }

  /// One line for each different text, with the names that it is said of; no names if all say the same.
  func whole(_ words: Words) -> [String] {
    let groups = grouped { $0.joined().map { $0 }.line(words) }
    guard groups.count > 1 else { return groups.map { $0.text } }
    return groups.map { Self.named($0.names, $0.text) }
  }

  /// What all outcomes share, once and without names, then by name what they do not.
  func shared(_ words: Words) -> [String] {
    guard let first = entries.first else { return [] }
    let texts = entries.map { entry in entry.lines.map { $0.map { $0.text(words) } } }
    func isShared(_ text: String) -> Bool { texts.allSatisfy { $0.contains { $0.contains(text) } } }
    let common = first.lines.map { line in
      line.map { $0.text(words) }.filter(isShared).joined(separator: " · ")
    }
    let groups = grouped { lines in
      lines.joined().map { $0.text(words) }.filter { !isShared($0) }.joined(separator: " · ")
    }
    return (common + groups.map { $0.text.isEmpty ? "" : Self.named($0.names, $0.text) })
      .filter { !$0.isEmpty }
  }

  /// Every line once: without names where all have it, else with the names of those that do.
  func eachLine(_ words: Words) -> [String] {
    owners(words).map { line, owners in
      owners.count == entries.count
        ? line : Self.named(owners.map { entries[$0].name }, line)
    }
  }

  /// Whether a line of `eachLine` has names.
  func namesLines(_ words: Words) -> Bool {
    owners(words).contains { $0.owners.count < entries.count }
  }

  /// Every line once, in the order in which they came, with the places of the entries that have it.
  private func owners(_ words: Words) -> [(line: String, owners: [Int])] {
    var known: [(line: String, owners: [Int])] = []
    for (place, entry) in entries.enumerated() {
      for line in entry.lines.map({ $0.line(words) }) {
        if let index = known.firstIndex(where: { $0.line == line }) {
          if known[index].owners.last != place { known[index].owners.append(place) }
        } else {
          known.append((line, [place]))
        }
      }
    }
    return known
  }

  /// The names of the outcomes that have the same text, in the order in which they came.
  private func grouped(by text: ([[Fact]]) -> String) -> [(names: [String], text: String)] {
    var groups: [(names: [String], text: String)] = []
    for entry in entries {
      let text = text(entry.lines)
      if let index = groups.firstIndex(where: { $0.text == text }) {
        if !groups[index].names.contains(entry.name) { groups[index].names.append(entry.name) }
      } else {
        groups.append(([entry.name], text))
      }
    }
    return groups
  }

  private static func named(_ names: [String], _ text: String) -> String {
    names.joined(separator: ", ") + ": " + text
  }
}
