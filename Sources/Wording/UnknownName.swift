/// Says that there is nothing of this name, and offers what was probably meant.
///
/// - Parameters:
///   - name: The name as it was written.
///   - kind: What was to be named: `figure`.
///   - names: Every name that there is.
/// - Returns: `no figure named 'boundry'; did you mean 'boundary'?`; where no name is near, a list of all.
public func noneNamed(_ name: String, kind: String, among names: [String]) -> String {
  let start = "no \(kind) named '\(name)'"
  if let nearest = NearestWord.find(name, among: names) {
    return "\(start); did you mean '\(nearest)'?"
  }
  guard !names.isEmpty else { return "\(start); there is none at all" }
  return "\(start); there are: \(names.joined(separator: ", "))"
}
