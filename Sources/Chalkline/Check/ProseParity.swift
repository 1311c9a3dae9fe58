import Lessons
import Prose

/// What the prose of one language has and that of another lacks.
///
/// Headings cannot be compared by their words, so the two outlines are laid side by side: levels of
/// headings and names of figures, as much of both as comes in the same order.
enum ProseParity {
  /// The sections and figures of each language that another one lacks.
  static func findings(of all: [LessonProse]) -> [Finding] {
    all.flatMap { one in
      all.filter { $0.language != one.language }.flatMap { lacking(in: $0, what: one) }
    }
  }

  private static func lacking(in other: LessonProse, what one: LessonProse) -> [Finding] {
    guard let prose = one.prose, let otherProse = other.prose else { return [] }
    let (outline, otherOutline) = (prose.outline, otherProse.outline)
    let shown = Set(otherProse.figures.map { $0.name.text })
    let unmatched = unmatched(outline.map { $0.key }, in: otherOutline.map { $0.key })
    return unmatched.compactMap { index in
      let entry = outline[index]
      switch entry.key {
      case .heading:
        let message = "\(other.path) has no section for '\(entry.text)'"
        return Finding(entry.text.error(message))
      case .figure(let name):
        guard !shown.contains(name) else { return nil }
        return Finding(entry.text.error("\(other.path) does not show the figure '\(name)'"))
      }
    }
  }

  /// Places in `one` that are not part of the longest sequence that both have in common.
  private static func unmatched(_ one: [OutlineKey], in other: [OutlineKey]) -> [Int] {
    let start = zip(one, other).prefix { $0 == $1 }.count
    let (rest, otherRest) = (Array(one[start...]), Array(other[start...]))
    // Outlines of thousands of headings that differ from the beginning on are not worth gigabytes.
    guard rest.count * otherRest.count < 20_000_000 else {
      return one.indices.filter { $0 >= other.count || one[$0] != other[$0] }
    }
    return unmatched(laying: rest, beside: otherRest).map { $0 + start }
  }

  private static func unmatched(laying one: [OutlineKey], beside other: [OutlineKey]) -> [Int] {
    // lengths[i][j]: length of the longest common sequence of one[i...] and other[j...].
    var lengths = [[Int32]](
      repeating: [Int32](repeating: 0, count: other.count + 1), count: one.count + 1)
    for i in one.indices.reversed() {
      for j in other.indices.reversed() {
        lengths[i][j] =
          one[i] == other[j]
          ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var unmatched: [Int] = []
    var (i, j) = (0, 0)
    while i < one.count {
      if j < other.count && one[i] == other[j] {
        (i, j) = (i + 1, j + 1)
      } else if j < other.count && lengths[i][j + 1] >= lengths[i + 1][j] {
        j += 1
      } else {
        unmatched.append(i)
        i += 1
      }
    }
    return unmatched
  }
}

/// What of an entry of an outline must be the same in every language.
private enum OutlineKey: Equatable {
  case heading(level: Int)
  case figure(String)
}

private struct OutlineEntry {
  let key: OutlineKey
  let text: LocatedText
}

extension ProseText {
  fileprivate var outline: [OutlineEntry] {
    let sections = headings.map { OutlineEntry(key: .heading(level: $0.level), text: $0.text) }
    let shown = figures.map { OutlineEntry(key: .figure($0.name.text), text: $0.name) }
    return (sections + shown).sorted { $0.text.location < $1.text.location }
  }
}
