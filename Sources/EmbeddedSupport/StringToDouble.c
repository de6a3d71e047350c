// Double(String), Float(String) and Float16(String): strtod in the C locale, correctly rounded for every input.
//
// Short decimals are exact in one operation on doubles. For the others, value = digits * 10^exponent is a quotient of two big
// integers; its first 64 bits and the question whether anything follows decide the result.
#include "Rounding.h"

#ifdef BINDGEN_EMBEDDED_SUPPORT

/// Digits beyond these cannot change a result, except by not being zero: the longest halfway case has 767 digits.
enum { MAX_DIGITS = 768, WORDS = 96 };

typedef struct {
    int count;
    uint32_t words[WORDS];
} Big;

static __attribute__((noinline)) void multiply_add(Big *big, uint32_t factor, uint32_t addend) {
    uint64_t carry = addend;
    for (int index = 0; index < big->count; index++) {
        carry += (uint64_t)big->words[index] * factor;
        big->words[index] = (uint32_t)carry;
        carry >>= 32;
    }
    if (carry) big->words[big->count++] = (uint32_t)carry;
}

static void multiply_by_power_of_5(Big *big, int power) {
    for (; power >= 13; power -= 13) multiply_add(big, 1220703125, 0);
    for (; power > 0; power--) multiply_add(big, 5, 0);
}

static int bit_count(const Big *big) {
    return big->count * 32 - __builtin_clz(big->words[big->count - 1]);
}

static __attribute__((noinline)) void shift_left(Big *big, int count) {
    int words = count / 32;
    for (; count % 32; count--) multiply_add(big, 2, 0);
    if (!words) return;
    for (int index = big->count - 1; index >= 0; index--) big->words[index + words] = big->words[index];
    for (int index = 0; index < words; index++) big->words[index] = 0;
    big->count += words;
}

/// left -= right where left >= right; returns whether it did.
static int subtract_if_not_less(Big *left, const Big *right) {
    if (left->count != right->count) {
        if (left->count < right->count) return 0;
    } else {
        for (int index = left->count - 1; index >= 0; index--) {
            if (left->words[index] > right->words[index]) break;
            if (left->words[index] < right->words[index]) return 0;
        }
    }
    int64_t borrow = 0;
    for (int index = 0; index < left->count; index++) {
        borrow += (int64_t)left->words[index] - (index < right->count ? right->words[index] : 0);
        left->words[index] = (uint32_t)borrow;
        borrow >>= 32;
    }
    while (left->count && left->words[left->count - 1] == 0) left->count--;
    return 1;
}

/// The encoding of numerator * 10^exponent. The numerator is used up.
static uint64_t scale(Big *numerator, int exponent, int sticky, Format format) {
    Big denominator = {.count = 1, .words = {1}};
    if (exponent > 0) multiply_by_power_of_5(numerator, exponent);
    else multiply_by_power_of_5(&denominator, -exponent);
    int shift = bit_count(numerator) - bit_count(&denominator);
    if (shift > 0) shift_left(&denominator, shift);
    else shift_left(numerator, -shift);
    uint64_t significand = 0;
    // The quotient lies between 1/2 and 2: the first bit may be zero, and then one more is made.
    for (int bits = 0; bits < 64; bits++) {
        uint64_t bit = (uint64_t)subtract_if_not_less(numerator, &denominator);
        if (!bit && !significand) {
            bits = -1;
            shift--;
        }
        significand = significand << 1 | bit;
        multiply_add(numerator, 2, 0);
    }
    return round_to_format(significand, shift + exponent, sticky || numerator->count, format);
}

static int digit_value(char character) {
    if (character >= '0' && character <= '9') return character - '0';
    character |= 0x20;
    return character >= 'a' && character <= 'f' ? character - 'a' + 10 : 99;
}

/// Reads `e-12` or `p+3` at the text's end; without digits there is no exponent, and the text ends before the letter.
static int read_exponent(const char **text, char letter) {
    const char *place = *text;
    if ((*place | 0x20) != letter) return 0;
    place++;
    int negative = *place == '-';
    if (*place == '-' || *place == '+') place++;
    if (digit_value(*place) > 9) return 0;
    int exponent = 0;
    for (; digit_value(*place) <= 9; place++) {
        if (exponent < 100000000) exponent = exponent * 10 + digit_value(*place);
    }
    *text = place;
    return negative ? -exponent : exponent;
}

/// 10^power, exactly, for powers up to 22.
static double power_of_10(int power) {
    double value = 1;
    while (power-- > 0) value *= 10;
    return value;
}

static uint64_t encode(double value, Format format) {
    uint64_t bits = 0;
    float single = (float)value;
    if (format.precision == 24) __builtin_memcpy(&bits, &single, 4);
    else __builtin_memcpy(&bits, &value, 8);
    return bits;
}

