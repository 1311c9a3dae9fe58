#if canImport(CKernels)
  import CKernels

  /// Functions of whole buffers, on the widest vectors that the processor has.
  ///
  /// The C kernels have the bits of `PortableKernels.swift`, which takes their place in a browser. In
  /// each, `y` may be the buffer `x` itself.
  enum Kernels {
    private static let vectors = kernel_widest_vectors()

    static func exp(
      _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_exp(vectors, x, y, count) }

    static func expm1(
      _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_expm1(vectors, x, y, count) }

    static func log(
      _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_log(vectors, x, y, count) }

    static func log1p(
      _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_log1p(vectors, x, y, count) }

    static func tanh(
      _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_tanh(vectors, x, y, count) }

    static func sigmoid(
      _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_sigmoid(vectors, x, y, count) }

    static func softplus(
      _ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_softplus(vectors, x, y, count) }

    /// Writes the cross-entropy of each yes-no target on a sigmoid output with pre-activation `z`.
    static func sigmoidCrossEntropy(
      _ z: UnsafePointer<Double>, _ targets: UnsafePointer<Double>,
      into losses: UnsafeMutablePointer<Double>, count: Int
    ) { kernel_sigmoid_cross_entropy(vectors, z, targets, losses, count) }

    /// Writes the product of `left` `[n x k]` and `right` `[k x m]`, neither of which is tiny.
    static func multiply(
      _ left: StridedElements, _ right: StridedElements,
      into result: UnsafeMutablePointer<Double>, rowStride: Int, columnStride: Int
    ) {
      let count = kernel_product_scratch(left.columns, right.columns)
      let bytes = max(count, 1) * MemoryLayout<Double>.stride
      withUnsafeTemporaryAllocation(byteCount: bytes, alignment: 64) { scratch in
        guard let scratch = scratch.baseAddress else { return }
        kernel_product(
          vectors, left.kernel, right.kernel,
          kernel_result(start: result, row_stride: rowStride, column_stride: columnStride),
          left.rows, left.columns, right.columns, scratch.assumingMemoryBound(to: Double.self))
      }
    }
  }

  extension StridedElements {
    fileprivate var kernel: kernel_elements {
      kernel_elements(start: start, row_stride: rowStride, column_stride: columnStride)
    }
  }
#endif
