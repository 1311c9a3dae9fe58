import Figures
import Lessons
import Plotting
import Reporting
import Tracing

extension AnimationReport {
  /// The frames of the manifest in one language; nil if there are none.
  init?(_ animation: Manifest.Animation, of lesson: LessonSource, in language: String) {
    let files = animation.files(in: language)
    let images = files.filter { $0.format == "png" }.sorted { $0.path < $1.path }
    guard let first = images.first, let width = first.width, let height = first.height,
      images.count == animation.moments.count
    else { return nil }
    let words = lesson.words.words(of: language)
    // In the order in which the figure shows them.
    let found = Set(animation.losses.flatMap { $0.keys })
    let shown = lesson.figures.first { $0.id == animation.figure }?.scenarioNames ?? []
    let names = shown.filter { found.contains($0) }
    let scenarios = names.map { name in lesson.scenarios.first { $0.name == name } }
    self.init(
      quantities: zip(names, scenarios).map { name, scenario in
        // Where there is one training, whose loss it is goes without saying.
        words(.loss, names.count == 1 ? "" : scenario?.title?[language] ?? name)
          .trimmingBlanks
      },
      frames: images.indices.map { index in
        let moment = animation.moments[index]
        let losses = index < animation.losses.count ? animation.losses[index] : [:]
        return Frame(
          path: images[index].path,
          moment: animation.axis.name(of: moment, words) ?? "\(index + 1) / \(images.count)",
          values: names.map { losses[$0].map { NumberText.significant($0) } ?? "" })
      }, rate: Double(animation.framesPerSecond), width: width * 96 / (first.dpi ?? 96),
      height: height * 96 / (first.dpi ?? 96),
      documents: files.filter { $0.format == "pdf" || $0.format == "svg" }.map { file in
        Document(
          path: file.path, format: file.format, isFilmstrip: file.path.contains("-filmstrip."))
      })
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
