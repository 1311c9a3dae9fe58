// The elementary functions on eight lanes; `Sources/Networks/Elementary` explains them. This text is
// compiled once for each kind of vectors, under the names that `NAME` makes.

INLINE lanes NAME(select)(bits mask, lanes yes, lanes no) {
  return (lanes)(((bits)yes & mask) | ((bits)no & ~mask));
}
INLINE lanes NAME(magnitudes)(lanes x) { return (lanes)((bits)x & 0x7fffffffffffffffULL); }
INLINE lanes NAME(at_most)(lanes x, double limit) {
  return NAME(select)((bits)(x > limit), SPREAD(limit), x);
}
INLINE lanes NAME(at_least)(lanes x, double limit) {
  return NAME(select)((bits)(x < limit), SPREAD(limit), x);
}

// k ln 2 + r
#define PER_LN2 0x1.71547652b82fep+0
#define LN2 0x1.62e42feep-1
#define LN2_REST 0x1.a39ef35793c76p-33
#define ROUNDER 0x1.8p52

INLINE lanes NAME(reduce)(lanes x, lanes *shifted) {
  *shifted = x * PER_LN2 + ROUNDER;
  lanes k = *shifted - ROUNDER;
  return (x - k * LN2) - k * LN2_REST;
}
INLINE lanes NAME(scale)(lanes x, lanes shifted) {
  bits biased = (bits)shifted - (0x4338000000000000ULL - 2046);
  bits first = biased >> 1, second = biased - first;
  return x * (lanes)(first << 52) * (lanes)(second << 52);
}
INLINE lanes NAME(inverse_scale)(lanes x, lanes shifted) {
  bits biased = (bits)shifted - (0x4338000000000000ULL - 2046);
  bits first = biased >> 1, second = biased - first;
  return x * (lanes)((2046 - first) << 52) * (lanes)((2046 - second) << 52);
}

INLINE lanes NAME(expm1_reduced)(lanes r) {
  lanes z = r * r;
  lanes q = 0x1.201f4798b4e48p-29 + 0x1.626a6820214p-33 * r;
  q = q * z + (0x1.27e44e028d127p-22 + 0x1.ae639d8886d33p-26 * r);
  q = q * z + (0x1.a01a01faca4dbp-16 + 0x1.71de3a85c63fp-19 * r);
  q = q * z + (0x1.6c16c16c0153ap-10 + 0x1.a01a01a00e94fp-13 * r);
  q = q * z + (0x1.5555555555591p-5 + 0x1.1111111111121p-7 * r);
  q = q * z + (0.5 + 0x1.5555555555555p-3 * r);
  return r + r * r * q;
}

INLINE lanes NAME(exp_lanes)(lanes x) {
  lanes shifted;
  lanes r = NAME(reduce)(NAME(at_least)(NAME(at_most)(x, 710), -746), &shifted);
  return NAME(scale)(1 + NAME(expm1_reduced)(r), shifted);
}

INLINE lanes NAME(expm1_lanes)(lanes x) {
  lanes bounded = NAME(at_least)(NAME(at_most)(x, 710), -60);
  bits small = (bits)(NAME(magnitudes)(x) < 0.5);
  lanes shifted;
  lanes r = NAME(reduce)(NAME(select)(small, SPREAD(0), bounded), &shifted);
  r = NAME(select)(small, x, r);
  lanes inverse = NAME(inverse_scale)(SPREAD(1), shifted);
  lanes result = NAME(scale)((1 - inverse) + NAME(expm1_reduced)(r), shifted);
  return NAME(select)((bits)(NAME(magnitudes)(x) < 0x1p-54), x, result);
}

INLINE lanes NAME(log_normal)(lanes x, lanes shift, lanes correction) {
  bits biased = ((bits)x - 0x3fe6a09e667f3bcdULL + 0x4000000000000000ULL) >> 52;
  lanes f = (lanes)((bits)x - (biased << 52) + 0x4000000000000000ULL) - 1;
  lanes k = ((lanes)(biased | 0x4330000000000000ULL) - (0x1p52 + 1024)) - shift;
  lanes s = f / (2 + f);
  lanes z = s * s;
  lanes half = 0.5 * f * f;
  lanes w = z * z;
  lanes q = (0x1.7462dc9f47f3dp-3 + 0x1.39f936407d255p-3 * z) + w * 0x1.2b97d8620ef42p-3;
  q = q * w + (0x1.2492492e60594p-2 + 0x1.c71c62587d6b7p-3 * z);
  q = q * w + (0x1.5555555555558p-1 + 0x1.9999999994ef3p-2 * z);
  lanes rest = s * (half + z * q) + (k * LN2_REST + correction);
  return k * LN2 - ((half - rest) - f);
}
INLINE lanes NAME(log_limits)(lanes result, lanes x, lanes argument) {
  result = NAME(select)((bits)(x == 0), SPREAD(-__builtin_inf()), result);
  result = NAME(select)((bits)(x < 0), SPREAD(__builtin_nan("")), result);
  return NAME(select)((bits)(argument < __builtin_inf()), result, argument);
}
INLINE lanes NAME(log_lanes)(lanes x) {
  bits subnormal = (bits)(x < 0x1p-1022);
  lanes normal = NAME(select)(subnormal, x * 0x1p54, x);
  lanes shift = NAME(select)(subnormal, SPREAD(54), SPREAD(0));
  return NAME(log_limits)(NAME(log_normal)(normal, shift, SPREAD(0)), x, x);
}
INLINE lanes NAME(log1p_lanes)(lanes x) {
  lanes sum = 1 + x;
  lanes part = sum - 1;
  lanes lost = (x - part) + (1 - (sum - part));
  lanes result = NAME(log_normal)(sum, SPREAD(0), lost / sum);
  result = NAME(log_limits)(result, sum, x);
  return NAME(select)((bits)(NAME(magnitudes)(x) < 0x1p-54), x, result);
}

