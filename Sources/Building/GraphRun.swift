import Files

/// A build on its way: which product waits for what, and what has come of those that were made.
///
/// It is a state that jobs are asked of and outcomes given to; it runs nothing itself.
struct GraphRun<ID: ProductID, Failure: Error & Equatable & Sendable> {
  typealias Job = GraphJob<ID, Failure>

  enum Stage { case idle, waiting, queued, settled, failed }

  let graph: Graph<ID, Failure>
  let wanted: Set<ID>
  private let output: OutputFolder
  private let store: ContentStore
  /// Those that may still be made; one that is settled is let go of, with all that it holds.
  private var products: [ID: Graph<ID, Failure>.Item]
  private var stages: [ID: Stage] = [:]
  /// How many of the needs of a product have no value yet, and who waits for a value.
  private var missing: [ID: Int] = [:]
  private var waiters: [ID: [ID]] = [:]
  /// How many of its predecessors are not settled, and who follows a product.
  private var open: [ID: Int] = [:]
  private var followers: [ID: [ID]] = [:]
  /// Who follows products of another group, and waits for all of it: whether its files will be put in place is known
  /// only then.
  private var groupFollowers: [String: [ID]] = [:]
  private var values: [ID: any Sendable] = [:]
  /// How many products may still ask for a value.
  private var users: [ID: Int] = [:]
  private var stale: [ID: [ID: BuildInputs]] = [:]
  private var damaged: Set<ID> = []
  private var unsettled: [String: Int] = [:]
  private var failedGroups: Set<String> = []
  /// Wanted products that are settled or failed; one whose value is asked for again counts once.
  private var finished: Set<ID> = []
  private var ready: [Job] = []
  private var completeGroups: [String] = []

  /// The files of each group that are not in place yet.
  private(set) var staged: [String: StagedFiles] = [:]
  /// What is known now, also of what is not in place yet.
  private(set) var records: Records<ID>
  /// What was known before.
  private let oldRecords: Records<ID>
  var report = GraphReport<ID, Failure>()
  var tally = WorkTally<ID>()

  init(
    _ graph: Graph<ID, Failure>, making wanted: Set<ID>, knowing records: Records<ID>,
    in output: OutputFolder, with store: ContentStore
  ) {
    self.graph = graph
    self.wanted = wanted
    (self.records, oldRecords) = (records, records)
    self.output = output
    self.store = store
    products = graph.products
    for id in graph.order where wanted.contains(id) {
      guard let product = products[id] else { continue }
      unsettled[product.group, default: 0] += 1
      let predecessors = graph.predecessors(of: id).filter { wanted.contains($0) }
      open[id] = predecessors.count
      for other in predecessors {
        let group = products[other]?.group ?? ""
        if group == product.group {
          followers[other, default: []].append(id)
        } else {
          groupFollowers[group, default: []].append(id)
        }
      }
      tally.expect(id, product.cost)
    }
    for id in graph.closure(of: wanted) {
      for other in graph.uses(of: id) { users[other, default: 0] += 1 }
    }
  }

  /// The jobs that wait for no other: long ones first, so that none of them is left over for one processor.
  mutating func start() -> [Job] {
    for id in graph.order where wanted.contains(id) && open[id] == 0 { evaluate(id) }
    let jobs = takeReady()
    let limit = tally.total / 20
    let long = jobs.filter { $0.product.cost > limit }
    return long.sorted { $0.product.cost > $1.product.cost }
      + jobs.filter { $0.product.cost <= limit }
  }

  /// Takes in what came of a job, and gives the jobs that it makes possible.
  mutating func take(_ outcome: Job.Outcome) -> [Job] {
    let id = outcome.id
    switch outcome.result {
    case .value(let value, let made, let objection):
      tally.finish(id)
      for (output, record) in made { records[output] = record }
      report.note(id, outcome.origin, objection)
      values[id] = value
      settle(id)
      for waiter in waiters.removeValue(forKey: id) ?? [] {
        missing[waiter, default: 0] -= 1
        if missing[waiter] == 0, stages[waiter] == .waiting { queue(waiter) }
      }
      release(id)
    case .notKept:
      damaged.insert(id)
      stages[id] = .idle
      prepare(id)
    case .failed(let failure):
      report.note(failure, of: id)
      fail(id)
    case .broken(let error):
      if report.error == nil { report.error = error }
      fail(id)
    }
    return takeReady()
  }

  /// The groups of which everything is there since the last time.
  mutating func takeCompleteGroups() -> [String] {
    defer { completeGroups = [] }
    return completeGroups
  }

  /// Takes the files of a group, to be put in place.
  mutating func takeStaged(_ group: String) -> StagedFiles? { staged.removeValue(forKey: group) }

  private mutating func takeReady() -> [Job] {
    defer { ready = [] }
    return ready
  }
}

