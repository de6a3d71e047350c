// What `print` writes and what hashing is seeded with come from WASI in a module that uses it: the functions of EmbeddedSupport, which
// ask JavaScript, are weak. So such a module imports nothing that a host without JavaScript has not.
#include "WASIPreview1.h"

#if defined(__wasm__) && !defined(__wasi__)

#include <stddef.h>

int putchar(int byte) {
    static uint8_t line[512];
    static wasi_size count;
    line[count++] = (uint8_t)byte;
    if (byte != '\n' && count < sizeof line) return byte;
    for (wasi_size written = 0, step; written < count; written += step) {
        wasi_piece piece = {line + written, count - written};
        if (wasi_fd_write(1, &piece, 1, &step) != 0 || step == 0) break;
    }
    count = 0;
    return byte;
}

// A host without random numbers cannot seed a hash.
void arc4random_buf(void *target, size_t count) {
    if (wasi_random_get(target, (wasi_size)count) != 0) __builtin_trap();
}

#endif
