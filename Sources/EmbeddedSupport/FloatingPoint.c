// The operations of IEEE 754 that wasm has no instructions for and that Swift's own methods call: fused multiply-add,
// remainders, and rounding half away from zero.
#include "Rounding.h"

#ifdef BINDGEN_EMBEDDED_SUPPORT

static inline uint64_t bits_of(double value) {
    uint64_t bits;
    __builtin_memcpy(&bits, &value, 8);
    return bits;
}

static inline double double_of(uint64_t bits) {
    double value;
    __builtin_memcpy(&value, &bits, 8);
    return value;
}

// The work is done under names of our own: clang would turn `(float)round(x)` into a call of roundf, and roundf into a call of itself.

static double round_half_away(double value) {
    double magnitude = __builtin_fabs(value);
    double whole = __builtin_trunc(magnitude);
    if (magnitude - whole >= 0.5) whole += 1;
    return __builtin_copysign(whole, value);
}

double round(double value) { return round_half_away(value); }
float roundf(float value) { return (float)round_half_away(value); }

/// A finite number that is not zero, as significand * 2^exponent with the top bit of 53 set.
static uint64_t significand_of(double value, int *exponent) {
    uint64_t bits = bits_of(value) & ~((uint64_t)1 << 63);
    *exponent = (int)(bits >> 52) - 1075;
    uint64_t significand = bits & (((uint64_t)1 << 52) - 1);
    if (bits >> 52) return significand | (uint64_t)1 << 52;
    int shift = __builtin_clzll(significand) - 11;
    *exponent = -1074 - shift;
    return significand << shift;
}

/// The remainder of x by y, both positive and finite; the last bit of the truncated quotient goes to `odd`.
static __attribute__((noinline)) double remainder_of_magnitudes(double x, double y, int *odd) {
    *odd = 0;
    if (x < y) return x;
    int exponent_x, exponent_y;
    uint64_t p = significand_of(x, &exponent_x), q = significand_of(y, &exponent_y);
    for (int count = exponent_x - exponent_y;; count--) {
        *odd = p >= q;
        if (*odd) p -= q;
        if (count == 0) break;
        p <<= 1;
    }
    if (p == 0) return 0;
    // Exact: the rest has no bit below y's last, so a subnormal rest has zeros to shift out.
    if (exponent_y < -1074) {
        p >>= -1074 - exponent_y;
        exponent_y = -1074;
    }
    int shift = __builtin_clzll(p) - 11, biased = exponent_y + 1075;
    if (shift >= biased) return double_of(p << (biased - 1));
    return double_of((p << shift) + ((uint64_t)(biased - shift - 1) << 52));
}

static __attribute__((noinline)) double remainder_truncated(double x, double y) {
    double a = __builtin_fabs(x), b = __builtin_fabs(y);
    if (!(a < __builtin_inf()) || !(b > 0)) return __builtin_nan("");
    int odd;
    return __builtin_copysign(a > 0 && b < __builtin_inf() ? remainder_of_magnitudes(a, b, &odd) : a, x);
}

static __attribute__((noinline)) double remainder_nearest(double x, double y) {
    double a = __builtin_fabs(x), b = __builtin_fabs(y);
    if (!(a < __builtin_inf()) || !(b > 0)) return __builtin_nan("");
    if (a == 0 || !(b < __builtin_inf())) return x;
    int odd;
    double rest = remainder_of_magnitudes(a, b, &odd);
    // rest > b / 2, asked without rounding: b - rest is exact where it matters.
    double opposite = b - rest;
    if (rest > opposite || (rest == opposite && odd)) rest = -opposite;
    return __builtin_signbit(x) ? -rest : rest;
}

double fmod(double x, double y) { return remainder_truncated(x, y); }
float fmodf(float x, float y) { return (float)remainder_truncated(x, y); }
double remainder(double x, double y) { return remainder_nearest(x, y); }
float remainderf(float x, float y) { return (float)remainder_nearest(x, y); }

float fmaf(float x, float y, float z) {
    double product = (double)x * y;
    double sum = product + z;
    uint64_t bits = bits_of(sum);
    // The product is exact, the sum may not be: rounding it to odd makes the second rounding right.
    double back = sum - product;
    double error = (product - (sum - back)) + (z - back);
    if (__builtin_isfinite(sum) && error != 0 && !(bits & 1)) {
        bits += (error > 0) == (sum > 0) ? 1 : (uint64_t)-1;
    }
    return (float)double_of(bits);
}

typedef unsigned __int128 UInt128;

static UInt128 shift_right_sticky(UInt128 value, int count) {
    if (count == 0) return value;
    if (count > 127) return 1;
    UInt128 kept = value >> count;
    return (kept << count) == value ? kept : kept | 1;
}

double fma(double x, double y, double z) {
    if (!__builtin_isfinite(x) || !__builtin_isfinite(y) || x == 0 || y == 0) return x * y + z;
    if (!__builtin_isfinite(z)) return z;
    if (z == 0) return x * y;
    int exponent_x, exponent_y, exponent_z;
    UInt128 product = (UInt128)significand_of(x, &exponent_x) * significand_of(y, &exponent_y) << 20;
    int exponent = exponent_x + exponent_y - 20;
    UInt128 addend = (UInt128)significand_of(z, &exponent_z) << 73;
    exponent_z -= 73;
    // Two bits are free above both; what falls off below is kept as a sticky bit.
    if (exponent >= exponent_z) {
        addend = shift_right_sticky(addend, exponent - exponent_z);
    } else {
        product = shift_right_sticky(product, exponent_z - exponent);
        exponent = exponent_z;
    }
    int negative = __builtin_signbit(x) != __builtin_signbit(y);
    UInt128 sum;
    if (negative == !!__builtin_signbit(z)) {
        sum = product + addend;
    } else if (product >= addend) {
        sum = product - addend;
    } else {
        sum = addend - product;
        negative = !negative;
    }
    if (sum == 0) return 0;
    uint64_t high = (uint64_t)(sum >> 64), low = (uint64_t)sum;
    if (high == 0) {
        high = low;
        low = 0;
        exponent -= 64;
    }
    int shift = __builtin_clzll(high);
    uint64_t top = shift ? high << shift | low >> (64 - shift) : high;
    uint64_t bits = round_to_format(top, exponent + 127 - shift, (low << shift) != 0, FORMAT_DOUBLE);
    return double_of(bits | (uint64_t)negative << 63);
}

#endif
