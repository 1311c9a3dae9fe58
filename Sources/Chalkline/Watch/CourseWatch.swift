import Drawings
import Files
import Dispatch
import Lessons
import Synchronization

/// One build of those that follow each other while a course is watched.
public struct Rebuild: Sendable {
  /// What had changed, as paths that are shown to the user; empty for the first build.
  public let changed: [String]
  /// How it went; what it throws is what `CourseBuild.run` throws.
  public let outcome: Result<BuildReport, any Error>
  /// Seconds that it took.
  public let seconds: Double
  /// Whether it made all there is; else a build of the rest follows.
  public let isWhole: Bool
  /// Of the findings, those that the build of the first part did not have as well.
  public internal(set) var newFindings: [Finding] = []

  /// What keeps the course from being built, in course order.
  public var findings: [Finding] {
    switch outcome {
    case .success(let report): report.findings
    case .failure(let error as CourseError): error.findings
    case .failure(let error as Finding): [error]
    case .failure(let error as DiskError): [Finding(error)]
    case .failure(let error): [Finding(.error, "\(error)")]
    }
  }
}

/// What pages show at some moment, and what keeps them from showing more.
struct ShownCourse: Sendable {
  /// What lies in the output folder.
  let manifest: Manifest
  let findings: [Finding]
}

/// The build of a course again and again, whenever its lessons change.
public struct CourseWatch: Sendable {
  let lessons: LessonsFolder
  let output: String
  let options: BuildOptions
  let memory = BuildMemory()

  /// A watch over `lessons`, built into the folder `output`.
  public init(lessons: LessonsFolder, output: String, options: BuildOptions = BuildOptions()) {
    (self.lessons, self.output, self.options) = (lessons, output, options)
  }

  /// Builds, then builds again after every change, until the task is cancelled.
  ///
  /// What is seen on pages is built first, the rest after it. A change that comes during a build ends it,
  /// and the next one starts from what it had finished.
  ///
  /// - Parameter tell: Called after every build, by one task at a time.
  public func run(_ tell: @escaping @Sendable (Rebuild) -> Void) async {
    await run(showing: { _ in }, tell)
  }

  /// The same; `show` is called as soon as there is something else to be seen on pages.
  func run(
    showing show: @escaping @Sendable (ShownCourse) -> Void,
    _ tell: @escaping @Sendable (Rebuild) -> Void
  ) async {
    let watch = FolderWatch(lessons.path, except: output)
    var work = begin([], show, tell)
    for await batch in watch.batches {
      work.cancel()
      await work.value
      work = begin(batch.sorted().map { lessons.path(of: $0) }, show, tell)
    }
    work.cancel()
    await work.value
  }

  private func begin(
    _ changed: [String], _ show: @escaping @Sendable (ShownCourse) -> Void,
    _ tell: @escaping @Sendable (Rebuild) -> Void
  ) -> Task<Void, Never> {
    Task {
      var told: [Finding] = []
      for stage in stages where !Task.isCancelled {
        guard var rebuild = await rebuild(changed, stage, show) else { return }
        rebuild.newFindings = rebuild.findings.filter { !told.contains($0) }
        told = rebuild.findings
        tell(rebuild)
        if rebuild.isWhole { return }
      }
    }
  }

  /// What is built after a change, in this order.
  ///
  /// First what pages show: drawings as SVG, and the pages. Then all of it, which finds the first part
  /// done. Whatever else takes its time and is on no page is left out of the first stage here.
  private var stages: [BuildOptions] {
    var quick = options
    quick.formats = ImageFormat.onPages.prefix(1).map { $0.rawValue }
    quick.frames = false
    quick.documents = false
    return [quick, options]
  }

  /// Builds once; nil if it was interrupted.
  private func rebuild(
    _ changed: [String], _ stage: BuildOptions, _ show: @escaping @Sendable (ShownCourse) -> Void
  ) async -> Rebuild? {
    let start = DispatchTime.now().uptimeNanoseconds
    let build = CourseBuild(
      lessons: lessons, output: output, options: stage, remembering: memory)
    let outcome: Result<BuildReport, any Error>
    do {
      outcome = .success(
        try await build.run(
          progress: { _ in },
          shown: { show(ShownCourse(manifest: $0, findings: $1.findings)) }))
    } catch is Interruption {
      return nil
    } catch {
      outcome = .failure(error)
    }
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    return Rebuild(
      changed: changed, outcome: outcome, seconds: seconds, isWhole: stage.frames)
  }
}