extension GraphRun {
  /// Finds out whether a wanted product is current, and has it made if not.
  private mutating func evaluate(_ id: ID) {
    guard let product = products[id], stages[id] == nil else { return }
    guard !failedGroups.contains(product.group) else { return fail(id) }
    var found: [ID: BuildInputs] = [:]
    for output in product.outputs {
      let inputs = product.inputs(of: output, records)
      let reasons = records.reasons(of: output, inputs, in: self.output)
      guard !reasons.isEmpty else {
        report.unchangedCount += records[output]?.files.count ?? 0
        continue
      }
      found[output] = inputs
      report.reasons.append((output, reasons))
    }
    let isKeptOnly = product.outputs.isEmpty
    let isThere = isKeptOnly ? product.key(records).map { store.has($0) } ?? false : found.isEmpty
    guard !isThere else {
      tally.spare(id)
      settle(id)
      // Somebody may have asked for the value in the meantime.
      if waiters[id] != nil { request(id) }
      return
    }
    stale[id] = found
    prepare(id)
  }

  /// Sees to it that there will be a value.
  private mutating func request(_ id: ID) {
    guard values[id] == nil, let product = products[id] ?? graph.products[id] else { return }
    // What has files of its own is looked at first, so that it is made once.
    guard stages[id] != nil || !wanted.contains(id) else { return }
    switch stages[id] {
    case .waiting, .queued, .failed: return
    case .idle, .settled, nil: break
    }
    if products[id] == nil {
      products[id] = product
      for used in graph.uses(of: id) { users[used, default: 0] += 1 }
    }
    tally.expect(id, product.cost)
    guard let key = product.key(records), store.has(key), !damaged.contains(id) else {
      return prepare(id)
    }
    stages[id] = .queued
    ready.append(
      Job(
        product: product, work: .load(key), key: key, stage: stage(of: product.group),
        records: Records()))
  }

  /// Has a product made, after what it is made of.
  private mutating func prepare(_ id: ID) {
    guard let product = products[id] else { return }
    stages[id] = .waiting
    let lacking = product.needs.filter { values[$0] == nil }
    for need in lacking { request(need) }
    guard lacking.allSatisfy({ stages[$0] != .failed }) else { return fail(id) }
    missing[id] = lacking.count
    for need in lacking { waiters[need, default: []].append(id) }
    if lacking.isEmpty { queue(id) }
  }

  private mutating func queue(_ id: ID) {
    guard let product = products[id] else { return }
    stages[id] = .queued
    // Files that a group of another name will not have, since it failed, are not to be looked at in any form.
    let used = graph.uses(of: id).filter { other in
      let group = graph.products[other]?.group ?? ""
      return group == product.group || product.needs.contains(other)
        || !failedGroups.contains(group)
    }.reduce(into: [:]) { $0[$1] = values[$1] }
    ready.append(
      Job(
        product: product, work: .make(stale[id] ?? [:], MadeValues(used)),
        key: product.key(records), stage: stage(of: product.group),
        records: product.follows.isEmpty ? Records() : records))
  }

  private mutating func stage(of group: String) -> StagedFiles {
    if let known = staged[group] { return known }
    let stage = StagedFiles(in: output)
    staged[group] = stage
    return stage
  }

  /// A product is current or made: those that follow it may be looked at.
  private mutating func settle(_ id: ID) {
    stages[id] = .settled
    // Its files are made: if its value is asked for again, that is all there is to make.
    stale[id] = nil
    letGo(id)
    if wanted.contains(id) { finish(id) }
  }

  private mutating func fail(_ id: ID) {
    guard stages[id] != .failed else { return }
    stages[id] = .failed
    tally.finish(id)
    // What is not wanted for itself takes down those that are made of it.
    if wanted.contains(id), let group = graph.products[id]?.group { failedGroups.insert(group) }
    letGo(id)
    for waiter in waiters.removeValue(forKey: id) ?? [] { fail(waiter) }
    if wanted.contains(id) { finish(id) }
  }

  private mutating func finish(_ id: ID) {
    guard finished.insert(id).inserted, let group = graph.products[id]?.group else { return }
    unsettled[group, default: 0] -= 1
    let isLast = unsettled[group] == 0
    // One of these may be the last of the group.
    for follower in followers[id] ?? [] { release(follower: follower) }
    if isLast { close(group) }
  }

  /// All of a group is settled or failed.
  private mutating func close(_ group: String) {
    if failedGroups.contains(group) {
      staged.removeValue(forKey: group)?.discard()
      let outputs = graph.order.filter { wanted.contains($0) }.compactMap { graph.products[$0] }
        .filter { $0.group == group }.flatMap { $0.outputs }
      for output in outputs { records[output] = oldRecords[output] }
    } else {
      completeGroups.append(group)
    }
    for follower in groupFollowers[group] ?? [] { release(follower: follower) }
  }

  /// One of the predecessors of a product is done.
  private mutating func release(follower id: ID) {
    open[id, default: 0] -= 1
    if open[id] == 0 { evaluate(id) }
  }

  /// Lets go of a product that has all it needed, and of the values that nobody else may ask for.
  private mutating func letGo(_ id: ID) {
    guard products.removeValue(forKey: id) != nil else { return }
    for used in graph.uses(of: id) {
      users[used, default: 0] -= 1
      release(used)
    }
  }

  private mutating func release(_ id: ID) {
    guard users[id, default: 0] <= 0 else { return }
    values[id] = nil
    // What nobody will ask for asks for nothing either.
    if stages[id] == nil, !wanted.contains(id) { letGo(id) }
  }
}
