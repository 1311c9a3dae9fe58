import Figures
import Lessons
import Plotting
import Reporting
import Tracing

/// The pages of a course: made of the lessons' words and of what the manifest lists.
///
/// They show the files that there are, be they of this build or of one before it.
struct CoursePages {
  private let source: CourseSource
  /// Lessons built whole by this build.
  private let built: [LessonPart]
  /// Lessons that this build tried in vain.
  private let failed: Set<String>
  private let languages: [String]
  /// What an earlier build has left, as far as it is still there.
  private let kept: Manifest

  init(
    _ source: CourseSource, tried: [LessonPart], built: [LessonPart], languages: [String],
    kept: Manifest
  ) {
    self.source = source
    self.built = built.filter { $0.isWhole }
    failed = Set(tried.map { $0.lesson.id }).subtracting(built.map { $0.lesson.id })
    self.languages = languages
    self.kept = kept
  }

  /// What the pages of a language are made of: of the lessons that were built whole, and of the course
  /// if asked for.
  func set(
    in language: String, from manifest: Manifest, withCourse: Bool, program: ProgramInputs,
    files: OutputFolder
  )
    -> PageSet
  {
    let report = report(in: language, from: manifest)
    let course = withCourse ? [PageSet.Item(path: path(of: nil, language), lesson: nil)] : []
    let lessons = built.compactMap { part in
      report.lessons.contains { $0.id == part.lesson.id }
        ? PageSet.Item(path: path(of: part.lesson.id, language), lesson: part.lesson.id) : nil
    }
    let digests = manifest.files.reduce(into: [:]) { $0[$1.path] = $1.sha256 }
    return PageSet(
      report: report, items: course + lessons, digests: digests, program: program.program,
      read: { files.bytes(at: $0) })
  }

  /// Pages of an earlier build that the course would still have at the same path.
  var stillCurrent: [String: Manifest.Page] {
    let paths = Set(
      source.course.languages.flatMap { language in
        [path(of: nil, language)] + source.lessons.map { path(of: $0.id, language) }
      })
    return kept.pages.filter { paths.contains($0.key) }
  }

  /// Copies of an earlier build of lessons that the course still has.
  var stillCurrentSources: [String: Manifest.File] {
    let lessons = Set(source.lessons.map { $0.id })
    return kept.sources.filter { file in
      lessons.contains(String(file.key.prefix { $0 != "/" }))
    }
  }

  private func path(of lesson: String?, _ language: String) -> String {
    let first = source.course.languages[0]
    guard let lesson else { return PagePath.course(in: language, first: first) }
    return PagePath.lesson(lesson, in: language, first: first)
  }

  private func report(in language: String, from manifest: Manifest) -> Report {
    let course = source.course
    let older = Set(kept.pages.values.compactMap { $0.file.lang })
    return Report(
      title: course.title[language] ?? course.title[course.languages[0]] ?? "",
      language: language,
      languages: course.languages.filter { languages.contains($0) || older.contains($0) },
      firstLanguage: course.languages[0],
      lessons: source.lessons.compactMap { lesson in
        let older = kept.pages[path(of: lesson.id, language)]
        let part = built.first { $0.lesson.id == lesson.id }
        let prose = part?.prose.first { $0.language == language }
        // A lesson that is not asked for is linked to: a part has the bytes of the whole.
        guard part != nil || older != nil || isBuildable(lesson) else { return nil }
        var report = LessonReport(
          id: lesson.id, title: lesson.title[language] ?? older?.title ?? lesson.id,
          prose: prose?.prose?.source.text,
          figures: part == nil ? [] : figures(of: lesson, language, manifest),
          traces: part == nil ? [] : traces(of: lesson, language, manifest),
          formulas: prose?.formulas ?? [],
          sources: part == nil ? [] : sources(of: lesson),
          documents: part == nil ? [] : manifest.documents(of: lesson.id, in: language))
        report.summary = part == nil ? older?.summary : report.opening
        report.thumbnail = part == nil ? older?.thumbnail : report.firstImage
        return report
      },
      words: source.words.pages)
  }

  /// The lesson file first, then its prose, then its data.
  private func sources(of lesson: LessonSource) -> [TraceReport.File] {
    lesson.sourceNames(languages: source.course.languages).filter { lesson.folder.has($0) }.map {
      TraceReport.File(format: LessonSource.format(of: $0), path: lesson.copyPath(of: $0))
    }
  }

  private func isBuildable(_ lesson: LessonSource) -> Bool {
    lesson.findings.isEmpty && !failed.contains(lesson.id)
  }

  private func figures(of lesson: LessonSource, _ language: String, _ manifest: Manifest)
    -> [FigureReport]
  {
    lesson.figures.map { figure in
      let files = manifest.figures["\(lesson.id)#\(figure.id)"]?.files ?? []
      return FigureReport(
        id: figure.id, caption: figure.caption[language] ?? "",
        alternative: figure.alt[language] ?? "",
        images: images(among: files.filter { $0.lang == language }),
        animation: manifest.animations["\(lesson.id)#\(figure.id)"].flatMap {
          AnimationReport($0, of: lesson, in: language)
        })
    }
  }

  /// The images of the course's own theme, and with them those of a dark one if there are any.
  private func images(among files: [Manifest.File]) -> [FigureImage] {
    let themes = Theme.all.filter { theme in files.contains { $0.theme == theme.name } }
    let own = themes.first { $0.name == source.course.theme } ?? themes.first
    let dark = themes.first { $0.isDark && own?.isDark == false }
    return [own, dark].compactMap { $0 }.flatMap { theme in
      files.filter { $0.theme == theme.name }.compactMap { FigureImage($0, isDark: theme.isDark) }
    }
  }

  private func traces(of lesson: LessonSource, _ language: String, _ manifest: Manifest)
    -> [TraceReport]
  {
    lesson.scenarios.compactMap { scenario in
      guard let trace = manifest.traces["\(lesson.id)#\(scenario.name)"] else { return nil }
      let title = scenario.title?[language].map { "\($0) (\(scenario.name))" }
      return TraceReport(
        title: title ?? scenario.name,
        files: trace.files.map { TraceReport.File(format: $0.format, path: $0.path) })
    }
  }
}

extension FigureImage {
  /// An image of the manifest with its size in CSS pixels, 96 an inch; nil if it has no size.
  fileprivate init?(_ file: Manifest.File, isDark: Bool) {
    guard let width = file.width, let height = file.height else { return nil }
    let scale = 96 / (file.dpi ?? 72)
    self.init(
      format: file.format, path: file.path, isDark: isDark, width: width * scale,
      height: height * scale)
  }
}
