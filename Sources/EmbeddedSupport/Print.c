// print(): bytes are collected into a line, and a line goes to the host in one call.
#include "EmbeddedSupport.h"

#ifdef BINDGEN_EMBEDDED_SUPPORT

__attribute__((import_module("bindgen"), import_name("print"))) void bindgen_print(const char *text, size_t count);

enum { FIRST_CAPACITY = 128 };

static BINDGEN_THREAD_LOCAL struct {
    char *bytes;
    size_t count;
    size_t capacity;
} line;

// Weak: in a module that uses WASI, printing is WASI's.
__attribute__((weak)) int putchar(int byte) {
    if (byte == '\n') {
        // The line is given up before the call: the host may come back and print.
        char *bytes = line.bytes;
        size_t count = line.count;
        line.bytes = 0;
        line.count = line.capacity = 0;
        bindgen_print(bytes, count);
        free(bytes);
        return byte;
    }
    if (line.count == line.capacity) {
        size_t capacity = line.capacity ? line.capacity * 2 : FIRST_CAPACITY;
        char *bytes = realloc(line.bytes, capacity);
        if (!bytes) return -1;
        line.bytes = bytes;
        line.capacity = capacity;
    }
    line.bytes[line.count++] = (char)byte;
    return byte;
}

#endif
