// Which kernels `Networks` runs on. Both give the same bits; the C ones are faster.

#if canImport(CKernels)
  typealias Kernels = NativeKernels
#else
  typealias Kernels = PortableKernels
#endif
