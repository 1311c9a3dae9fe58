/// The build of a course: lessons in, figures, numbers, pages and a manifest out.
///
/// A lesson with an error keeps its last good output whole, and the other lessons are still built.
/// The files are the same, byte for byte, for every number of jobs.
public struct CourseBuild: Sendable {
  let lessons: LessonsFolder
  let output: String
  let options: BuildOptions

  /// A build of `lessons` into the folder `output`, which is made if need be.
  public init(lessons: LessonsFolder, output: String, options: BuildOptions = BuildOptions()) {
    precondition(options.jobs >= 1, "a build needs a job at a time, not \(options.jobs)")
    self.lessons = lessons
    self.output = output
    self.options = options
  }

  /// Builds.
  ///
  /// - Parameter progress: Called after every job, by one task at a time.
  /// - Returns: What was done, and what kept lessons from being built.
  /// - Throws: `CourseError`, `UsageError`, `DiskError` or an error of the fonts if nothing can be
  ///   built at all, or if the output cannot be written.
  public func run(progress: (BuildProgress) -> Void = { _ in }) async throws -> BuildReport {
    var session = try BuildSession(of: self)
    let (forms, tools) = (session.forms, session.tools)
    await JobQueue.run(
      session.firstJobs(), limit: options.jobs, perform: { $0.perform(forms, tools) },
      finished: { outcome in
        let jobs = session.take(outcome)
        progress(session.progress)
        return jobs
      })
    try Task.checkCancellation()
    return try session.finish()
  }
}
