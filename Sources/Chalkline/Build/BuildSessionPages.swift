import Figures
import Lessons

/// The pages of a build, and the copies of lessons beside them.
extension BuildSession {
  func coursePages(of built: [LessonPart]) -> CoursePages {
    CoursePages(source, tried: parts, built: built, languages: forms.languages, kept: kept)
  }

  func pageSets(of built: [LessonPart]) -> [PageSet] {
    guard options.shard == nil else { return [] }
    let pages = coursePages(of: built)
    return forms.languages.map { language in
      pages.set(
        in: language, from: manifest, withCourse: options.only.isEmpty, program: program,
        files: target)
    }
  }

  mutating func write(_ pages: PageSet) throws {
    var stale: [PageSet.Item] = []
    for item in pages.items {
      let inputs = pages.inputs(of: item)
      if let page = old.pages[item.path], cache.isCurrent(item.path, inputs, in: target) {
        manifest.pages[item.path] = page
        report.unchangedCount += 1
      } else {
        let reasons = cache.reasons(item.path, inputs, in: target)
        report.otherReasons.append("\(item.path): \(reasons.joined(separator: ", "))")
        stale.append(item)
      }
    }
    for page in try pages.made(stale) {
      let file = page.entry.file
      report.count(try target.write(page.bytes, to: file.path))
      report.pageCount += 1
      manifest.pages[file.path] = page.entry
      cache.enter(file.path, page.inputs, sha256: file.sha256, in: target)
    }
  }

  /// Copies the lessons that were built whole beside their pages, for readers to start from.
  mutating func writeSources() throws {
    for part in run.built where part.isWhole {
      for file in try part.lesson.sourceFiles(languages: source.course.languages) {
        let entry = file.entry
        var inputs = BuildInputs()
        inputs.add("the lesson's file", digest: entry.sha256)
        manifest.sources[entry.path] = entry
        if cache.isCurrent(entry.path, inputs, in: target) {
          report.unchangedCount += 1
        } else {
          report.count(try target.write(file.bytes, to: entry.path))
          cache.enter(entry.path, inputs, sha256: entry.sha256, in: target)
        }
      }
    }
    manifest.sources.merge(coursePages(of: run.built).stillCurrentSources) { new, _ in new }
  }
}
