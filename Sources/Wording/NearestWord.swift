/// The known word that someone probably meant.
public enum NearestWord {
  /// The word of `known` nearest to `word`; nil if none is near enough to be offered.
  ///
  /// Case does not count, and `_`, `-` and a space are the same. Up to one slip (a letter put in,
  /// left out, changed, or swapped with the next) is allowed in words of up to four letters, two in
  /// eight, three in longer ones. Then come words of which one begins the other (`init`), or that
  /// are one part of it (`learning-rate` for `rate`). The first of equally near words wins.
  public static func find(_ word: String, among known: [String]) -> String? {
    guard word.unicodeScalars.count <= 64 else { return nil }
    let wanted = folded(word)
    var best: (word: String, distance: Int)?
    for candidate in known {
      let other = folded(candidate)
      let longer = max(wanted.count, other.count)
      let distance = distance(wanted, other)
      guard distance <= limit(longer), distance < min(wanted.count, other.count) else { continue }
      if distance < (best?.distance ?? .max) { best = (candidate, distance) }
    }
    return best?.word ?? related(to: wanted, among: known)
  }

  private static func limit(_ length: Int) -> Int {
    switch length {
    case ...4: 1
    case ...8: 2
    default: 3
    }
  }

  private static func folded(_ word: String) -> [Character] {
    word.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 }
  }

  private static func related(to word: [Character], among known: [String]) -> String? {
    let parts = word.split(separator: "-").map(Array.init)
    return known.first { candidate in
      let other = folded(candidate)
      return word.count >= 3 && other.starts(with: word)
        || other.count >= 2 && word.starts(with: other)
        || parts.contains(other)
    }
  }

  /// The number of insertions, deletions, changes and swaps of neighbors between two words.
  ///
  /// - Source: Damerau, *A technique for computer detection and correction of spelling errors*,
  ///   1964; optimal string alignment, where no part is edited twice.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        let change = last[j] + (left[i] == right[j] ? 0 : 1)
        var cost = min(change, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}
