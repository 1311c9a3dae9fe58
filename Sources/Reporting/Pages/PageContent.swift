// What the templates are filled with: a name in a template is the name of a property here. A name
// that is nil is looked for further out, so no two levels share one that may be nil.

struct LayoutContent {
  var language, style, documentTitle, skip: String
  /// The way back to the course; nil on the course's own page.
  var home: LinkContent?
  var courseLabel, languagesLabel: String
  var isTranslated: Bool
  var translations: [LanguageContent]
  /// What moves the figures; nil for a page on which none does.
  var script: String?
  /// HTML.
  var content: String
}

struct LinkContent {
  var target, text: String
}

struct LanguageContent {
  var code, text, target: String
  var isCurrent: Bool
}

struct CourseContent {
  var courseTitle, lessonsLabel: String
  var lessons: [LessonCardContent]
}

struct LessonCardContent {
  var number: Int
  var target, text: String
  /// How the lesson begins; nil if it has no prose.
  var summary: String?
  /// A figure of the lesson; nil if it has none.
  var thumbnail: String?
}

struct LessonContent {
  /// HTML.
  var prose: String
  var sources: SourcesContent?
  var documents: DocumentsContent?
  var numbers: NumbersContent?
  var neighborsLabel: String
  var previous, next: NeighborContent?
}

struct NeighborContent {
  var label, target, text: String
}

struct DocumentsContent {
  var documentsTitle: String
  var documentFiles: [FileContent]
}

struct NumbersContent {
  var numbersTitle, numbersNote: String
  var traces: [TraceContent]
}

struct SourcesContent {
  var sourcesTitle, sourcesNote: String
  var sourceFiles: [FileContent]
}

struct ContentsContent {
  var contentsLabel: String
  var sections: [LinkContent]
}

struct TraceContent {
  var traceTitle: String
  var files: [FileContent]
}

struct FileContent {
  var target, text, label: String
  /// The name under which the file is saved.
  var download: String
}