INLINE lanes NAME(tanh_lanes)(lanes x) {
  lanes y = NAME(at_most)(2 * NAME(magnitudes)(x), 44);
  bits small = (bits)(y < 1.1);
  lanes shifted = y * PER_LN2 + ROUNDER;
  lanes k = NAME(select)(small, SPREAD(0), shifted - ROUNDER);
  lanes r = (y - k * LN2) - k * LN2_REST;
  lanes z = r * r;
  lanes w = z * z;
  lanes q = 0x1.d3f5deb9626e6p-36 + -0x1.4fd8bbd3c6b87p-41 * z;
  q = q * w + (0x1.66a8b7f5ecc9bp-25 + -0x1.22740094aaf9ep-30 * z);
  q = q * w + (0x1.1566abbfb0652p-14 + -0x1.bbd7789b165e8p-20 * z);
  q = q * w + (0x1.5555555555555p-3 + -0x1.6c16c16c16925p-9 * z);
  lanes even = 2 + z * q;
  lanes power = (lanes)(((bits)shifted + 1023) << 52);
  lanes numerator = NAME(select)(small, y, 2 * (even - r));
  lanes denominator = NAME(select)(small, even, power * (even + r) + (even - r));
  lanes quotient = numerator / denominator;
  lanes result = NAME(select)(small, quotient, 1 - quotient);
  return (lanes)((bits)result | ((bits)x & 0x8000000000000000ULL));
}

INLINE lanes NAME(sigmoid_lanes)(lanes x) {
  lanes shifted;
  lanes r = NAME(reduce)(NAME(at_least)(-NAME(magnitudes)(x), -750), &shifted);
  lanes power = NAME(scale)(SPREAD(1), shifted);
  lanes rest = NAME(expm1_reduced)(r);
  lanes t = (1 + rest) * power;
  lanes sum = 1 + t;
  lanes lost = (1 - sum) + t;
  lanes corrected = (1 + (rest - lost)) * power;
  return NAME(select)((bits)(x < 0), corrected, SPREAD(1)) / sum;
}

INLINE lanes NAME(softplus_lanes)(lanes x) {
  return NAME(at_least)(x, 0) + NAME(log1p_lanes)(NAME(exp_lanes)(-NAME(magnitudes)(x)));
}

INLINE lanes NAME(cross_entropy_lanes)(lanes z, lanes target) {
  lanes factor = NAME(select)((bits)(z > 0), 1 - target, -target);
  lanes straight = NAME(select)((bits)(factor == 0), SPREAD(0), z * factor);
  return straight + NAME(log1p_lanes)(NAME(exp_lanes)(-NAME(magnitudes)(z)));
}

INLINE lanes NAME(cross_entropy_slope_lanes)(lanes z, lanes target) {
  lanes small = NAME(exp_lanes)(-NAME(magnitudes)(z));
  lanes large = 1 + 1 / small;
  bits below = (bits)(z < 0);
  lanes per_yes = NAME(select)(below, large, 1 + small);
  lanes per_no = NAME(select)(below, 1 + small, large);
  lanes yes = NAME(select)((bits)(target == 0), SPREAD(0), target * per_yes);
  lanes no = NAME(select)((bits)(target == 1), SPREAD(0), (1 - target) * per_no);
  return no - yes;
}

// The first `width` lanes, fewer than eight, in pieces of a fixed size; the others are 0.
INLINE lanes NAME(load_some)(const double *x, size_t width) {
  lanes result = SPREAD(0);
  double *target = (double *)&result;
  if (width & 4) __builtin_memcpy(target, x, 32), target += 4, x += 4;
  if (width & 2) __builtin_memcpy(target, x, 16), target += 2, x += 2;
  if (width & 1) *target = *x;
  return result;
}
INLINE void NAME(store_some)(lanes values, double *y, size_t width) {
  const double *source = (const double *)&values;
  if (width & 4) __builtin_memcpy(y, source, 32), source += 4, y += 4;
  if (width & 2) __builtin_memcpy(y, source, 16), source += 2, y += 2;
  if (width & 1) *y = *source;
}
INLINE lanes NAME(load)(const double *x) {
  lanes result;
  __builtin_memcpy(&result, x, sizeof result);
  return result;
}

#define MAP(FUNCTION)                                                                 \
  static void NAME(FUNCTION)(const double *x, double *y, size_t count) {              \
    for (; count >= 8; count -= 8, x += 8, y += 8) {                                  \
      lanes result = NAME(FUNCTION##_lanes)(NAME(load)(x));                           \
      __builtin_memcpy(y, &result, sizeof result);                                    \
    }                                                                                 \
    if (count > 0)                                                                    \
      NAME(store_some)(NAME(FUNCTION##_lanes)(NAME(load_some)(x, count)), y, count);  \
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
#define MAP_PAIRS(FUNCTION)                                                               \
  static void NAME(FUNCTION)(                                                             \
    const double *z, const double *target, double *result, size_t count) {                \
    for (; count >= 8; count -= 8, z += 8, target += 8, result += 8) {                    \
      lanes values = NAME(FUNCTION##_lanes)(NAME(load)(z), NAME(load)(target));           \
      __builtin_memcpy(result, &values, sizeof values);                                   \
    }                                                                                     \
    if (count > 0)                                                                        \
      NAME(store_some)(                                                                   \
        NAME(FUNCTION##_lanes)(NAME(load_some)(z, count), NAME(load_some)(target, count)), \
        result, count);                                                                   \
  }
MAP_PAIRS(cross_entropy)
MAP_PAIRS(cross_entropy_slope)
#undef MAP_PAIRS
