// Products of matrices, in tiles of a few rows and eight columns whose sums stay in registers. This
// text is compiled once for each kind of vectors, under the names that `NAME` makes, with as many
// rows to a tile, `TILE_ROWS`, as the registers of those vectors hold sums of.

// Sums of a tile: `sums[row] += left[row][term] * right[term]`, for each term in turn.
#define SUM_TILE(ROWS)                                                                       \
  INLINE void NAME(sum##ROWS)(                                                               \
    kernel_elements left, const double *right, ptrdiff_t right_stride, size_t depth,         \
    lanes *sums) {                                                                           \
    lanes sum[ROWS];                                                                         \
    for (int row = 0; row < ROWS; row++) sum[row] = sums[row];                               \
    for (size_t term = 0; term < depth; term++) {                                            \
      lanes factors;                                                                         \
      __builtin_memcpy(&factors, right, sizeof factors);                                     \
      for (int row = 0; row < ROWS; row++)                                                   \
        sum[row] += left.start[row * left.row_stride] * factors;                             \
      left.start += left.column_stride;                                                      \
      right += right_stride;                                                                 \
    }                                                                                        \
    for (int row = 0; row < ROWS; row++) sums[row] = sum[row];                               \
  }
SUM_TILE(1)
SUM_TILE(2)
#if TILE_ROWS == 4
SUM_TILE(3)
SUM_TILE(4)
#endif
#undef SUM_TILE

INLINE void NAME(sum_tile)(
  size_t rows, kernel_elements left, const double *right, ptrdiff_t right_stride, size_t depth,
  lanes *sums) {
  switch (rows) {
  case 1: return NAME(sum1)(left, right, right_stride, depth, sums);
#if TILE_ROWS == 4
  case 2: return NAME(sum2)(left, right, right_stride, depth, sums);
  case 3: return NAME(sum3)(left, right, right_stride, depth, sums);
  default: return NAME(sum4)(left, right, right_stride, depth, sums);
#else
  default: return NAME(sum2)(left, right, right_stride, depth, sums);
#endif
  }
}

// Lays `width` columns side by side, eight to a row of the target; the missing ones are 0.
INLINE void NAME(pack_columns)(
  kernel_elements right, size_t depth, size_t width, double *target) {
  for (size_t term = 0; term < depth; term++, target += 8, right.start += right.row_stride) {
    for (size_t lane = 0; lane < width; lane++)
      target[lane] = right.start[(ptrdiff_t)lane * right.column_stride];
    for (size_t lane = width; lane < 8; lane++) target[lane] = 0;
  }
}

// Lays the rows of a tile side by side, so that a term's factors are neighbors.
INLINE void NAME(pack_rows)(kernel_elements left, size_t depth, double *target) {
  for (size_t term = 0; term < depth; term++)
    for (size_t row = 0; row < TILE_ROWS; row++)
      *target++ = *element(left, (ptrdiff_t)row, (ptrdiff_t)term);
}

// Goes on with the sums of one tile from what the result holds, or from 0.
INLINE void NAME(add_tile)(
  kernel_elements left, const double *right, ptrdiff_t right_stride, kernel_result result,
  size_t rows, size_t depth, size_t width, int is_first) {
  lanes sums[TILE_ROWS];
  for (size_t row = 0; row < TILE_ROWS; row++) sums[row] = SPREAD8(0);
  int is_dense = result.column_stride == 1 && width == 8;
  if (!is_first)
    for (size_t row = 0; row < rows; row++)
      for (size_t lane = 0; lane < width; lane++)
        sums[row][lane] = *place(result, (ptrdiff_t)row, (ptrdiff_t)lane);
  NAME(sum_tile)(rows, left, right, right_stride, depth, sums);
  for (size_t row = 0; row < rows; row++) {
    double *target = place(result, (ptrdiff_t)row, 0);
    if (is_dense) __builtin_memcpy(target, &sums[row], sizeof sums[row]);
    else
      for (size_t lane = 0; lane < width; lane++)
        target[(ptrdiff_t)lane * result.column_stride] = sums[row][lane];
  }
}

