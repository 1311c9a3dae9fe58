import Languages
import Building
import Figures
import Lessons
import Drawings
import Plotting
import Reporting
import Tracing

extension AnimationReport {
  /// The frames that were noted of a figure in one language; nil if they are not all there.
  init?(
    _ record: Record, of figure: FigureSection, in lesson: LessonSource, _ language: String
  ) {
    guard let notes = AnimationNotes(from: record.notes) else { return nil }
    let images = record.files.filter { $0.facts.format == "png" }
    guard let first = images.first, let width = first.facts.width,
      let height = first.facts.height, images.count == notes.moments.count
    else { return nil }
    let words = lesson.words.words(of: language)
    // In the order in which the figure shows them.
    let found = Set(notes.losses.flatMap { $0.keys })
    let names = figure.scenarioNames.filter { found.contains($0) }
    let scenarios = names.map { name in lesson.scenarios.first { $0.name == name } }
    let scale = 96 / (first.facts.dotsPerInch ?? 96)
    self.init(
      quantities: zip(names, scenarios).map { name, scenario in
        // Where there is one training, whose loss it is goes without saying.
        words(.loss, names.count == 1 ? "" : scenario?.title?[language] ?? name)
          .trimmingBlanks
      },
      frames: images.indices.map { index in
        let losses = index < notes.losses.count ? notes.losses[index] : [:]
        return Frame(
          path: images[index].path,
          moment: notes.axis.name(of: notes.moments[index], words)
            ?? "\(index + 1) / \(images.count)",
          values: names.map { losses[$0].map { NumberText.significant($0) } ?? "" })
      }, rate: Double(notes.framesPerSecond), width: width * scale, height: height * scale,
      documents: record.files.filter { ["pdf", "svg"].contains($0.facts.format) }.map { file in
        Document(
          path: file.path, format: file.facts.format,
          isFilmstrip: file.path != "\(lesson.id)/frames/\(language)/\(figure.id).pdf")
      })
  }
}

extension String {
  /// Without blanks at its ends.
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
