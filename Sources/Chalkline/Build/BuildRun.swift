import Figures
import Plotting
import Reporting
import Tracing

/// One piece of work of a build.
enum BuildJob: Sendable {
  case train(ScenarioJob, lesson: Int)
  case draw(FigureJob, LessonSource, lesson: Int)
  case animate(FrameJob, LessonSource, lesson: Int)
  case sketch(SketchJob, LessonSource, lesson: Int)
  case compose(DocumentJob, lesson: Int)

  /// Does the work: reads the lesson's files and what was kept, writes nothing but what is to be kept.
  func perform(_ forms: ImageForms, _ tools: DrawingTools, _ store: TraceStore) -> BuildOutcome {
    switch self {
    case .train(let job, let lesson):
      .trained(
        job.scenario.name,
        Result { () throws(Finding) in try job.perform(store) }, work: work, lesson: lesson)
    case .draw(let job, let source, let lesson):
      .drawn(
        job.figure.id,
        Result { () throws(Finding) in try job.files(forms, with: tools, in: source) },
        lesson: lesson)
    case .animate(let job, let source, let lesson):
      .animated(
        job.figure.id,
        Result { () throws(Finding) in try job.animation(in: source, with: tools) }, lesson: lesson)
    case .sketch(let job, let source, let lesson):
      .sketched(
        job.figure.id,
        Result { () throws(Finding) in try job.perform(with: tools, in: source) }, lesson: lesson)
    case .compose(let job, let lesson):
      .composed(
        job.plan, Result { () throws(Finding) in try job.file(with: tools) }, lesson: lesson)
    }
  }

  /// Roughly how much work it is, in multiplications.
  var work: Double {
    switch self {
    case .train(let job, _): job.work
    case .draw, .sketch, .compose: BuildJob.workOfPicture
    case .animate: BuildJob.workOfAnimation
    }
  }

  /// What a picture takes; measured.
  static let workOfPicture = 1.5e8
  /// What the frames of a figure take, in all languages.
  static let workOfAnimation = 30 * workOfPicture
}

/// What came of a piece of work.
enum BuildOutcome: Sendable {
  case trained(String, Result<TrainedScenario, Finding>, work: Double, lesson: Int)
  case drawn(String, Result<[BuiltFile], Finding>, lesson: Int)
  case animated(String, Result<BuiltAnimation, Finding>, lesson: Int)
  case sketched(String, Result<Void, Finding>, lesson: Int)
  case composed(DocumentPlan, Result<BuiltFile, Finding>, lesson: Int)
}

/// The state of a build between its jobs: which lesson waits for what.
struct BuildRun {
  private var lessons: [LessonBuild]
  private var done = 0
  private var total = 0
  private var doneWork = 0.0
  private var totalWork = 0.0
  private var latest = ""
  /// How many scenarios were had in each way.
  private(set) var trainedCount = 0
  private(set) var computedCount = 0
  private(set) var keptCount = 0
  /// What there is to say of scenarios whose outcome cannot be kept.
  private(set) var notes: [String] = []

  private let drawings: DrawingStore
  private let courseTheme: Theme

  init(
    parts: [LessonPart], forms: ImageForms, plan: CachePlan, drawings: DrawingStore,
    courseTheme: Theme
  ) {
    self.drawings = drawings
    self.courseTheme = courseTheme
    lessons = parts.map {
      LessonBuild($0, forms: forms, current: plan.lessons[$0.lesson.id] ?? CachePlan.Lesson())
    }
  }

  /// The jobs that wait for no other: long trainings first, so that none of them is left over for one
  /// processor at the end, the others lesson by lesson.
  mutating func firstJobs(
    _ plan: CachePlan, _ forms: ImageForms, _ store: TraceStore
  ) -> [BuildJob] {
    var jobs: [BuildJob] = []
    for index in lessons.indices where lessons[index].findings.isEmpty {
      let source = lessons[index].part.lesson
      let schedules = source.schedules
      total += lessons[index].pictureCount
      totalWork += Double(lessons[index].pictureCount) * BuildJob.workOfPicture
      jobs += lessons[index].scenarios.map { scenario in
        .train(
          ScenarioJob(
            scenario: scenario, schedule: schedules[scenario.name] ?? .ends, source: source,
            writesNumbers: lessons[index].writesNumbers(of: scenario.name),
            key: plan.inputs[source.id]?.traceKey(of: scenario.name) ?? ""), lesson: index)
      }
      let animations = lessons[index].frameJobs(forms)
      total += animations.count
      totalWork += Double(animations.count) * BuildJob.workOfAnimation
      jobs += animations.map { .animate($0, source, lesson: index) }
      jobs += drawing(index)
    }
    let trainings = jobs.filter { if case .train = $0 { true } else { false } }
    total += trainings.count
    totalWork += trainings.reduce(0) { $0 + $1.work }
    let limit = totalWork / 20
    let long = jobs.filter { $0.work > limit && $0.work > BuildJob.workOfPicture }
    return long.sorted { $0.work > $1.work }
      + jobs.filter { !($0.work > limit && $0.work > BuildJob.workOfPicture) }
  }

