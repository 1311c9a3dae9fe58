import Foundation

/// The program: runs one workload as a whole process and prints one line of JSON about it.
@main
struct Benchmark {
  static func main() {
    do {
      let arguments = try Arguments(CommandLine.arguments.dropFirst())
      let stopwatch = Stopwatch()
      try arguments.workload.run(
        reading: DataFolder(arguments.data), writing: OutputFolder(arguments.out),
        jobs: arguments.jobs, stopwatch)
      print(stopwatch.report(of: arguments.workload.rawValue))
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }
}

/// What the command line says.
struct Arguments {
  let workload: Workload
  let data: String
  let out: String
  let jobs: Int

  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  static let usage = """
    usage: chalkline-benchmark WORKLOAD --data DIR --out DIR [--jobs N]
    WORKLOAD is one of \(Workload.allCases.map { $0.rawValue }.joined(separator: ", "))
    """

  init(_ words: ArraySlice<String>) throws {
    var words = words
    guard let name = words.popFirst(), let workload = Workload(rawValue: name) else {
      throw Mistake(description: Self.usage)
    }
    var options = ["--data": "data", "--out": "", "--jobs": "1"]
    while let option = words.popFirst() {
      guard options[option] != nil, let value = words.popFirst() else {
        throw Mistake(description: Self.usage)
      }
      options[option] = value
    }
    guard let out = options["--out"], !out.isEmpty, let data = options["--data"],
      let jobs = options["--jobs"].flatMap({ Int($0) }), jobs > 0
    else { throw Mistake(description: Self.usage) }
    self.workload = workload
    self.data = data
    self.out = out
    self.jobs = jobs
  }
}
