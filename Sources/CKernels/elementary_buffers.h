// The elementary functions on buffers: eight elements at a time, then four, as layers are often narrow,
// then what is left in four lanes. An element's bits do not depend on which lanes it is in.

INLINE half_lanes NAME(load_some)(const double *x, size_t width) {
  half_lanes result = {0};
  double *target = (double *)&result;
  if (width & 2) __builtin_memcpy(target, x, 16), target += 2, x += 2;
  if (width & 1) *target = *x;
  return result;
}

INLINE void NAME(store_some)(half_lanes values, double *y, size_t width) {
  const double *source = (const double *)&values;
  if (width & 2) __builtin_memcpy(y, source, 16), source += 2, y += 2;
  if (width & 1) *y = *source;
}

INLINE lanes NAME(load8)(const double *x) {
  lanes result;
  __builtin_memcpy(&result, x, sizeof result);
  return result;
}

INLINE half_lanes NAME(load4)(const double *x) {
  half_lanes result;
  __builtin_memcpy(&result, x, sizeof result);
  return result;
}

#define MAP(FUNCTION)                                                                   \
  static void NAME(FUNCTION)(const double *x, double *y, size_t count) {                \
    for (; count >= 8; count -= 8, x += 8, y += 8) {                                    \
      lanes result = NAME8(FUNCTION)(NAME(load8)(x));                                   \
      __builtin_memcpy(y, &result, sizeof result);                                      \
    }                                                                                   \
    if (count >= 4) {                                                                   \
      half_lanes result = NAME4(FUNCTION)(NAME(load4)(x));                              \
      __builtin_memcpy(y, &result, sizeof result);                                      \
      count -= 4, x += 4, y += 4;                                                       \
    }                                                                                   \
    if (count > 0)                                                                      \
      NAME(store_some)(NAME4(FUNCTION)(NAME(load_some)(x, count)), y, count);           \
  }
MAP(exp)
MAP(expm1)
MAP(log)
MAP(log1p)
MAP(tanh)
MAP(sigmoid)
MAP(softplus)
#undef MAP

// From two buffers to a third.
#define MAP_PAIRS(FUNCTION)                                                             \
  static void NAME(FUNCTION)(                                                           \
    const double *z, const double *target, double *result, size_t count) {              \
    for (; count >= 8; count -= 8, z += 8, target += 8, result += 8) {                  \
      lanes values = NAME8(FUNCTION)(NAME(load8)(z), NAME(load8)(target));              \
      __builtin_memcpy(result, &values, sizeof values);                                 \
    }                                                                                   \
    if (count >= 4) {                                                                   \
      half_lanes values = NAME4(FUNCTION)(NAME(load4)(z), NAME(load4)(target));         \
      __builtin_memcpy(result, &values, sizeof values);                                 \
      count -= 4, z += 4, target += 4, result += 4;                                     \
    }                                                                                   \
    if (count > 0)                                                                      \
      NAME(store_some)(                                                                 \
        NAME4(FUNCTION)(NAME(load_some)(z, count), NAME(load_some)(target, count)),     \
        result, count);                                                                 \
  }
MAP_PAIRS(cross_entropy)
MAP_PAIRS(cross_entropy_slope)
#undef MAP_PAIRS
