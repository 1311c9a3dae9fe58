import Foundation

/// What one run of a comparison left: where it was made, whole processes, and single parts by C.
struct ResultsFile {
  /// One process.
  struct Run: Decodable {
    let workload: String
    let name: String
    let round: Int
    /// Seconds of the work without imports and compilation, and CPU seconds of it.
    let core: Double
    let coreCPU: Double
    /// Seconds from start to exit, and CPU seconds.
    let wall: Double
    let cpu: Double
    /// The most memory in use, in MiB.
    let peak: Double
    /// CPU seconds by stage, or, where the program does not know them, seconds.
    let stages: [String: Double]

    private enum Key: String, CodingKey {
      case workload = "q"
      case name, round
      case core = "core_s"
      case coreCPU = "core_cpu_s"
      case wall = "wall_s"
      case cpu = "cpu_s"
      case peak = "peak_mib"
      case stages
      case stagesCPU = "stages_cpu"
    }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      workload = try values.decode(String.self, forKey: .workload)
      name = try values.decode(String.self, forKey: .name)
      round = try values.decode(Int.self, forKey: .round)
      core = try values.decode(Double.self, forKey: .core)
      coreCPU = try values.decode(Double.self, forKey: .coreCPU)
      wall = try values.decode(Double.self, forKey: .wall)
      cpu = try values.decode(Double.self, forKey: .cpu)
      peak = try values.decode(Double.self, forKey: .peak)
      stages =
        try values.decodeIfPresent([String: Double].self, forKey: .stagesCPU)
        ?? values.decodeIfPresent([String: Double].self, forKey: .stages) ?? [:]
    }
  }

  /// Where and when, and with which programs.
  struct Origin: Decodable {
    var machine = "unknown machine"
    var date = ""
    var versions: [String] = []
  }

  private struct Part: Decodable {
    let what: String
    let median_ms: Double
  }

  private(set) var origin = Origin()
  private(set) var runs: [Run] = []
  /// Seconds of single parts of a picture, drawn by C with Cairo; by name.
  private(set) var parts: [String: Double] = [:]

  /// Reads lines of JSON.
  init(_ text: String) throws {
    let decoder = JSONDecoder()
    for line in text.split(separator: "\n") {
      let data = Data(line.utf8)
      if line.contains("\"machine\"") {
        origin = try decoder.decode(Origin.self, from: data)
      } else if line.contains("\"what\"") {
        let part = try decoder.decode(Part.self, from: data)
        parts[part.what] = part.median_ms / 1000
      } else {
        runs.append(try decoder.decode(Run.self, from: data))
      }
    }
  }

  /// The runs of one program, round by round.
  func runs(_ workload: String, _ name: String) -> [Run] {
    runs.filter { $0.workload == workload && $0.name == name }
  }

  /// The programs of a workload in the order in which they ran.
  func names(_ workload: String) -> [String] {
    var names: [String] = []
    for run in runs where run.workload == workload && !names.contains(run.name) {
      names.append(run.name)
    }
    return names
  }

  /// How many times as long as Chalkline another program takes: the median over the rounds that both
  /// ran in; nil if there are none, or if either time is missing.
  func ratio(
    _ workload: String, _ name: String, to own: String = "chalkline", in ownWorkload: String? = nil,
    _ time: @escaping (Run) -> Double?, own ownTime: ((Run) -> Double?)? = nil
  ) -> Double? {
    let ownTime = ownTime ?? time
    let ours = runs(ownWorkload ?? workload, own)
    let ratios = runs(workload, name).compactMap { run -> Double? in
      guard let other = ours.first(where: { $0.round == run.round }), let theirs = time(run),
        let mine = ownTime(other), mine > 0
      else { return nil }
      return theirs / mine
    }
    return ratios.isEmpty ? nil : ratios.median
  }
}

extension [Double] {
  /// The middle one, or the mean of the middle two; NaN of none.
  var median: Double {
    guard !isEmpty else { return .nan }
    let sorted = sorted()
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