  /// Takes in an outcome: gives the jobs that it makes possible, and the lesson if it is whole now.
  mutating func take(_ outcome: BuildOutcome) -> (jobs: [BuildJob], whole: LessonBuild?) {
    done += 1
    let index: Int
    var jobs: [BuildJob] = []
    switch outcome {
    case .trained(let scenario, let result, let work, let lesson):
      index = lesson
      doneWork += work
      note(result, of: scenario, in: lessons[index].part.lesson.id)
      lessons[index].take(result, of: scenario)
      jobs = drawing(index)
    case .drawn(let figure, let result, let lesson):
      index = lesson
      doneWork += BuildJob.workOfPicture
      latest = "\(lessons[index].part.lesson.id): drew \(figure)"
      lessons[index].take(result, ofFigure: figure)
    case .animated(let figure, let result, let lesson):
      index = lesson
      doneWork += BuildJob.workOfAnimation
      latest = "\(lessons[index].part.lesson.id): animated \(figure)"
      lessons[index].take(result, ofAnimation: figure)
    case .sketched(let figure, let result, let lesson):
      index = lesson
      doneWork += BuildJob.workOfPicture
      latest = "\(lessons[index].part.lesson.id): drew \(figure) for documents"
      lessons[index].take(result, ofSketch: figure)
      jobs = composing(index)
    case .composed(let document, let result, let lesson):
      index = lesson
      doneWork += BuildJob.workOfPicture
      latest = "\(lessons[index].part.lesson.id): made \(document.kind.rawValue)"
      lessons[index].take(result, of: document)
    }
    guard lessons[index].isFinished, lessons[index].findings.isEmpty else { return (jobs, nil) }
    defer { lessons[index].forgetFiles() }
    return (jobs, lessons[index])
  }

  private mutating func note(
    _ result: Result<TrainedScenario, Finding>, of scenario: String, in lesson: String
  ) {
    guard case .success(let trained) = result else { return }
    switch trained.origin {
    case .trained: trainedCount += 1
    case .computed: computedCount += 1
    case .kept: keptCount += 1
    }
    latest = "\(lesson): \(trained.origin.rawValue) \(scenario)"
    if let objection = trained.objection { notes.append("\(lesson) \(scenario): \(objection)") }
  }

  /// How far the build is.
  var progress: BuildProgress {
    BuildProgress(
      done: done, total: total, share: totalWork > 0 ? doneWork / totalWork : 1, latest: latest)
  }

  /// What went wrong, in course order and, within a lesson, in file order.
  var findings: [Finding] { lessons.flatMap { $0.findings.inFileOrder() } }

  /// What was to be built of the lessons of which nothing is left to be made and nothing went wrong.
  var built: [LessonPart] {
    lessons.filter { $0.isFinished && $0.findings.isEmpty }.map { $0.part }
  }

  /// What was to be built of the lessons with which nothing has gone wrong so far.
  var promising: [LessonPart] { lessons.filter { $0.findings.isEmpty }.map { $0.part } }

  private mutating func drawing(_ index: Int) -> [BuildJob] {
    let source = lessons[index].part.lesson
    let jobs = lessons[index].figureJobs(drawings, courseTheme: courseTheme)
    return jobs.pictures.map { .draw($0, source, lesson: index) }
      + jobs.sketches.map { .sketch($0, source, lesson: index) } + composing(index)
  }

  private mutating func composing(_ index: Int) -> [BuildJob] {
    lessons[index].documentJobs(drawings).map { .compose($0, lesson: index) }
  }
}
