// The C symbols that Embedded Swift asks for on wasm32-unknown-none-wasm, where there is no C library.
//
// Everything here compiles to nothing elsewhere: with `--swift-sdk` the SDK's C library has the symbols, and on the host the
// system's. Each function is its own section, so that the linker keeps only what the program reaches.
#pragma once

#include "HostMathematics.h"
#include "Lending.h"
#include "Region.h"
#include "Threads.h"

#include <stddef.h>
#include <stdint.h>

/// The integer part of a number that lies in the range of int64_t; one instruction of wasm.
static inline int64_t bindgen_truncate(double number) { return (int64_t)number; }

/// How large the memory is; without a bound on the host.
static inline uint64_t bindgen_memory_bytes(void) {
#ifdef __wasm__
    return (uint64_t)__builtin_wasm_memory_size(0) * 65536;
#else
    return UINT64_MAX;
#endif
}

#if defined(__wasm__) && !defined(__wasi__)
#define BINDGEN_EMBEDDED_SUPPORT 1

// Allocator.c
void *malloc(size_t size);
void free(void *pointer);
void *calloc(size_t count, size_t size);
void *realloc(void *pointer, size_t size);
void *aligned_alloc(size_t alignment, size_t size);
int posix_memalign(void **result, size_t alignment, size_t size);

/// The bytes that are allocated now, block headers and rounding included. It walks the heap: for tests, not for hot code.
size_t bindgen_heap_bytes(void);

// Memory.c
void *memcpy(void *restrict target, const void *restrict source, size_t count);
void *memmove(void *target, const void *source, size_t count);
void *memset(void *target, int byte, size_t count);
int memcmp(const void *left, const void *right, size_t count);
size_t strlen(const char *text);

// Random.c, Print.c
void arc4random_buf(void *target, size_t count);
int putchar(int byte);

#endif
