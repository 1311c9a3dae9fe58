// The elementary functions on lanes; `Sources/Networks/Elementary` explains them. This text is
// compiled for each kind of vectors, and for eight and for four lanes, under the names that `LANE`
// makes.

// As in Swift, the negative of lanes is 0 less them, which shows in the sign of not-a-number.

INLINE LANES LANE(select)(BITS mask, LANES yes, LANES no) {
  return (LANES)(((BITS)yes & mask) | ((BITS)no & ~mask));
}
INLINE LANES LANE(magnitudes)(LANES x) { return (LANES)((BITS)x & 0x7fffffffffffffffULL); }
INLINE LANES LANE(at_most)(LANES x, double limit) {
  return LANE(select)((BITS)(x > limit), SPREAD(limit), x);
}
INLINE LANES LANE(at_least)(LANES x, double limit) {
  return LANE(select)((BITS)(x < limit), SPREAD(limit), x);
}

// k ln 2 + r
#define PER_LN2 0x1.71547652b82fep+0
#define LN2 0x1.62e42feep-1
#define LN2_REST 0x1.a39ef35793c76p-33
#define ROUNDER 0x1.8p52

INLINE LANES LANE(reduce)(LANES x, LANES *shifted) {
  *shifted = x * PER_LN2 + ROUNDER;
  LANES k = *shifted - ROUNDER;
  return (x - k * LN2) - k * LN2_REST;
}
INLINE LANES LANE(scale)(LANES x, LANES shifted) {
  BITS biased = (BITS)shifted - (0x4338000000000000ULL - 2046);
  BITS first = biased >> 1, second = biased - first;
  return x * (LANES)(first << 52) * (LANES)(second << 52);
}
INLINE LANES LANE(inverse_scale)(LANES x, LANES shifted) {
  BITS biased = (BITS)shifted - (0x4338000000000000ULL - 2046);
  BITS first = biased >> 1, second = biased - first;
  return x * (LANES)((2046 - first) << 52) * (LANES)((2046 - second) << 52);
}

INLINE LANES LANE(expm1_reduced)(LANES r) {
  LANES z = r * r;
  LANES q = 0x1.201f4798b4e48p-29 + 0x1.626a6820214p-33 * r;
  q = q * z + (0x1.27e44e028d127p-22 + 0x1.ae639d8886d33p-26 * r);
  q = q * z + (0x1.a01a01faca4dbp-16 + 0x1.71de3a85c63fp-19 * r);
  q = q * z + (0x1.6c16c16c0153ap-10 + 0x1.a01a01a00e94fp-13 * r);
  q = q * z + (0x1.5555555555591p-5 + 0x1.1111111111121p-7 * r);
  q = q * z + (0.5 + 0x1.5555555555555p-3 * r);
  return r + r * r * q;
}

INLINE LANES LANE(exp)(LANES x) {
  LANES shifted;
  LANES r = LANE(reduce)(LANE(at_least)(LANE(at_most)(x, 710), -746), &shifted);
  return LANE(scale)(1 + LANE(expm1_reduced)(r), shifted);
}

INLINE LANES LANE(expm1)(LANES x) {
  LANES bounded = LANE(at_least)(LANE(at_most)(x, 710), -60);
  BITS small = (BITS)(LANE(magnitudes)(x) < 0.5);
  LANES shifted;
  LANES r = LANE(reduce)(LANE(select)(small, SPREAD(0), bounded), &shifted);
  r = LANE(select)(small, x, r);
  LANES inverse = LANE(inverse_scale)(SPREAD(1), shifted);
  LANES result = LANE(scale)((1 - inverse) + LANE(expm1_reduced)(r), shifted);
  return LANE(select)((BITS)(LANE(magnitudes)(x) < 0x1p-54), x, result);
}

