import Figures
import Tracing

/// One piece of work of a build.
enum BuildJob: Sendable {
  case train(Scenario, TraceSchedule, LessonSource, lesson: Int)
  case draw(FigureJob, LessonSource, lesson: Int)
  case animate(FrameJob, LessonSource, lesson: Int)

  /// Does the work: reads the lesson's files at most, writes nothing.
  func perform(_ forms: ImageForms, _ tools: DrawingTools) -> BuildOutcome {
    switch self {
    case .train(let scenario, let schedule, let source, let lesson):
      .trained(
        scenario.name,
        Result { () throws(Finding) in try source.train(scenario, keeping: schedule) },
        lesson: lesson)
    case .draw(let job, let source, let lesson):
      .drawn(
        job.figure.id,
        Result { () throws(Finding) in try job.files(forms, with: tools, in: source) },
        lesson: lesson)
    case .animate(let job, let source, let lesson):
      .animated(
        job.figure.id,
        Result { () throws(Finding) in try job.animation(in: source, with: tools) }, lesson: lesson)
    }
  }
}

/// What came of a piece of work.
enum BuildOutcome: Sendable {
  case trained(String, Result<TrainedScenario, Finding>, lesson: Int)
  case drawn(String, Result<[BuiltFile], Finding>, lesson: Int)
  case animated(String, Result<BuiltAnimation, Finding>, lesson: Int)
}

/// The state of a build between its jobs: which lesson waits for what.
struct BuildRun {
  private let forms: ImageForms
  private var lessons: [LessonBuild]
  private var done = 0
  private var total = 0
  private var latest = ""

  init(parts: [LessonPart], forms: ImageForms, plan: CachePlan) {
    self.forms = forms
    lessons = parts.map {
      LessonBuild($0, forms: forms, current: plan.lessons[$0.lesson.id] ?? CachePlan.Lesson())
    }
  }

  /// The jobs that wait for no other, lesson by lesson.
  mutating func firstJobs() -> [BuildJob] {
    var jobs: [BuildJob] = []
    for index in lessons.indices where lessons[index].findings.isEmpty {
      let source = lessons[index].part.lesson
      let schedules = source.schedules
      jobs += lessons[index].scenarios.map {
        .train($0, schedules[$0.name] ?? .ends, source, lesson: index)
      }
      let animations = lessons[index].frameJobs(forms)
      jobs += animations.map { .animate($0, source, lesson: index) }
      if lessons[index].isTrained { jobs += drawing(index) }
      total += animations.count
      total += lessons[index].part.figures.count * forms.languages.count * forms.themes.count
      total += lessons[index].scenarios.count
    }
    return jobs
  }

  /// Takes in an outcome: gives the jobs that it makes possible, and the lesson if it is whole now.
  mutating func take(_ outcome: BuildOutcome) -> (jobs: [BuildJob], whole: LessonBuild?) {
    done += 1
    let index: Int
    var jobs: [BuildJob] = []
    switch outcome {
    case .trained(let scenario, let result, let lesson):
      index = lesson
      latest = "\(lessons[index].part.lesson.id): trained \(scenario)"
      if lessons[index].take(result, of: scenario) { jobs = drawing(index) }
    case .drawn(let figure, let result, let lesson):
      index = lesson
      latest = "\(lessons[index].part.lesson.id): drew \(figure)"
      lessons[index].take(result, ofFigure: figure)
    case .animated(let figure, let result, let lesson):
      index = lesson
      latest = "\(lessons[index].part.lesson.id): animated \(figure)"
      lessons[index].take(result, ofAnimation: figure)
    }
    guard lessons[index].isFinished, lessons[index].findings.isEmpty else { return (jobs, nil) }
    defer { lessons[index].forgetFiles() }
    return (jobs, lessons[index])
  }

  /// How far the build is.
  var progress: BuildProgress { BuildProgress(done: done, total: total, latest: latest) }

  /// What went wrong, in course order and, within a lesson, in file order.
  var findings: [Finding] { lessons.flatMap { $0.findings.inFileOrder() } }

  /// What was to be built of the lessons of which nothing is left to be made and nothing went wrong.
  var built: [LessonPart] {
    lessons.filter { $0.isFinished && $0.findings.isEmpty }.map { $0.part }
  }

  private mutating func drawing(_ index: Int) -> [BuildJob] {
    let source = lessons[index].part.lesson
    return lessons[index].figureJobs(forms).map { .draw($0, source, lesson: index) }
  }
}
