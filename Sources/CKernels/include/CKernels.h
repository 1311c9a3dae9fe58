// Kernels that run on the widest vectors of the processor and give the same bits on any of them.
//
// Each has a twin in Swift in `Networks`, which the browser uses, and a test holds the two equal. Lanes
// run over elements, never over the terms of a sum, and no multiplication is fused with an addition,
// so that the width of the vectors cannot be seen in a result.
#ifndef CHALKLINE_KERNELS_H
#define CHALKLINE_KERNELS_H

#include <stddef.h>

/// The vectors that a kernel runs on.
typedef enum kernel_vectors {
  /// Those that every processor of the architecture has: SSE2 or NEON.
  KERNEL_VECTORS_BASE = 0,
  /// AVX2, on x86-64.
  KERNEL_VECTORS_AVX2 = 1
} kernel_vectors;

/// The widest vectors of this processor that there are kernels for.
kernel_vectors kernel_widest_vectors(void);

/// Writes f(x) of each of `count` elements of `x` to `y`, which may be `x` itself.
void kernel_exp(kernel_vectors vectors, const double *x, double *y, size_t count);
void kernel_expm1(kernel_vectors vectors, const double *x, double *y, size_t count);
void kernel_log(kernel_vectors vectors, const double *x, double *y, size_t count);
void kernel_log1p(kernel_vectors vectors, const double *x, double *y, size_t count);
void kernel_tanh(kernel_vectors vectors, const double *x, double *y, size_t count);
void kernel_sigmoid(kernel_vectors vectors, const double *x, double *y, size_t count);
void kernel_softplus(kernel_vectors vectors, const double *x, double *y, size_t count);

/// Writes the cross-entropy of yes-no targets on sigmoid outputs, from pre-activations `z`:
/// max(z, 0) - z y + ln(1 + e^-|z|), an infinity times 0 counting as 0.
void kernel_sigmoid_cross_entropy(
  kernel_vectors vectors, const double *z, const double *target, double *loss, size_t count);

/// Elements in memory: `[row, column]` is at `start[row * row_stride + column * column_stride]`.
typedef struct kernel_elements {
  const double *start;
  ptrdiff_t row_stride;
  ptrdiff_t column_stride;
} kernel_elements;

/// Where elements shall go, in the same way.
typedef struct kernel_result {
  double *start;
  ptrdiff_t row_stride;
  ptrdiff_t column_stride;
} kernel_result;

/// Writes the product of `left`, [rows x depth], and `right`, [depth x columns], to `result`.
///
/// Each element is summed over the depth in ascending order, from 0. `scratch` must hold
/// `kernel_product_scratch(depth, columns)` doubles; it is faster if it lies on a multiple of 64 bytes.
void kernel_product(
  kernel_vectors vectors, kernel_elements left, kernel_elements right, kernel_result result,
  size_t rows, size_t depth, size_t columns, double *scratch);
size_t kernel_product_scratch(size_t depth, size_t columns);

#endif