INLINE LANES LANE(log_normal)(LANES x, LANES shift, LANES correction) {
  BITS biased = ((BITS)x - 0x3fe6a09e667f3bcdULL + 0x4000000000000000ULL) >> 52;
  LANES f = (LANES)((BITS)x - (biased << 52) + 0x4000000000000000ULL) - 1;
  LANES k = ((LANES)(biased | 0x4330000000000000ULL) - (0x1p52 + 1024)) - shift;
  LANES s = f / (2 + f);
  LANES z = s * s;
  LANES half = 0.5 * f * f;
  LANES w = z * z;
  LANES q = (0x1.7462dc9f47f3dp-3 + 0x1.39f936407d255p-3 * z) + w * 0x1.2b97d8620ef42p-3;
  q = q * w + (0x1.2492492e60594p-2 + 0x1.c71c62587d6b7p-3 * z);
  q = q * w + (0x1.5555555555558p-1 + 0x1.9999999994ef3p-2 * z);
  LANES rest = s * (half + z * q) + (k * LN2_REST + correction);
  return k * LN2 - ((half - rest) - f);
}
INLINE LANES LANE(log_limits)(LANES result, LANES x, LANES argument) {
  result = LANE(select)((BITS)(x == 0), SPREAD(-__builtin_inf()), result);
  result = LANE(select)((BITS)(x < 0), SPREAD(__builtin_nan("")), result);
  return LANE(select)((BITS)(argument < __builtin_inf()), result, argument);
}
INLINE LANES LANE(log)(LANES x) {
  BITS subnormal = (BITS)(x < 0x1p-1022);
  LANES normal = LANE(select)(subnormal, x * 0x1p54, x);
  LANES shift = LANE(select)(subnormal, SPREAD(54), SPREAD(0));
  return LANE(log_limits)(LANE(log_normal)(normal, shift, SPREAD(0)), x, x);
}
INLINE LANES LANE(log1p)(LANES x) {
  LANES sum = 1 + x;
  LANES part = sum - 1;
  LANES lost = (x - part) + (1 - (sum - part));
  LANES result = LANE(log_normal)(sum, SPREAD(0), lost / sum);
  result = LANE(log_limits)(result, sum, x);
  return LANE(select)((BITS)(LANE(magnitudes)(x) < 0x1p-54), x, result);
}

INLINE LANES LANE(tanh)(LANES x) {
  LANES y = LANE(at_most)(2 * LANE(magnitudes)(x), 44);
  BITS small = (BITS)(y < 1.1);
  LANES shifted = y * PER_LN2 + ROUNDER;
  LANES k = LANE(select)(small, SPREAD(0), shifted - ROUNDER);
  LANES r = (y - k * LN2) - k * LN2_REST;
  LANES z = r * r;
  LANES w = z * z;
  LANES q = 0x1.d3f5deb9626e6p-36 + -0x1.4fd8bbd3c6b87p-41 * z;
  q = q * w + (0x1.66a8b7f5ecc9bp-25 + -0x1.22740094aaf9ep-30 * z);
  q = q * w + (0x1.1566abbfb0652p-14 + -0x1.bbd7789b165e8p-20 * z);
  q = q * w + (0x1.5555555555555p-3 + -0x1.6c16c16c16925p-9 * z);
  LANES even = 2 + z * q;
  LANES power = (LANES)(((BITS)shifted + 1023) << 52);
  LANES numerator = LANE(select)(small, y, 2 * (even - r));
  LANES denominator = LANE(select)(small, even, power * (even + r) + (even - r));
  LANES quotient = numerator / denominator;
  LANES result = LANE(select)(small, quotient, 1 - quotient);
  return (LANES)((BITS)result | ((BITS)x & 0x8000000000000000ULL));
}

INLINE LANES LANE(sigmoid)(LANES x) {
  LANES shifted;
  LANES r = LANE(reduce)(LANE(at_least)(0 - LANE(magnitudes)(x), -750), &shifted);
  LANES power = LANE(scale)(SPREAD(1), shifted);
  LANES rest = LANE(expm1_reduced)(r);
  LANES t = (1 + rest) * power;
  LANES sum = 1 + t;
  LANES lost = (1 - sum) + t;
  LANES corrected = (1 + (rest - lost)) * power;
  return LANE(select)((BITS)(x < 0), corrected, SPREAD(1)) / sum;
}

INLINE LANES LANE(softplus)(LANES x) {
  return LANE(at_least)(x, 0) + LANE(log1p)(LANE(exp)(0 - LANE(magnitudes)(x)));
}

INLINE LANES LANE(cross_entropy)(LANES z, LANES target) {
  LANES factor = LANE(select)((BITS)(z > 0), 1 - target, 0 - target);
  LANES straight = LANE(select)((BITS)(factor == 0), SPREAD(0), z * factor);
  return straight + LANE(log1p)(LANE(exp)(0 - LANE(magnitudes)(z)));
}

INLINE LANES LANE(cross_entropy_slope)(LANES z, LANES target) {
  LANES small = LANE(exp)(0 - LANE(magnitudes)(z));
  LANES large = 1 + 1 / small;
  BITS below = (BITS)(z < 0);
  LANES per_yes = LANE(select)(below, large, 1 + small);
  LANES per_no = LANE(select)(below, 1 + small, large);
  LANES yes = LANE(select)((BITS)(target == 0), SPREAD(0), target * per_yes);
  LANES no = LANE(select)((BITS)(target == 1), SPREAD(0), (1 - target) * per_no);
  return no - yes;
}
