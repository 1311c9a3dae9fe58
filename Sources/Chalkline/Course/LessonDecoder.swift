import Files
import Figures
import Lessons
import Drawings
import Plotting

/// The reading of one lesson: goes on after an error, and keeps every one of them.
struct LessonDecoder {
  /// The text, for the lines shown with the findings.
  var text: SourceText
  /// What was found so far.
  private(set) var findings: [Finding] = []

  init(file: String) { text = SourceText("", file: file) }

  /// As much of the lesson as can be read; nil if nothing can.
  mutating func lesson(
    _ id: String, languages: [String], from bytes: () throws(DiskError) -> [UInt8]
  ) -> Lesson? {
    do {
      text = try SourceText(bytes: try bytes(), file: text.file)
      let reading = try Lesson.reading(text, id: id, languages: languages)
      findings += reading.errors.map { Finding($0) }
      return reading.lesson
    } catch let error as LessonErrors {
      findings += error.errors.map { Finding($0) }
    } catch let error as LessonError {
      findings.append(Finding(error))
    } catch {
      findings.append(Finding(.error, "\(error)"))
    }
    return nil
  }

  /// The sections that can be decoded; the first error of each of the others is kept.
  mutating func decode<Value>(
    _ sections: [Section], _ decode: (Section) throws(LessonError) -> Value
  ) -> [Value] {
    var values: [Value] = []
    for section in sections {
      do throws(LessonError) {
        values.append(try decode(section))
      } catch {
        findings.append(Finding(error))
      }
    }
    return values
  }

  /// Every scenario that a figure names must stand in the lesson.
  mutating func checkReferences(of figures: [FigureSection], to names: [String]) {
    for request in figures.flatMap({ $0.figure.requests }) where !names.contains(request.name.text)
    {
      findings.append(Finding(request.name.unknown("scenario", among: names)))
    }
  }

  /// Every figure must be told in words, in every language, to those who cannot see it.
  mutating func checkAlternativeText(of figures: [FigureSection], in languages: [String]) {
    for figure in figures {
      let missing = figure.alt.lacking(in: languages)
      guard !missing.isEmpty else { continue }
      let message =
        "figure '\(figure.id)' has no alternative text in \(missing.joined(separator: ", "))"
      findings.append(Finding(text.error(message, at: figure.location)))
    }
  }

  /// No figure may be named like the file of another one in a theme, as `boundary-board`.
  mutating func checkFileNames(of figures: [FigureSection]) {
    let names = Set(figures.map { $0.id })
    for figure in figures {
      for theme in Theme.all.map({ $0.name }) where figure.id.hasSuffix("-\(theme)") {
        let other = String(figure.id.dropLast(theme.count + 1))
        guard names.contains(other) else { continue }
        let message =
          "'\(figure.id)' is how the file of '\(other)' is named in the theme '\(theme)'"
        findings.append(Finding(text.error(message, at: figure.location)))
      }
    }
  }
}
