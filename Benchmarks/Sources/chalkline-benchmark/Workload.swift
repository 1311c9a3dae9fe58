import Rendering

/// One of the jobs that every program of the comparison does.
enum Workload: String, CaseIterable {
  /// Everything of 5000 epochs of XOR.
  case trace = "W1"
  /// A picture of each of 100 epochs.
  case frames = "W2"
  /// The loss on a plane of parameters, and pictures of it.
  case surface = "W3"
  /// Twelve deep networks with their histograms.
  case initializers = "W4"
  /// All of these and twenty figures.
  case course = "W5"
  /// The twenty figures alone.
  case figures = "W5-figures"

  /// Does the work and writes its files; `stopwatch` learns what counts and what took how long.
  func run(
    reading data: DataFolder, writing out: OutputFolder, jobs: Int, _ stopwatch: Stopwatch
  ) throws {
    switch self {
    case .trace:
      let trace = try stopwatch.core { try stopwatch("train") { try XORTrace(data).run() } }
      try stopwatch("write") { try out.write(trace, "trace.f64") }
    case .frames:
      try stopwatch.core { try EpochFrames(data).run(writing: out, jobs: jobs, stopwatch) }
    case .surface:
      try stopwatch.core { try SurfacePictures(data).run(writing: out, stopwatch) }
    case .initializers:
      try stopwatch.core { try InitializerHistograms().run(writing: out, stopwatch) }
    case .figures:
      try stopwatch.core { try StaticFigures().run(writing: out, stopwatch) }
    case .course:
      try stopwatch.core {
        let quiet = Stopwatch()
        try stopwatch("W1") { try out.write(XORTrace(data).run(), "trace.f64") }
        try stopwatch("W2") { try EpochFrames(data).run(writing: out, jobs: jobs, quiet) }
        try stopwatch("W3") { try SurfacePictures(data).run(writing: out, quiet) }
        try stopwatch("W4") { try InitializerHistograms().run(writing: out, quiet) }
        try stopwatch("static") {
          try StaticFigures().run(writing: out, stopwatch, prefix: "static.")
        }
      }
    }
  }
}
