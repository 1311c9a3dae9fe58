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

/// Makes all kernels run on vectors that this processor has; for tests. They start with the widest.
void kernel_use_vectors(kernel_vectors vectors);

/// Writes f(x) of each of `count` elements of `x` to `y`, which may be `x` itself.
void kernel_exp(const double *x, double *y, size_t count);
void kernel_expm1(const double *x, double *y, size_t count);
void kernel_log(const double *x, double *y, size_t count);
void kernel_log1p(const double *x, double *y, size_t count);
void kernel_tanh(const double *x, double *y, size_t count);
void kernel_sigmoid(const double *x, double *y, size_t count);
void kernel_softplus(const double *x, double *y, size_t count);

/// Writes the cross-entropy of yes-no targets on sigmoid outputs, from pre-activations `z`:
/// max(z, 0) - z y + ln(1 + e^-|z|), an infinity times 0 counting as 0.
void kernel_sigmoid_cross_entropy(
  const double *z, const double *target, double *loss, size_t count);

/// Writes its derivative by the sigmoid's output, (1 - y) / (1 - a) - y / a, from the pre-activations.
void kernel_sigmoid_cross_entropy_slope(
  const double *z, const double *target, double *slope, size_t count);

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
  kernel_elements left, kernel_elements right, kernel_result result,
  size_t rows, size_t depth, size_t columns, double *scratch);
size_t kernel_product_scratch(size_t depth, size_t columns);

/// Adds to the first `bins` elements of `tables` how many numbers lie in each of the equally wide bins
/// from `low` to `high`, then how many lie below, above, and are not finite.
///
/// A bin holds its lower end, the last its upper end too. `tables` must hold 4 (bins + 3) zeros.
void kernel_bin_counts(
  const double *x, size_t count, double low, double high, size_t bins, size_t *tables);

/// The sizes of a dense layer: weights are [fan_out x fan_in], all else has one row a sample.
typedef struct kernel_layer {
  size_t fan_in;
  size_t fan_out;
  size_t samples;
} kernel_layer;

/// Writes z = x W^T + b.
void kernel_tiny_forward(
  kernel_layer layer, const double *x, const double *weights, const double *biases, double *z);

/// Writes dW = dz^T x, and db, the sum of dz over the samples.
void kernel_tiny_backward(
  kernel_layer layer, const double *dz, const double *x, double *weight_gradients,
  double *bias_gradients);

/// Writes dx = dz W.
void kernel_tiny_backward_to_input(
  kernel_layer layer, const double *dz, const double *weights, double *dx);

#endif
