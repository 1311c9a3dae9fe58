/// The files that an output depends on, as Make and Ninja read them.
///
/// - Source: GNU make manual, section 4.2; Ninja manual, section "depfile"
enum DependencyFile {
  /// One rule: `target: file file`, a file a line.
  static func text(_ target: String, dependsOn files: [String]) -> String {
    ([escaped(target) + ":"] + files.map { escaped($0) }).joined(separator: " \\\n  ") + "\n"
  }

  /// A path as it stands in a rule: spaces and number signs after a backslash, dollars twice.
  private static func escaped(_ path: String) -> String {
    path.reduce(into: "") { text, character in
      switch character {
      case " ", "#": text += "\\\(character)"
      case "$": text += "$$"
      default: text.append(character)
      }
    }
  }
}
