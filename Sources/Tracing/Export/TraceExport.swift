import Networks

/// A form that a trace can be written in.
public enum TraceFormat: String, CaseIterable, Sendable {
  /// Aligned text for a terminal.
  case table
  /// One number a line, with where it belongs: for data frames.
  case csv
  /// Nested arrays with names.
  case json
  /// Arrays that `numpy.load` reads.
  case npz
}

/// Why a trace cannot be written.
public enum ExportError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The trace has no step of that epoch; the epochs that it has.
  case noSuchEpoch(Int, kept: [Int])
  /// Arrays of more bytes than an archive of them can count.
  case tooLarge(bytes: Int)
  /// A form that a kind of outcome, such as `a sweep`, is not written in; those that it is.
  case noSuchForm(TraceFormat, of: String, known: [TraceFormat])
  /// An epoch was asked for of a kind of outcome, such as `a descent`, that keeps none.
  case noEpochs(String)

  /// The reason in a sentence.
  public var description: String {
    switch self {
    case .noSuchEpoch(let epoch, let kept):
      "the trace has no epoch \(epoch); it has \(kept.map { String($0) }.joined(separator: ", "))"
    case .tooLarge(let bytes):
      "the arrays have \(bytes) bytes, and an npz file ends at 4294967295"
    case .noSuchForm(let format, let kind, let known):
      "\(kind) is not written as \(format.rawValue); "
        + "its forms: \(known.map { $0.rawValue }.joined(separator: ", "))"
    case .noEpochs(let kind): "\(kind) keeps no epochs to choose from"
    }
  }
}

extension Trace {
  /// The trace in one of the formats; see `table`, `csv`, `json` and `arrays`.
  ///
  /// - Parameters:
  ///   - format: The form.
  ///   - epoch: The only epoch to be written; nil means all steps.
  /// - Returns: The content of the file.
  /// - Throws: `ExportError` if that epoch was not kept, or an archive is too large.
  public func exported(as format: TraceFormat, atEpoch epoch: Int? = nil) throws(ExportError)
    -> ExportedNumbers
  {
    switch format {
    case .table: .text(try table(atEpoch: epoch))
    case .csv: .text(try csv(atEpoch: epoch))
    case .json: .text(try json(atEpoch: epoch))
    case .npz: .arrays(try arrays(atEpoch: epoch))
    }
  }

  /// The steps that an export writes.
  func exportedSteps(atEpoch epoch: Int?) throws(ExportError) -> [TraceStep] {
    guard let epoch else { return steps }
    if let step = step(atEpoch: epoch) { return [step] }
    throw .noSuchEpoch(epoch, kept: steps.filter { $0.moment != .beforeUpdate }.map { $0.epoch })
  }
}

/// One array of a step under the name that every export gives it.
struct NamedTensor {
  /// Its letters: `W` weights, `b` biases, `z` pre-activations, `a` activations, and with a `d`
  /// before them the gradients of the mean loss with respect to these.
  let name: String
  /// Number of the layer; 0 is the inputs, which have activations only.
  let layer: Int
  let values: Matrix
  /// Whether its rows belong to rows of the data, rather than to units.
  let isPerRow: Bool
}

extension TraceStep {
  /// Weights and biases, layer by layer, for which no pass is computed.
  var parameterTensors: [NamedTensor] {
    network.layers.enumerated().flatMap { index, layer in
      [
        NamedTensor(name: "W", layer: index + 1, values: layer.weights, isPerRow: false),
        NamedTensor(name: "b", layer: index + 1, values: .column(layer.biases), isPerRow: false),
      ]
    }
  }

  /// All arrays of the step, layer by layer from the inputs; the passes are computed for them.
  var tensors: [NamedTensor] {
    let (network, forward, gradients) = (network, forward, gradients)
    var tensors: [NamedTensor] = []
    func add(_ name: String, _ layer: Int, _ values: Matrix, isPerRow: Bool = true) {
      tensors.append(NamedTensor(name: name, layer: layer, values: values, isPerRow: isPerRow))
    }
    add("a", 0, forward.activations[0])
    if let gradients { add("da", 0, gradients.activations[0]) }
    for (index, layer) in network.layers.enumerated() {
      add("W", index + 1, layer.weights, isPerRow: false)
      add("b", index + 1, .column(layer.biases), isPerRow: false)
      add("z", index + 1, forward.preActivations[index])
      add("a", index + 1, forward.activations[index + 1])
      guard let gradients else { continue }
      add("dW", index + 1, gradients.weights[index], isPerRow: false)
      add("db", index + 1, .column(gradients.biases[index]), isPerRow: false)
      add("dz", index + 1, gradients.preActivations[index])
      add("da", index + 1, gradients.activations[index + 1])
    }
    return tensors
  }
}

extension Matrix {
  fileprivate static func column(_ values: [Double]) -> Matrix {
    Matrix(rows: values.count, columns: 1, values: values)
  }
}

extension TraceStep.Moment {
  /// Name of the moment in exports.
  var name: String {
    switch self {
    case .epochEnd: "epoch-end"
    case .beforeUpdate: "before-update"
    case .afterUpdate: "after-update"
    case .diverged: "diverged"
    }
  }
}
