#if canImport(CKernels)
  import CKernels

  /// Functions of whole buffers, on the widest vectors that the processor has.
  ///
  /// These are the C kernels; `PortableKernels` has their bits and takes their place in a browser. In
  /// each, `y` may be the buffer `x` itself.
  enum NativeKernels {
    static func exp(
      _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_exp(x, y, count) }

    static func expm1(
      _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_expm1(x, y, count) }

    static func log(
      _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_log(x, y, count) }

    static func log1p(
      _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_log1p(x, y, count) }

    static func tanh(
      _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_tanh(x, y, count) }

    static func sigmoid(
      _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_sigmoid(x, y, count) }

    static func softplus(
      _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_softplus(x, y, count) }

    /// Writes the cross-entropy of each yes-no target on a sigmoid output with pre-activation `z`.
    static func sigmoidCrossEntropy(
      _ z: UnsafePointer<Double>, _ targets: UnsafePointer<Double>,
      into losses: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_sigmoid_cross_entropy(z, targets, losses, count) }

    /// Writes its derivative by the output.
    static func sigmoidCrossEntropySlope(
      _ z: UnsafePointer<Double>, _ targets: UnsafePointer<Double>,
      into slopes: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_sigmoid_cross_entropy_slope(z, targets, slopes, count) }

    /// Numbers in each of equally wide bins, then below them, above them and not finite.
    static func binCounts(_ x: [Double], in range: ClosedRange<Double>, bins: Int) -> [Int] {
      var tables = [Int](repeating: 0, count: 4 * (bins + 3))
      tables.withUnsafeMutableBufferPointer { tables in
        tables.withMemoryRebound(to: UInt.self) { tables in
          kernel_bin_counts(
            x, x.count, range.lowerBound, range.upperBound, bins, tables.baseAddress)
        }
      }
      return Array(tables[..<(bins + 3)])
    }

    /// Writes the product of `left` `[n x k]` and `right` `[k x m]`.
    static func multiply(
      _ left: StridedElements, _ right: StridedElements,
      into result: UnsafeMutablePointer<Double>, rowStride: Int, columnStride: Int
    ) {
      let result = kernel_result(start: result, row_stride: rowStride, column_stride: columnStride)
      let count = kernel_product_scratch(left.columns, right.columns)
      if count == 0 {
        return kernel_product(
          left.kernel, right.kernel, result, left.rows, left.columns, right.columns, nil)
      }
      let bytes = count * MemoryLayout<Double>.stride
      withUnsafeTemporaryAllocation(byteCount: bytes, alignment: 64) { scratch in
        guard let scratch = scratch.baseAddress else { return }
        kernel_product(
          left.kernel, right.kernel, result, left.rows, left.columns, right.columns,
          scratch.assumingMemoryBound(to: Double.self))
      }
    }
  }

  // Layers so small that a product is not worth its call; these say whether they did it.
  extension NativeKernels {
    static func forwardTiny(
      _ layer: DenseLayer, _ x: UnsafePointer<Double>, _ weights: UnsafePointer<Double>,
      _ biases: UnsafePointer<Double>, _ z: UnsafeMutablePointer<Double>
    ) -> Bool {
      guard layer.isTiny else { return false }
      kernel_tiny_forward(layer.kernel, x, weights, biases, z)
      return true
    }

    static func backwardTiny(
      _ layer: DenseLayer, _ dz: UnsafePointer<Double>, _ x: UnsafePointer<Double>,
      _ dW: UnsafeMutablePointer<Double>, _ db: UnsafeMutablePointer<Double>
    ) -> Bool {
      guard layer.isTiny else { return false }
      kernel_tiny_backward(layer.kernel, dz, x, dW, db)
      return true
    }

    static func backwardTinyToInput(
      _ layer: DenseLayer, _ dz: UnsafePointer<Double>, _ weights: UnsafePointer<Double>,
      _ dx: UnsafeMutablePointer<Double>
    ) -> Bool {
      guard layer.isTiny else { return false }
      kernel_tiny_backward_to_input(layer.kernel, dz, weights, dx)
      return true
    }
  }

  extension DenseLayer {
    fileprivate var isTiny: Bool { fanIn &* fanOut &* sampleCount <= 64 }

    fileprivate var kernel: kernel_layer {
      kernel_layer(fan_in: fanIn, fan_out: fanOut, samples: sampleCount)
    }
  }

  extension StridedElements {
    fileprivate var kernel: kernel_elements {
      kernel_elements(start: start, row_stride: rowStride, column_stride: columnStride)
    }
  }
#endif
