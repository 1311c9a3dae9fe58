/// What a circuit is drawn of, sorted into columns: runs of wires and gates by turns.
///
/// Every gate stands in the column just before the wires' run into whoever uses it. A wire used more
/// than once has a trunk, a fork, and a branch for each use; where a wire passes a column, it has a place
/// of its own there, so that no wire goes through a gate or a text.
struct CircuitGrid {
  /// A stretch of wire with writing on it.
  struct Run: Equatable {
    enum Part: Equatable { case whole(Circuit.Use), trunk, branch(Circuit.Use), output }
    /// The gate whose value it carries.
    let source: Int
    let part: Part

    /// Where it ends, if in a gate.
    var use: Circuit.Use? {
      switch part {
      case .whole(let use), .branch(let use): use
      case .trunk, .output: nil
      }
    }
  }

  /// Something that takes a place in a column.
  struct Item: Equatable {
    enum Kind: Equatable { case run(Int), gate(Int), fork(Int), pass(run: Int) }
    let kind: Kind
    /// The column, from 0; wires' runs are in the even ones.
    let column: Int
    /// The items to the left that it is joined to, for a gate in the order of its inputs.
    var before: [Int] = []
    /// The items to the right.
    var after: [Int] = []
  }

  let circuit: Circuit
  private(set) var runs: [Run] = []
  private(set) var items: [Item] = []
  /// The items of each column from the top.
  private(set) var columns: [[Int]] = []

  private var gateItems: [Int: Int] = [:]
  private let levels: CircuitLevels

  init(_ circuit: Circuit) {
    self.circuit = circuit
    levels = CircuitLevels(circuit)
    for gate in circuit.gates.indices { addGate(gate) }
    for gate in circuit.gates.indices { addWires(of: gate) }
    // The uses of several wires were joined in the order of the wires, not of the inputs.
    for item in items.indices {
      items[item].before = items[item].before.sorted { inputPlace(of: $0) < inputPlace(of: $1) }
    }
    columns = CircuitOrder(items: items).columns
  }

  /// The runs as values are computed; a gradient takes them in reverse.
  var forwardRuns: [Int] {
    runs.indices.sorted { a, b in
      (runs[a].source, a) < (runs[b].source, b)
    }
  }

  private func inputPlace(of item: Int) -> Int {
    guard case .run(let run) = items[item].kind else { return 0 }
    return runs[run].use?.input ?? 0
  }

  private mutating func addGate(_ gate: Int) {
    guard !circuit.gates[gate].inputs.isEmpty else { return }
    gateItems[gate] = items.count
    items.append(Item(kind: .gate(gate), column: 2 * levels.gate[gate] + 1))
  }

  private mutating func addWires(of gate: Int) {
    let uses = circuit.uses(of: gate)
    guard gate != circuit.gates.count - 1 else {
      addRun(Run(source: gate, part: .output), from: gateItems[gate], in: 2 * levels.count)
      return
    }
    // What nobody uses is not part of the output.
    guard let fork = levels.fork[gate] else {
      for use in uses { addRun(Run(source: gate, part: .whole(use)), from: gateItems[gate]) }
      return
    }
    let trunk = addRun(
      Run(source: gate, part: .trunk), from: gateItems[gate], in: 2 * fork)
    let item = items.count
    items.append(Item(kind: .fork(gate), column: 2 * fork + 1))
    join(trunk, item)
    for use in uses { addRun(Run(source: gate, part: .branch(use)), from: item) }
  }

  /// Adds a run with what leads to it and, unless a column is given, the gate that it enters.
  @discardableResult
  private mutating func addRun(_ run: Run, from source: Int?, in column: Int? = nil) -> Int {
    let index = runs.count
    runs.append(run)
    let end = column ?? run.use.map { 2 * levels.gate[$0.gate] } ?? 0
    var last = source
    if let source {
      for passed in (items[source].column + 1)..<max(end, items[source].column + 1) {
        let pass = items.count
        items.append(Item(kind: .pass(run: index), column: passed))
        if let last { join(last, pass) }
        last = pass
      }
    }
    let item = items.count
    items.append(Item(kind: .run(index), column: end))
    if let last { join(last, item) }
    if let gate = run.use.flatMap({ gateItems[$0.gate] }) { join(item, gate) }
    return item
  }

  private mutating func join(_ left: Int, _ right: Int) {
    items[left].after.append(right)
    items[right].before.append(left)
  }
}

/// How far from the left each gate and each fork stands, counted in pairs of columns.
struct CircuitLevels {
  /// The level of each gate; of wires that begin by themselves, 0.
  private(set) var gate: [Int]
  /// The level of the fork behind a gate whose wire is used more than once.
  private(set) var fork: [Int: Int] = [:]
  /// The number of levels.
  private(set) var count = 0

  /// Places each gate as far left as its inputs allow, then all as far right as their users allow.
  init(_ circuit: Circuit) {
    let uses = circuit.gates.indices.map { circuit.uses(of: $0) }
    gate = [Int](repeating: 0, count: circuit.gates.count)
    for (index, item) in circuit.gates.enumerated() {
      for input in item.inputs {
        let isLeaf = circuit.gates[input].inputs.isEmpty
        let first = isLeaf ? 0 : gate[input] + 1
        gate[index] = max(gate[index], first + (uses[input].count > 1 ? 1 : 0))
      }
    }
    count = circuit.gates[circuit.gates.count - 1].inputs.isEmpty ? 0 : (gate.max() ?? 0) + 1
    for index in circuit.gates.indices.reversed() {
      guard let nearest = uses[index].map({ gate[$0.gate] }).min() else { continue }
      let isForked = uses[index].count > 1
      if isForked { fork[index] = nearest - 1 }
      if !circuit.gates[index].inputs.isEmpty { gate[index] = nearest - (isForked ? 2 : 1) }
    }
  }
}
