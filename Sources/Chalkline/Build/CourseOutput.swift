import Building
import Files
import Foundation

/// The output folder of a course: where things lie that are nobody's output, and what is known of the rest.
enum CourseOutput {
  /// The folder of everything that makes later builds shorter; it may be deleted at any time.
  static let folder = ".chalkline"
  /// What was noted of each file.
  static let records = "\(folder)/records"
  /// What jobs that built parts of the course have noted.
  static let shards = "\(folder)/shards"
  /// The file that a build locks while it writes.
  static let lock = "\(folder)/lock"

  /// The folders of kept values.
  static let keptFolders: Set<String> = [ScenarioOutcomes.folder, DocumentDrawings.folder]

  /// All folders that only this program writes into, deepest first.
  static var ownFolders: [String] {
    keptFolders.sorted().map { "\(folder)/\($0)" } + [shards, folder]
  }

  /// Takes the right to write into the folder, after whoever has it now.
  ///
  /// - Parameters:
  ///   - target: The folder.
  ///   - mode: Whether others may write at the same time.
  ///   - waiting: Called once if somebody has it.
  /// - Returns: The lock, which lasts as long as somebody holds it.
  /// - Throws: `DiskError` if the folder cannot be written into, `CancellationError` if the task is cancelled.
  static func lock(
    _ target: OutputFolder, _ mode: OutputLock.Mode, _ waiting: () -> Void
  ) async throws -> OutputLock {
    var isTold = false
    while true {
      if let lock = try OutputLock.taken(at: lock, in: target, mode) { return lock }
      if !isTold { waiting() }
      isTold = true
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  /// The values that builds have kept.
  static func store(in target: OutputFolder, isRead: Bool = true) -> ContentStore {
    ContentStore(in: target, at: folder, isRead: isRead)
  }

  /// What is known of the folder; where there are no records, and of a build that died before it could save them,
  /// what its manifest says, which is enough to be listed and to be removed, but never to be taken as current.
  static func records(in target: OutputFolder) -> CourseRecords {
    var records = CourseRecords.read(from: target, at: records)
    // One that lies there as it was noted is that of the build that has saved the records.
    guard !records.hasOwnManifest(in: target), let manifest = Manifest.read(from: target),
      records.outputs.isEmpty || manifest.writing != nil
    else { return records }
    records.adopt(manifest, in: target)
    return records
  }

  /// Writes the record of one part of a course, under a name of its own: folders of several machines can be copied
  /// over one another.
  static func save(_ records: CourseRecords, of shard: Shard, to target: OutputFolder)
    throws(DiskError)
  {
    try records.save(to: target, at: "\(shards)/\(shard.number)-of-\(shard.count)")
  }

  /// The records of all parts by name; those that are damaged are left out.
  static func partRecords(in target: OutputFolder) -> [CourseRecords] {
    target.names(in: shards).filter { !$0.hasPrefix(".") }.map {
      CourseRecords.read(from: target, at: "\(shards)/\($0)")
    }
  }

  /// Removes the records of parts, once these are part of the whole.
  static func removePartRecords(from target: OutputFolder) {
    for name in target.names(in: shards) where !name.hasPrefix(".") {
      target.removeOwn("\(shards)/\(name)")
    }
    target.removeEmptyFolders(from: shards)
  }
}

extension Records<ProductName> {
  /// Whether the manifest is the one that was written with these records.
  func hasOwnManifest(in target: OutputFolder) -> Bool {
    let noted = self[ProductName(.manifest)]?.files.first?.stamp
    return noted != nil && noted == target.stamp(of: Manifest.path)
  }

  /// Takes in the files that a manifest lists, and forgets those that are not what was noted of them.
  mutating func adopt(_ manifest: Manifest, in target: OutputFolder) {
    let found = CourseRecords(of: manifest, in: target, knowing: files)
    for output in Set(outputs.keys).union(found.outputs.keys) {
      let own = self[output]?.files ?? []
      let sound = own.filter { file in
        var file = file
        return file.reason(in: target) == nil
      }
      let more = (found[output]?.files ?? []).filter { file in
        !sound.contains { $0.path == file.path }
      }
      guard sound.count < own.count || !more.isEmpty else { continue }
      let notes = (sound.isEmpty ? found[output] : self[output])?.notes ?? []
      let files = (sound + more).sorted { $0.path < $1.path }
      self[output] = files.isEmpty ? nil : Record(inputs: nil, files: files, notes: notes)
    }
    (standstill, standstills) = (nil, [:])
  }

  /// The files that a manifest lists and that still have the bytes that it says.
  ///
  /// What they were made from is not known. One that is among `known` is not read again.
  private init(of manifest: Manifest, in target: OutputFolder, knowing known: [FileRecord]) {
    self.init()
    let known = Dictionary(known.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    func adopt(_ files: [Manifest.File], _ notes: [UInt8], _ name: (Manifest.File) -> ProductName) {
      for file in files {
        guard !file.path.split(separator: "/").contains(".."),
          let digest = Digest(hexadecimal: file.sha256)
        else { continue }
        var own = FileRecord(
          path: file.path,
          facts: FileFacts(
            file.format, language: file.lang, theme: file.theme, width: file.width,
            height: file.height, dotsPerInch: file.dpi), byteCount: file.bytes, digest: digest,
          stamp: known[file.path].flatMap { $0.digest == digest ? $0.stamp : nil })
        guard own.reason(in: target) == nil else { continue }
        let output = name(file)
        var record = self[output] ?? Record(inputs: nil, files: [], notes: notes)
        record.files.append(own)
        record.files.sort { $0.path < $1.path }
        self[output] = record
      }
    }
    for figure in manifest.figures.values {
      adopt(figure.files, []) {
        ProductName(
          .image, of: figure.lesson, figure.figure, language: $0.lang, theme: $0.theme,
          form: $0.format)
      }
    }
    for animation in manifest.animations.values {
      adopt(animation.files, AnimationNotes(animation).bytes) { file in
        let parts = file.path.split(separator: "/")
        return FigureAnimation.frames(
          of: animation.figure, animation.lesson,
          file.lang ?? (parts.count > 2 ? String(parts[2]) : ""))
      }
    }
    for trace in manifest.traces.values {
      adopt(trace.files, ScenarioNumbers.notes(seed: trace.seed)) { _ in
        ProductName(.numbers, of: trace.lesson, trace.scenario)
      }
    }
    for document in manifest.documents.values {
      adopt(document.files, []) {
        document.lesson == nil
          ? ProductName(.courseDocument, language: $0.lang)
          : ProductName(.document, of: document.lesson, document.document, language: $0.lang)
      }
    }
    for page in manifest.pages.values {
      let notes = PageNotes(title: page.title, summary: page.summary, thumbnail: page.thumbnail)
      adopt([page.file], notes.bytes) {
        ProductName(page.lesson == nil ? .coursePage : .page, of: page.lesson, language: $0.lang)
      }
    }
    for file in manifest.sources.values {
      adopt([file], []) { file in
        let parts = file.path.split(separator: "/", maxSplits: 2).map { String($0) }
        return ProductName(.copy, of: parts.first, parts.last ?? "")
      }
    }
  }
}
