// The copies and comparisons that compilers emit calls to.
//
// The long ones are single instructions of the bulk memory extension. Short ones are written out: the instructions cost a call
// out of the compiled code in every engine. `no_builtin` keeps clang from turning a loop back into a call of the function itself.
#include "EmbeddedSupport.h"

#ifdef BINDGEN_EMBEDDED_SUPPORT

#define OWN(...) __attribute__((no_builtin, target("bulk-memory,bulk-memory-opt")))

typedef uint64_t __attribute__((aligned(1), may_alias)) Unaligned64;
typedef uint32_t __attribute__((aligned(1), may_alias)) Unaligned32;

static inline __attribute__((always_inline, target("bulk-memory,bulk-memory-opt"))) void copy(
    void *target, const void *source, size_t count) {
    __asm__ volatile(
        "local.get %0\n\tlocal.get %1\n\tlocal.get %2\n\tmemory.copy 0, 0" ::"r"(target), "r"(source), "r"(count) : "memory");
}

/// Copies up to 16 bytes; every load is made before the first store, so the ranges may overlap.
static inline __attribute__((always_inline)) void copy_short(char *target, const char *source, size_t count) {
    if (count >= 8) {
        uint64_t first = *(const Unaligned64 *)source;
        uint64_t last = *(const Unaligned64 *)(source + count - 8);
        *(Unaligned64 *)target = first;
        *(Unaligned64 *)(target + count - 8) = last;
    } else if (count >= 4) {
        uint32_t first = *(const Unaligned32 *)source;
        uint32_t last = *(const Unaligned32 *)(source + count - 4);
        *(Unaligned32 *)target = first;
        *(Unaligned32 *)(target + count - 4) = last;
    } else if (count) {
        char first = source[0], middle = source[count / 2], last = source[count - 1];
        target[0] = first;
        target[count / 2] = middle;
        target[count - 1] = last;
    }
}

OWN() void *memmove(void *target, const void *source, size_t count) {
    if (count <= 16) copy_short(target, source, count);
    else copy(target, source, count);
    return target;
}

OWN() void *memcpy(void *restrict target, const void *restrict source, size_t count) {
    if (count <= 16) copy_short(target, source, count);
    else copy(target, source, count);
    return target;
}

OWN() void *memset(void *target, int byte, size_t count) {
    if (count <= 16) {
        char *place = target;
        for (size_t index = 0; index < count; index++) place[index] = (char)byte;
    } else {
        __asm__ volatile("local.get %0\n\tlocal.get %1\n\tlocal.get %2\n\tmemory.fill 0" ::"r"(target), "r"(byte), "r"(count)
                         : "memory");
    }
    return target;
}

OWN() int memcmp(const void *left, const void *right, size_t count) {
    const unsigned char *a = left, *b = right;
    while (count >= 8 && *(const Unaligned64 *)a == *(const Unaligned64 *)b) {
        a += 8;
        b += 8;
        count -= 8;
    }
    for (; count; a++, b++, count--) {
        if (*a != *b) return *a - *b;
    }
    return 0;
}

OWN() size_t strlen(const char *text) {
    const char *end = text;
    while (*end) end++;
    return (size_t)(end - text);
}

#endif
