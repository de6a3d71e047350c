// Arithmetic on 128-bit integers, which wasm has no instructions for.
//
// None of these may use a 128-bit multiplication, division or variable shift itself: each is what the compiler would call.
#include "EmbeddedSupport.h"

#ifdef BINDGEN_EMBEDDED_SUPPORT

typedef __int128 Int128;
typedef unsigned __int128 UInt128;

typedef union {
    UInt128 all;
    struct {
        uint64_t low, high;
    };
} Halves;

Int128 __multi3(Int128 left, Int128 right) {
    Halves a = {.all = (UInt128)left}, b = {.all = (UInt128)right}, product;
    uint64_t a0 = (uint32_t)a.low, a1 = a.low >> 32, b0 = (uint32_t)b.low, b1 = b.low >> 32;
    uint64_t low = a0 * b0, first = a1 * b0, second = a0 * b1;
    uint64_t middle = (low >> 32) + (uint32_t)first + (uint32_t)second;
    product.low = (middle << 32) | (uint32_t)low;
    product.high = a1 * b1 + (first >> 32) + (second >> 32) + (middle >> 32) + a.low * b.high + a.high * b.low;
    return (Int128)product.all;
}

Int128 __ashlti3(Int128 value, int count) {
    Halves v = {.all = (UInt128)value};
    if (count >= 64) {
        v.high = v.low << (count - 64);
        v.low = 0;
    } else if (count) {
        v.high = v.high << count | v.low >> (64 - count);
        v.low <<= count;
    }
    return (Int128)v.all;
}

Int128 __lshrti3(Int128 value, int count) {
    Halves v = {.all = (UInt128)value};
    if (count >= 64) {
        v.low = v.high >> (count - 64);
        v.high = 0;
    } else if (count) {
        v.low = v.low >> count | v.high << (64 - count);
        v.high >>= count;
    }
    return (Int128)v.all;
}

Int128 __ashrti3(Int128 value, int count) {
    Halves v = {.all = (UInt128)value};
    if (count >= 64) {
        v.low = (uint64_t)((int64_t)v.high >> (count - 64));
        v.high = (uint64_t)((int64_t)v.high >> 63);
    } else if (count) {
        v.low = v.low >> count | v.high << (64 - count);
        v.high = (uint64_t)((int64_t)v.high >> count);
    }
    return (Int128)v.all;
}

/// One bit of the quotient at a time, from the first that can be set.
static __attribute__((noinline)) UInt128 divide(UInt128 dividend, UInt128 divisor, UInt128 *remainder) {
    Halves n = {.all = dividend}, d = {.all = divisor};
    Halves quotient = {.all = 0}, rest = {.all = 0};
    if ((n.high | d.high) == 0) {
        quotient.low = n.low / d.low;
        rest.low = n.low % d.low;
    } else {
        int bits = 128;
        if (n.high == 0) {
            bits = 64;
            n.high = n.low;
            n.low = 0;
        }
        for (; bits; bits--) {
            rest.high = rest.high << 1 | rest.low >> 63;
            rest.low = rest.low << 1 | n.high >> 63;
            n.high = n.high << 1 | n.low >> 63;
            n.low <<= 1;
            quotient.high = quotient.high << 1 | quotient.low >> 63;
            quotient.low <<= 1;
            if (rest.high > d.high || (rest.high == d.high && rest.low >= d.low)) {
                rest.all -= d.all;
                quotient.low |= 1;
            }
        }
    }
    if (remainder) *remainder = rest.all;
    return quotient.all;
}

UInt128 __udivti3(UInt128 dividend, UInt128 divisor) { return divide(dividend, divisor, 0); }

UInt128 __umodti3(UInt128 dividend, UInt128 divisor) {
    UInt128 remainder;
    divide(dividend, divisor, &remainder);
    return remainder;
}

static UInt128 magnitude(Int128 value) { return value < 0 ? -(UInt128)value : (UInt128)value; }

Int128 __divti3(Int128 dividend, Int128 divisor) {
    UInt128 quotient = divide(magnitude(dividend), magnitude(divisor), 0);
    return (Int128)((dividend ^ divisor) < 0 ? -quotient : quotient);
}

Int128 __modti3(Int128 dividend, Int128 divisor) {
    UInt128 remainder;
    divide(magnitude(dividend), magnitude(divisor), &remainder);
    return (Int128)(dividend < 0 ? -remainder : remainder);
}

#endif