static const char *read_decimal(const char *text, Format format, uint64_t *bits) {
    Big digits = {.count = 0};
    uint64_t small = 0;
    int exponent = 0, count = 0, sticky = 0, any = 0, after_point = 0;
    for (;; text++) {
        if (*text == '.' && !after_point) {
            after_point = 1;
            continue;
        }
        int digit = digit_value(*text);
        if (digit > 9) break;
        any = 1;
        if (count < MAX_DIGITS) {
            if (count || digit) {
                if (count < 19) small = small * 10 + (uint64_t)digit;
                multiply_add(&digits, 10, (uint32_t)digit);
                count++;
            }
            exponent -= after_point;
        } else {
            sticky |= digit;
            exponent += !after_point;
        }
    }
    if (!any) return 0;
    exponent += read_exponent(&text, 'e');
    *bits = 0;
    if (!count || count + exponent < -400) return text;
    if (count + exponent > 400) {
        *bits = infinity_bits(format);
        return text;
    }
    // Both operands are exact in the format, so one rounding is made. (For Float the operation is made on doubles, which have
    // more than twice its digits: rounding the result again is harmless.)
    int exact = format.precision == 53 ? 22 : format.precision == 24 ? 10 : -1;
    if (count < 19 && !(small >> format.precision) && exponent >= -exact && exponent <= exact) {
        double value = (double)small;
        *bits = encode(exponent < 0 ? value / power_of_10(-exponent) : value * power_of_10(exponent), format);
        return text;
    }
    *bits = scale(&digits, exponent, sticky, format);
    return text;
}

static const char *read_hexadecimal(const char *text, Format format, uint64_t *bits) {
    uint64_t significand = 0;
    int64_t exponent = 63;
    int sticky = 0, any = 0, after_point = 0;
    for (;; text++) {
        if (*text == '.' && !after_point) {
            after_point = 1;
            continue;
        }
        int digit = digit_value(*text);
        if (digit > 15) break;
        any = 1;
        if (significand >> 60) {
            sticky |= digit;
            exponent += after_point ? 0 : 4;
        } else {
            significand = significand << 4 | (uint64_t)digit;
            exponent -= after_point ? 4 : 0;
        }
    }
    if (!any) return 0;
    exponent += read_exponent(&text, 'p');
    *bits = 0;
    if (!significand) return text;
    int shift = __builtin_clzll(significand);
    exponent -= shift;
    if (exponent > 100000) exponent = 100000;
    if (exponent < -100000) exponent = -100000;
    *bits = round_to_format(significand << shift, (int)exponent, sticky, format);
    return text;
}

/// Whether the text starts with a word, upper or lower case.
static int starts_with(const char *text, const char *word) {
    for (; *word; word++, text++) {
        if ((*text | 0x20) != *word) return 0;
    }
    return 1;
}

static const char *read_nan(const char *text, Format format, uint64_t *bits) {
    uint64_t quiet = (uint64_t)1 << (format.precision - 2), payload = 0;
    text += 3;
    if (*text == '(') {
        const char *place = text + 1;
        uint64_t base = 10;
        if (place[0] == '0') base = 8;
        if (place[0] == '0' && (place[1] | 0x20) == 'x') {
            base = 16;
            place += 2;
        }
        for (; (uint64_t)digit_value(*place) < base; place++) payload = payload * base + (uint64_t)digit_value(*place);
        if (*place == ')') text = place + 1;
        else payload = 0;
    }
    *bits = infinity_bits(format) | quiet | (payload & (quiet - 1));
    return text;
}

/// Parses a number at the start of the text. Returns where it ends, or null where there is none.
static __attribute__((noinline)) const char *read_number(const char *text, Format format, uint64_t *bits) {
    int negative = *text == '-';
    if (*text == '-' || *text == '+') text++;
    const char *end;
    if (starts_with(text, "inf")) {
        *bits = infinity_bits(format);
        end = text + (starts_with(text, "infinity") ? 8 : 3);
    } else if (starts_with(text, "nan")) {
        end = read_nan(text, format, bits);
    } else if (text[0] == '0' && (text[1] | 0x20) == 'x') {
        end = read_hexadecimal(text + 2, format, bits);
    } else {
        end = read_decimal(text, format, bits);
    }
    if (!end) return 0;
    if (negative) *bits |= sign_bit(format);
    return end;
}

const char *_swift_stdlib_strtod_clocale(const char *text, double *result) {
    uint64_t bits;
    const char *end = read_number(text, FORMAT_DOUBLE, &bits);
    if (end) __builtin_memcpy(result, &bits, 8);
    return end;
}

const char *_swift_stdlib_strtof_clocale(const char *text, float *result) {
    uint64_t bits;
    const char *end = read_number(text, FORMAT_FLOAT, &bits);
    uint32_t word = (uint32_t)bits;
    if (end) __builtin_memcpy(result, &word, 4);
    return end;
}

const char *_swift_stdlib_strtof16_clocale(const char *text, unsigned short *result) {
    uint64_t bits;
    const char *end = read_number(text, FORMAT_HALF, &bits);
    if (end) *result = (unsigned short)bits;
    return end;
}

#endif
