import Languages

/// The texts that a new lesson starts with.
enum LessonTemplate {
  /// A course of one lesson.
  static func course(of id: String) -> String {
    let languages = Language.all.map { $0.code }
    return """
      # yaml-language-server: $schema=course.schema.json
      # $schema: course.schema.json
      title: \(map(.courseTitle, languages))
      languages: [\(languages.joined(separator: ", "))]
      theme: paper
      lessons:
        - \(id)

      """
  }

  /// A lesson of one scenario and one figure, with words in `languages`.
  static func lesson(in languages: [String]) -> String {
    """
    # yaml-language-server: $schema=../lesson.schema.json
    # $schema: ../lesson.schema.json
    title: \(map(.lessonTitle, languages))
    scenarios:
      two-units:
        data: xor
        network: {layers: [2 tanh, 1 sigmoid], initializer: glorot-uniform}
        loss: cross-entropy
        train: {optimizer: sgd, rate: 0.5, batch: 4, epochs: 2000}
        seed: 1
    figures:
      boundary:
        kind: decision-boundary
        scenario: two-units
        epochs: [0, last]
        caption: \(map(.caption, languages))
        alt: \(map(.alternative, languages))

    """
  }

  /// Prose that shows the figure.
  static func prose(in language: String) -> String {
    """
    # \(word(.lessonTitle, language))

    \(word(.invitation, language))

    ![\(word(.alternative, language))](figures/boundary.svg)

    """
  }

  private static func word(_ word: LessonWord, _ language: String) -> String {
    Language.named(language)?[word] ?? Language.english[word] ?? ""
  }

  private static func map(_ word: LessonWord, _ languages: [String]) -> String {
    "{\(languages.map { "\($0): \(self.word(word, $0))" }.joined(separator: ", "))}"
  }
}
