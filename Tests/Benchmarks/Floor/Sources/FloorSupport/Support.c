// Stand-in for EmbeddedSupport until it lands: size classes with free lists.
#include "FloorSupport.h"
#include <stdint.h>
extern unsigned char __heap_base;
static uintptr_t brk, end;
typedef struct block { struct block *next; uint32_t cls; uint32_t pad; uint32_t pad2; } block;
static block *lists[32];
static void *bump(size_t n) {
    if (!brk) { brk = ((uintptr_t)&__heap_base + 15) & ~15u; end = __builtin_wasm_memory_size(0) << 16; }
    if (brk + n > end) {
        size_t pages = (brk + n - end + 65535) >> 16;
        if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return 0;
        end += pages << 16;
    }
    void *p = (void *)brk; brk += n; return p;
}
void *bench_alloc(size_t size) {
    uint32_t total = (uint32_t)size + 16;
    uint32_t cls = 32 - __builtin_clz(total - 1);
    if (cls < 5) cls = 5;
    block *b = lists[cls];
    if (b) lists[cls] = b->next; else b = bump((size_t)1 << cls);
    if (!b) return 0;
    b->cls = cls;
    return b + 1;
}
void bench_free(void *p) {
    if (!p) return;
    block *b = (block *)p - 1;
    b->next = lists[b->cls]; lists[b->cls] = b;
}
int posix_memalign(void **out, size_t align, size_t size) {
    if (align > 16) __builtin_trap();
    *out = bench_alloc(size); return *out ? 0 : 12;
}
void *malloc(size_t size) { return bench_alloc(size); }
void free(void *p) { bench_free(p); }
void *memcpy(void *d, const void *s, size_t n) { return __builtin_memcpy(d, s, n); }
void *memmove(void *d, const void *s, size_t n) { return __builtin_memmove(d, s, n); }
void *memset(void *d, int c, size_t n) { return __builtin_memset(d, c, n); }
int memcmp(const void *a, const void *b, size_t n) {
    const unsigned char *x = a, *y = b;
    for (; n; n--, x++, y++) if (*x != *y) return *x < *y ? -1 : 1;
    return 0;
}
void arc4random_buf(void *p, size_t n) { memset(p, 42, n); }
int putchar(int c) { return c; }
_Alignas(16) unsigned char floor_result_area[1024];
