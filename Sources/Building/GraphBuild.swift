package import Files

/// A build of some products of a graph into an output folder.
package struct GraphBuild<ID: ProductID, Failure: Error & Equatable & Sendable>: Sendable {
  private let graph: Graph<ID, Failure>
  private let wanted: Set<ID>
  private let output: OutputFolder
  private let store: ContentStore
  private let threads: JobThreads

  /// - Parameters:
  ///   - graph: Everything that there could be made.
  ///   - wanted: What is to be current in the end.
  ///   - output: Where files go.
  ///   - store: Where values are kept.
  ///   - threads: What does the work.
  package init(
    of graph: Graph<ID, Failure>, making wanted: Set<ID>, in output: OutputFolder,
    with store: ContentStore, on threads: JobThreads
  ) {
    self.graph = graph
    self.wanted = wanted
    self.output = output
    self.store = store
    self.threads = threads
  }

  /// Makes what is not current, and puts the files of each group in place as soon as it is complete.
  ///
  /// The files are the same for every number of threads.
  ///
  /// - Parameters:
  ///   - records: What is known of the folder; in the end what is known of it then.
  ///   - progress: Called after every product, and while one is being made.
  ///   - place: Called for each group with files that differ from those that lie there: with its name, with the
  ///     records as they will be, and with what puts the files in place, to be called once.
  /// - Returns: What was done.
  /// - Throws: The first error that is no `Failure`, such as one of the disk; nothing more is put in place then.
  package func run(
    _ records: inout Records<ID>, progress: (GraphProgress<ID>) -> Void,
    place: (_ group: String, _ next: Records<ID>, _ commit: () throws(DiskError) -> Void) throws ->
      Void
  ) async throws -> GraphReport<ID, Failure> {
    var run = GraphRun(graph, making: wanted, knowing: records, in: output, with: store)
    defer { for stage in run.staged.values { stage.discard() } }
    let (output, store) = (output, store)
    var failure: (any Error)?
    func placeComplete() {
      for group in run.takeCompleteGroups() where failure == nil && run.report.error == nil {
        do {
          try self.place(group, &run, &records, place)
        } catch {
          failure = error
        }
      }
    }
    let first = run.start()
    placeComplete()
    await JobQueue.run(
      first, on: threads,
      perform: { job, tell in job.perform(output, store, telling: tell) },
      told: { job, share in
        run.tally.advance(job.id, to: share)
        progress(run.progress(.underway(job.id, share)))
      },
      finished: { outcome in
        let jobs = run.take(outcome)
        placeComplete()
        if case .value = outcome.result, run.graph.products[outcome.id]?.cost ?? 0 > 0 {
          progress(run.progress(.finished(outcome.id, outcome.origin)))
        }
        return failure == nil && run.report.error == nil ? jobs : nil
      })
    if let error = failure ?? run.report.error, !(error is CancellationError) { throw error }
    run.report.isInterrupted = Task.isCancelled || run.report.error is CancellationError
    return run.report
  }

  private func place(
    _ group: String, _ run: inout GraphRun<ID, Failure>, _ records: inout Records<ID>,
    _ place: (String, Records<ID>, () throws(DiskError) -> Void) throws -> Void
  ) throws {
    guard let stage = run.takeStaged(group) else {
      // Nothing was to be made, so that there is nothing new to be known.
      run.report.groups.append(group)
      return
    }
    var next = records
    let outputs = graph.order.filter { wanted.contains($0) && graph.products[$0]?.group == group }
      .flatMap { graph.products[$0]?.outputs ?? [] }
    for output in outputs { next[output] = run.records[output] }
    next.claimFiles(of: Set(outputs))
    // Whatever is not put in place goes away.
    defer { stage.discard() }
    let counts = (new: stage.newCount, old: stage.unchangedCount)
    var stamps: [String: FileStamp] = [:]
    let commit = { () throws(DiskError) in stamps = try stage.commit() }
    if stage.isEmpty { try commit() } else { try place(group, next, commit) }
    for output in outputs { next[output]?.stamp(with: stamps) }
    run.report.writtenCount += counts.new
    run.report.unchangedCount += counts.old
    records = next
    run.report.groups.append(group)
  }
}

extension Record {
  /// Enters what the disk says of files that were just put in place.
  fileprivate mutating func stamp(with stamps: [String: FileStamp]) {
    for index in files.indices where files[index].stamp == nil {
      files[index].stamp = stamps[files[index].path]
    }
  }
}

extension GraphRun {
  fileprivate func progress(_ event: GraphProgress<ID>.Event) -> GraphProgress<ID> {
    GraphProgress(
      done: tally.doneCount, total: tally.totalCount, share: tally.share, event: event)
  }
}