// Adds the products of the terms of one block of the depth and one block of columns.
INLINE void NAME(add_block)(
  kernel_elements left, kernel_elements right, kernel_result result, size_t rows, size_t depth,
  size_t columns, int is_first, double *scratch) {
  // A packed row is worth its cost if many panels of columns read it, a packed column if many rows do.
  int packs_rows = columns >= 32 && depth >= 16;
  int packs_columns = right.column_stride != 1 || (rows > 16 && depth > 32);
  double *packed_columns = scratch, *packed_rows = scratch + depth * ((columns + 7) / 8 * 8);
  for (size_t column = 0; column < columns; column += 8) {
    size_t width = SMALLER(columns - column, 8);
    if (!packs_columns && width == 8) continue;
    kernel_elements panel = right;
    panel.start = element(right, 0, (ptrdiff_t)column);
    NAME(pack_columns)(panel, depth, width, packed_columns + column * depth);
  }
  for (size_t top = 0; top < rows; top += ROW_BLOCK) {
    size_t height = SMALLER(rows - top, ROW_BLOCK);
    for (size_t row = 0; packs_rows && row + TILE_ROWS <= height; row += TILE_ROWS) {
      kernel_elements strip = left;
      strip.start = element(left, (ptrdiff_t)(top + row), 0);
      NAME(pack_rows)(strip, depth, packed_rows + row * depth);
    }
    for (size_t column = 0; column < columns; column += 8) {
      size_t width = SMALLER(columns - column, 8);
      int is_direct = !packs_columns && width == 8;
      const double *panel =
        is_direct ? element(right, 0, (ptrdiff_t)column) : packed_columns + column * depth;
      ptrdiff_t stride = is_direct ? right.row_stride : 8;
      for (size_t row = 0; row < height; row += TILE_ROWS) {
        size_t tall = SMALLER(height - row, TILE_ROWS);
        kernel_result corner = result;
        corner.start = place(result, (ptrdiff_t)(top + row), (ptrdiff_t)column);
        if (packs_rows && tall == TILE_ROWS) {
          kernel_elements strip = {packed_rows + row * depth, 1, TILE_ROWS};
          NAME(add_tile)(strip, panel, stride, corner, TILE_ROWS, depth, width, is_first);
        } else {
          kernel_elements strip = left;
          strip.start = element(left, (ptrdiff_t)(top + row), 0);
          NAME(add_tile)(strip, panel, stride, corner, tall, depth, width, is_first);
        }
      }
    }
  }
}

static void NAME(large_product)(
  kernel_elements left, kernel_elements right, kernel_result result, size_t rows, size_t depth,
  size_t columns, double *scratch) {
  for (size_t term = 0; term < depth || term == 0; term += DEPTH_BLOCK)
    for (size_t column = 0; column < columns; column += COLUMN_BLOCK) {
      kernel_elements strip = left, panel = right;
      kernel_result corner = result;
      strip.start = element(left, 0, (ptrdiff_t)term);
      panel.start = element(right, (ptrdiff_t)term, (ptrdiff_t)column);
      corner.start = place(result, 0, (ptrdiff_t)column);
      NAME(add_block)(
        strip, panel, corner, rows, SMALLER(depth - term, DEPTH_BLOCK),
        SMALLER(columns - column, COLUMN_BLOCK), term == 0, scratch);
    }
}

// A product of at most so many columns and so many terms, with the sums of a row in one vector.
#define SMALL(LANES, WIDTH)                                                                  \
  INLINE void NAME(small##WIDTH)(                                                            \
    kernel_elements left, kernel_elements right, kernel_result result, size_t rows,          \
    size_t depth, size_t columns) {                                                          \
    LANES factors[SMALL_DEPTH];                                                              \
    for (size_t term = 0; term < depth; term++) {                                            \
      const double *source = element(right, (ptrdiff_t)term, 0);                             \
      if (right.column_stride == 1 && columns == WIDTH) {                                    \
        __builtin_memcpy(&factors[term], source, sizeof factors[term]);                      \
        continue;                                                                            \
      }                                                                                      \
      double *target = (double *)&factors[term];                                             \
      for (size_t lane = 0; lane < columns; lane++)                                          \
        target[lane] = source[(ptrdiff_t)lane * right.column_stride];                        \
      for (size_t lane = columns; lane < WIDTH; lane++) target[lane] = 0;                    \
    }                                                                                        \
    for (size_t row = 0; row < rows; row++) {                                                \
      const double *source = element(left, (ptrdiff_t)row, 0);                               \
      double *target = place(result, (ptrdiff_t)row, 0);                                     \
      LANES sum = {0};                                                                       \
      for (size_t term = 0; term < depth; term++) {                                          \
        sum += *source * factors[term];                                                      \
        source += left.column_stride;                                                        \
      }                                                                                      \
      if (result.column_stride == 1 && columns == WIDTH)                                     \
        __builtin_memcpy(target, &sum, sizeof sum);                                          \
      else                                                                                   \
        for (size_t lane = 0; lane < columns; lane++)                                        \
          target[(ptrdiff_t)lane * result.column_stride] = sum[lane];                        \
    }                                                                                        \
  }
SMALL(lanes, 8)
SMALL(half_lanes, 4)
#undef SMALL

static void NAME(product)(
  kernel_elements left, kernel_elements right, kernel_result result, size_t rows, size_t depth,
  size_t columns, double *scratch) {
  if (depth > SMALL_DEPTH || columns > 8)
    NAME(large_product)(left, right, result, rows, depth, columns, scratch);
  else if (columns > 4)
    NAME(small8)(left, right, result, rows, depth, columns);
  else
    NAME(small4)(left, right, result, rows, depth, columns);
}
