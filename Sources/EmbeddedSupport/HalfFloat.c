// Conversions of Float16, which wasm has no type for. A half is passed as its 16 bits.
#include "Rounding.h"

#ifdef BINDGEN_EMBEDDED_SUPPORT

float __extendhfsf2(unsigned short half) {
    uint32_t sign = (uint32_t)(half & 0x8000) << 16;
    uint32_t magnitude = half & 0x7FFF;
    uint32_t bits;
    float value;
    if (magnitude >= 0x7C00) {
        bits = 0x7F800000 | (magnitude & 0x3FF) << 13;
    } else if (magnitude >= 0x400) {
        bits = (magnitude << 13) + (112u << 23);
    } else {
        value = (float)magnitude * 0x1p-24f;
        __builtin_memcpy(&bits, &value, 4);
    }
    bits |= sign;
    __builtin_memcpy(&value, &bits, 4);
    return value;
}

unsigned short __truncdfhf2(double value) {
    uint64_t bits;
    __builtin_memcpy(&bits, &value, 8);
    unsigned short sign = (unsigned short)(bits >> 48 & 0x8000);
    int exponent = (int)(bits >> 52 & 0x7FF);
    uint64_t fraction = bits << 12;
    if (exponent == 0x7FF) return sign | 0x7C00 | (fraction ? 0x200 | (unsigned short)(fraction >> 54) : 0);
    // Zeros and the subnormal doubles are far below the smallest half.
    if (exponent == 0) return sign;
    uint64_t significand = (uint64_t)1 << 63 | fraction >> 1;
    return sign | (unsigned short)round_to_format(significand, exponent - 1023, 0, FORMAT_HALF);
}

unsigned short __truncsfhf2(float value) { return __truncdfhf2(value); }

#endif
