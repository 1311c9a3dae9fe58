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
    // What two outlines of thousands of entries have in common is not worth the memory that it takes.
    guard one.count + other.count <= 4000 else {
      return one.indices.filter { $0 >= other.count || one[$0] != other[$0] }
    }
    return one.difference(from: other).insertions.compactMap { change in
      if case .insert(let index, _, _) = change { index } else { nil }
    }
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
