/// The texts that a new lesson starts with.
enum LessonTemplate {
  /// A course of one lesson.
  static func course(of id: String) -> String {
    """
    # yaml-language-server: $schema=course.schema.json
    # $schema: course.schema.json
    title: {en: A course, ko: 강좌}
    languages: [en, ko]
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
    title: \(map(title, languages))
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
        caption: \(map(caption, languages))
        alt: \(map(alternative, languages))

    """
  }

  /// Prose that shows the figure.
  static func prose(in language: String) -> String {
    """
    # \(word(title, language))

    \(word(invitation, language))

    ![\(word(alternative, language))](figures/boundary.svg)

    """
  }

  private static let title = ["en": "A new lesson", "ko": "새 단원"]
  private static let caption = [
    "en": "The plane before and after training", "ko": "학습 전과 학습 후의 평면",
  ]
  private static let alternative = [
    "en": "Two maps of what the network answers for every point of the plane",
    "ko": "평면의 모든 점에 대한 신경망의 답을 그린 두 지도",
  ]
  private static let invitation = [
    "en": "Tell here what the figure shows.", "ko": "그림이 보여 주는 것을 여기에 적습니다.",
  ]

  private static func word(_ words: [String: String], _ language: String) -> String {
    words[language] ?? words["en"] ?? ""
  }

  private static func map(_ words: [String: String], _ languages: [String]) -> String {
    "{\(languages.map { "\($0): \(word(words, $0))" }.joined(separator: ", "))}"
  }
}
