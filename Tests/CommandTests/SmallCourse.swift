import Foundation

/// A course that is built in no time: three lessons in one language, in two states.
///
/// The states have other numbers, other words, and not the same files.
enum SmallCourse {
  /// Writes the lessons of a state, 0 or 1, into `folder`.
  static func write(_ state: Int, to scratch: Scratch, _ folder: String = "lessons") throws {
    let extra = state == 0 ? "" : figure("extra", "activation-curves", "activations: [relu]")
    let files = [
      "course.yaml": """
      title: {en: Small}
      languages: [en]
      theme: paper
      lessons: [one, two, three]

      """,
      "one/lesson.yaml": """
      title: {en: One line}
      scenarios:
        rule:
          data: and
          model: perceptron
          train: {epochs: \(6 + state), rate: 1}
      figures:
      \(figure("boundary", "decision-boundary", "scenario: rule"))
      """,
      "one/lesson.en.md": "# One\n\n![](figures/boundary.svg)\n",
      "two/lesson.yaml": """
      title: {en: Two}
      figures:
      \(figure("curves", "activation-curves", "title: {en: State \(state)}"))\(extra)
      """,
      "two/lesson.en.md": "# Two\n\n![](figures/curves.svg)\n",
      "three/lesson.yaml": """
      title: {en: Three}
      figures:
      \(figure(state == 0 ? "old" : "new", "activation-curves", "activations: [tanh]"))
      """,
      "three/lesson.en.md": "# Three\n\nState \(state).\n",
    ]
    for (path, text) in files {
      let file = scratch.folder.appending(path: "\(folder)/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  private static func figure(_ name: String, _ kind: String, _ field: String) -> String {
    """
      \(name):
        kind: \(kind)
        \(field)
        caption: {en: A figure}
        alt: {en: A figure}

    """
  }
}
