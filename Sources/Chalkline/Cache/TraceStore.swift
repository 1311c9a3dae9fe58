import Tracing

/// The outcomes of scenarios on disk, so that what was trained once is not trained again.
///
/// Each lies in a file named after everything that went into it. One that is damaged, or that belongs
/// to something else, counts as none.
struct TraceStore: Sendable {
  /// Outcomes of more bytes are not kept: reading them would take as long as training.
  static let sizeLimit = 64 << 20

  static let folder = "\(BuildCache.folder)/traces"
  private let output: OutputFolder
  /// Whether what is there is used; else it is only replaced.
  private let isRead: Bool

  init(in output: OutputFolder, isRead: Bool) {
    self.output = output
    self.isRead = isRead
  }

  /// Whether an outcome is kept under `key`; it may still turn out to be damaged.
  func has(_ key: String) -> Bool { isRead && output.has(path(of: key)) }

  /// The outcome of `scenario` that is kept under `key`; nil if there is none that can be trusted.
  func outcome(of scenario: Scenario, in lesson: LessonSource, _ key: String) -> ScenarioOutcome? {
    guard isRead, scenario.isWorthKeeping, let bytes = output.bytes(at: path(of: key)),
      let content = SnapshotSeal.content(of: bytes, sealedAs: key)
    else { return nil }
    return scenario.outcome(from: content, files: lesson.dataFiles)
  }

  /// Keeps an outcome.
  ///
  /// - Returns: Why it is not kept, if something speaks against it.
  func keep(_ outcome: ScenarioOutcome, _ key: String) -> String? {
    guard let content = OutcomeSnapshot.bytes(of: outcome) else { return nil }
    guard content.count <= Self.sizeLimit else {
      return "is trained anew for every change of its figures: what there is to keep of it takes "
        + "\(content.count >> 20) MiB"
    }
    do throws(DiskError) {
      _ = try output.write(SnapshotSeal.sealed(content, as: key), to: path(of: key))
      return nil
    } catch {
      return "is not kept: \(error)"
    }
  }

  /// Removes every outcome but those under `keys`.
  func removeAll(but keys: Set<String>) {
    for name in output.names(in: Self.folder) where !name.hasPrefix(".") && !keys.contains(name) {
      output.removeOwn(Disk.join(Self.folder, name))
    }
  }

  private func path(of key: String) -> String { "\(Self.folder)/\(key)" }
}
