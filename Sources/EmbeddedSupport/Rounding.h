// Rounding to a binary interchange format of IEEE 754, ties to even. Shared by the conversions that build a number from bits.
#pragma once

#include "EmbeddedSupport.h"

typedef struct {
    /// Significant bits, the implicit one included.
    int precision;
    /// The exponent of the largest finite numbers; 1 - max_exponent is that of the smallest normal ones.
    int max_exponent;
} Format;

#define FORMAT_HALF ((Format){11, 15})
#define FORMAT_FLOAT ((Format){24, 127})
#define FORMAT_DOUBLE ((Format){53, 1023})

static inline uint64_t infinity_bits(Format format) {
    return (uint64_t)(2 * format.max_exponent + 1) << (format.precision - 1);
}

/// The sign stands above the exponent, whose bits are all set in infinity.
static inline uint64_t sign_bit(Format format) {
    return (uint64_t)(2 * format.max_exponent + 2) << (format.precision - 1);
}

/// The encoding, without sign, of significand * 2^(exponent - 63). The top bit of the significand is set; `sticky` says that
/// something smaller than its last bit was cut off.
static inline uint64_t round_to_format(uint64_t significand, int exponent, int sticky, Format format) {
    int smallest = 1 - format.max_exponent;
    int drop = 64 - format.precision;
    if (exponent > format.max_exponent) return infinity_bits(format);
    if (exponent < smallest) {
        drop += smallest - exponent;
        exponent = smallest - 1;
        if (drop > 64) return 0;
    }
    uint64_t kept = drop == 64 ? 0 : significand >> drop;
    uint64_t cut = significand << (64 - drop);
    uint64_t half = (uint64_t)1 << 63;
    uint64_t above = exponent < smallest ? 0 : (uint64_t)(exponent - smallest) << (format.precision - 1);
    if (cut > half || (cut == half && (sticky || (kept & 1)))) kept++;
    // A carry out of the significand is a carry into the exponent, as far as infinity.
    return above + kept;
}
