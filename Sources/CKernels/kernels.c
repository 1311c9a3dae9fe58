#include "CKernels.h"

// A product fused with a sum would round once where the others round twice.
#pragma STDC FP_CONTRACT OFF
// Lanes are never passed to a function that is not inlined.
#pragma clang diagnostic ignored "-Wpsabi"

typedef double lanes __attribute__((vector_size(64)));
typedef double half_lanes __attribute__((vector_size(32)));
typedef unsigned long long bits __attribute__((vector_size(64)));
typedef unsigned long long half_bits __attribute__((vector_size(32)));

typedef int places __attribute__((vector_size(32)));

#define INLINE static inline __attribute__((always_inline))
#define SPREAD8(X) ((lanes){(X), (X), (X), (X), (X), (X), (X), (X)})
#define SPREAD4(X) ((half_lanes){(X), (X), (X), (X)})
#define SMALLER(A, B) ((A) < (B) ? (A) : (B))

// Blocks of a product: what they hold stays in the first and second cache.
#define DEPTH_BLOCK ((size_t)256)
#define COLUMN_BLOCK ((size_t)128)
#define ROW_BLOCK ((size_t)64)
// The most terms of a product that is computed without blocks.
#define SMALL_DEPTH ((size_t)32)

INLINE const double *element(kernel_elements all, ptrdiff_t row, ptrdiff_t column) {
  return all.start + row * all.row_stride + column * all.column_stride;
}

INLINE double *place(kernel_result all, ptrdiff_t row, ptrdiff_t column) {
  return all.start + row * all.row_stride + column * all.column_stride;
}

// Whoever reads this while it changes gets the same bits from either.
static _Atomic kernel_vectors in_use;

#if defined(__x86_64__)
#define TILE_ROWS 2
#else
#define TILE_ROWS 4
#endif
#define NAME(FUNCTION) base_##FUNCTION
#define NAME8(FUNCTION) base8_##FUNCTION
#define NAME4(FUNCTION) base4_##FUNCTION
#include "all_kernels.h"
#undef NAME
#undef NAME8
#undef NAME4

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#undef TILE_ROWS
#define TILE_ROWS 4
#define NAME(FUNCTION) avx2_##FUNCTION
#define NAME8(FUNCTION) avx28_##FUNCTION
#define NAME4(FUNCTION) avx24_##FUNCTION
#include "all_kernels.h"
#undef NAME
#undef NAME8
#undef NAME4
#pragma clang attribute pop
#define DISPATCH(FUNCTION) (in_use == KERNEL_VECTORS_AVX2 ? avx2_##FUNCTION : base_##FUNCTION)
#else
#define DISPATCH(FUNCTION) base_##FUNCTION
#endif

kernel_vectors kernel_widest_vectors(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2")) return KERNEL_VECTORS_AVX2;
#endif
  return KERNEL_VECTORS_BASE;
}

void kernel_use_vectors(kernel_vectors vectors) { in_use = vectors; }

__attribute__((constructor)) static void use_widest_vectors(void) {
  in_use = kernel_widest_vectors();
}

#define ELEMENTARY(FUNCTION)                                         \
  void kernel_##FUNCTION(const double *x, double *y, size_t count) { \
    DISPATCH(FUNCTION)(x, y, count);                                 \
  }
ELEMENTARY(exp)
ELEMENTARY(expm1)
ELEMENTARY(log)
ELEMENTARY(log1p)
ELEMENTARY(tanh)
ELEMENTARY(sigmoid)
ELEMENTARY(softplus)

void kernel_sigmoid_cross_entropy(
  const double *z, const double *target, double *loss, size_t count) {
  DISPATCH(cross_entropy)(z, target, loss, count);
}

void kernel_product(
  kernel_elements left, kernel_elements right, kernel_result result,
  size_t rows, size_t depth, size_t columns, double *scratch) {
  DISPATCH(product)(left, right, result, rows, depth, columns, scratch);
}

void kernel_sigmoid_cross_entropy_slope(
  const double *z, const double *target, double *slope, size_t count) {
  DISPATCH(cross_entropy_slope)(z, target, slope, count);
}

size_t kernel_product_scratch(size_t depth, size_t columns) {
  if (depth <= SMALL_DEPTH && columns <= 8) return 0;
  size_t deep = SMALLER(depth, DEPTH_BLOCK), wide = SMALLER((columns + 7) / 8 * 8, COLUMN_BLOCK);
  return deep * (wide + (columns >= 32 ? ROW_BLOCK : 0));
}

void kernel_bin_counts(
  const double *x, size_t count, double low, double high, size_t bins, size_t *tables) {
  DISPATCH(bin_counts)(x, count, low, high, bins, tables);
  for (size_t place = bins + 3; place < 4 * (bins + 3); place++)
    tables[place % (bins + 3)] += tables[place];
}

#include "tiny_layers.h"
