// Layers and activations are read through buffers, where they lie: an array would hand out copies, and
// counting the references of those would take longer than the arithmetic of a small network.
extension Tape {
  /// Computes all values from the inputs.
  public mutating func forward() {
    let shape = shape
    let inputs = inputs
    withNumbers { numbers in
      inputs.withElements { inputs in
        shape.layers.withUnsafeBufferPointer { layers in
          shape.activations.withUnsafeBufferPointer { activations in
            var input = inputs
            for index in layers.indices {
              let layer = layers[index]
              let z = numbers + layer.preActivations
              let a = numbers + layer.activations
              layer.dense.forward(
                input, weights: numbers + layer.weights, biases: numbers + layer.biases,
                preActivations: z)
              activations[index].write(
                z, rows: layer.dense.sampleCount, columns: layer.dense.fanOut, into: a)
              input = UnsafePointer(a)
            }
          }
        }
      }
    }
  }

  /// The mean loss over the samples, after `forward`; the tape does not keep it.
  public func loss(_ loss: Loss, against targets: Matrix) -> Double {
    numbers.withUnsafeElements { numbers in
      targets.withElements { targets in
        shape.comparison(numbers, targets).sum(of: loss) / Double(shape.sampleCount)
      }
    }
  }

  /// Computes the mean loss over the samples and its derivatives, after `forward`.
  ///
  /// - Parameters:
  ///   - targets: What the outputs should have been, `[samples x outputs]`.
  ///   - loss: The loss of one sample.
  public mutating func backward(against targets: Matrix, through loss: Loss) {
    let shape = shape
    let inputs = inputs
    let shift = shape.gradientShift
    let last = shape.layers.count - 1
    precondition(
      targets.values.count == shape.layers[last].valueCount, "targets of \(targets.shape)")
    withNumbers { numbers in
      inputs.withElements { inputs in
        shape.layers.withUnsafeBufferPointer { layers in
          shape.activations.withUnsafeBufferPointer { activations in
            let isFused = targets.withElements { targets in
              shape.comparison(numbers, targets).differentiate(
                loss, averaged: true, loss: numbers,
                byOutputs: numbers + layers[last].activations + shift,
                byLogits: numbers + layers[last].preActivations + shift)
            }
            for index in layers.indices.reversed() {
              let layer = layers[index]
              let dz = numbers + layer.preActivations + shift
              if index < last || !isFused {
                activations[index].differentiate(
                  numbers + layer.preActivations, numbers + layer.activations,
                  numbers + layer.activations + shift, rows: layer.dense.sampleCount,
                  columns: layer.dense.fanOut, into: dz)
              }
              let input =
                index == 0 ? inputs : UnsafePointer(numbers + layers[index - 1].activations)
              layer.dense.backward(
                dz, input: input, weightGradients: numbers + layer.weights + shift,
                biasGradients: numbers + layer.biases + shift)
              // Nothing is learned from the derivatives by the inputs; `gradients` has them.
              guard index > 0 else { continue }
              layer.dense.backwardToInput(
                dz, weights: numbers + layer.weights,
                inputGradients: numbers + layers[index - 1].activations + shift)
            }
          }
        }
      }
    }
  }

  /// Moves the parameters by the rule of an optimizer, after `backward`.
  public mutating func update(with optimizer: inout OptimizerState) {
    let shift = shape.gradientShift
    let count = shape.parameterCount
    withNumbers { numbers in
      optimizer.update(numbers + 1, with: numbers + 1 + shift, count: count)
    }
  }
}

extension TapeShape {
  /// The outputs on a tape beside targets.
  fileprivate func comparison(
    _ numbers: UnsafePointer<Double>, _ targets: UnsafePointer<Double>
  ) -> LossComparison {
    let last = layers.count - 1
    let layer = layers[last]
    return LossComparison(
      LossBuffers(
        logits: numbers + layer.preActivations, outputs: numbers + layer.activations,
        targets: targets, rows: layer.dense.sampleCount, columns: layer.dense.fanOut),
      activations[last].traits.probabilities)
  }
}
