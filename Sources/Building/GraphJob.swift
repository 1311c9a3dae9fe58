import Files

/// One piece of work: a product to be made, or its value to be read from where it is kept.
struct GraphJob<ID: ProductID, Failure: Error & Equatable & Sendable>: Sendable {
  enum Work: Sendable {
    /// Reads the value that is kept under a key.
    case load(ContentStore.Key)
    /// Makes the value and those outputs, whose inputs are given, from the values of others.
    case make([ID: BuildInputs], MadeValues<ID>)
  }

  enum Result: Sendable {
    /// The value, what was written of each output, and why the value is not kept if it should be.
    case value(any Sendable, [ID: Record], ContentStore.Objection?)
    /// What is kept is damaged.
    case notKept
    /// Something is wrong with the course.
    case failed(Failure)
    /// The build cannot go on, or was told to stop.
    case broken(any Error)
  }

  struct Outcome: Sendable {
    let id: ID
    let origin: ProductOrigin
    let result: Result
  }

  let product: any Product<ID, Failure>
  let work: Work
  /// The name under which the value is to be kept; nil if it is not.
  let key: ContentStore.Key?
  /// Where its files go.
  let stage: StagedFiles
  /// What is known of other outputs; nothing for a product that follows none.
  let records: Records<ID>

  var id: ID { product.id }

  /// Does the work, on any thread.
  func perform(
    _ output: OutputFolder, _ store: ContentStore,
    telling tell: @escaping @Sendable (Double) -> Void
  ) -> Outcome {
    switch work {
    case .load(let key):
      Outcome(id: id, origin: .kept, result: Self.loaded(product, key, store))
    case .make(let outputs, let made):
      Outcome(
        id: id, origin: .made,
        result: making(
          product, outputs, made,
          Workbench(
            outputs.isEmpty ? nil : stage, in: output, knowing: records, telling: tell), store))
    }
  }

  private static func loaded(
    _ product: some Product<ID, Failure>, _ key: ContentStore.Key, _ store: ContentStore
  ) -> Result {
    guard let content = store.content(of: key), let value = product.keeping?.decode(content) else {
      return .notKept
    }
    return .value(value, [:], nil)
  }

  private func making(
    _ product: some Product<ID, Failure>, _ outputs: [ID: BuildInputs], _ made: MadeValues<ID>,
    _ bench: Workbench<ID>, _ store: ContentStore
  ) -> Result {
    do {
      // In the order in which the product lists them, on every run.
      let wanted = product.outputs.filter { outputs[$0] != nil }
      let value = try product.make(wanted, of: made, at: bench)
      let records = outputs.reduce(into: [:]) { records, output in
        records[output.key] = bench.record(of: output.key, output.value)
      }
      return .value(value, records, kept(product, value, in: store))
    } catch let failure as Failure {
      return .failed(failure)
    } catch {
      return .broken(error)
    }
  }

  private func kept<Item: Product<ID, Failure>>(
    _ product: Item, _ value: Item.Value, in store: ContentStore
  ) -> ContentStore.Objection? {
    guard let key, let keeping = product.keeping else { return nil }
    switch keeping.encode(value) {
    case .nothing: return nil
    case .tooLarge(let size): return .tooLarge(size)
    case .bytes(let bytes):
      do throws(DiskError) {
        try store.keep(bytes, as: key)
        return nil
      } catch {
        return .disk(error)
      }
    }
  }
}

/// How the value of a product was had.
package enum ProductOrigin: Sendable {
  /// By making it.
  case made
  /// From what an earlier build has kept.
  case kept
}
