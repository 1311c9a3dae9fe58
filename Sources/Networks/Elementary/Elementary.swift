/// Elementary functions of a double that give the same bits on every machine.
///
/// Goals, in this order:
/// 1. The same bits everywhere. Only IEEE 754 additions, multiplications, divisions and operations on
///    bit patterns occur, in a fixed order: no C library, no fused multiply-add.
/// 2. At most 2 units in the last place (ulp) from the true value, for every argument. No argument
///    traps: NaN gives NaN, results overflow to infinity and underflow gradually to 0, and odd
///    functions keep the sign of 0.
/// 3. Speed on whole buffers. `f(x, into: y, count: n)` gives each element the bits of `f(x)`,
///    wherever it stands, since both run the same code. `x` and `y` may be the same buffer, but must
///    not overlap otherwise.
///
/// Each function says how far from the true value it was at most among at least 30 million random
/// arguments, over all magnitudes and denser where its pieces meet, compared with an extended
/// precision of 64 bits; a correctly rounded function would come to 0.5.
///
/// The polynomials were fitted for this module: they interpolate at the Chebyshev nodes of their
/// interval, solved at 60 digits and then rounded, which comes close to the best polynomial.
public enum Elementary {}
