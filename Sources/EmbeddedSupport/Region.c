#include "Region.h"

// The region lies in .bss: it costs no byte of the module, and nothing at all where no shim names it.
#ifdef __wasm__
static _Alignas(16) unsigned char region[BINDGEN_REGION_SIZE];

extern int posix_memalign(void **pointer, __SIZE_TYPE__ alignment, __SIZE_TYPE__ byteCount);
extern void free(void *pointer);

void *bindgen_region_address(void) { return region; }

void *bindgen_allocate(long byteCount) {
    void *pointer = 0;
    __SIZE_TYPE__ size = (__SIZE_TYPE__)byteCount + BINDGEN_HEADER_SIZE;
    if (size < BINDGEN_HEADER_SIZE || posix_memalign(&pointer, 16, size) != 0) return 0;
    return (char *)pointer + BINDGEN_HEADER_SIZE;
}

void bindgen_release(void *pointer) { free((char *)pointer - BINDGEN_HEADER_SIZE); }
#else
void *bindgen_region_address(void) { return 0; }
void *bindgen_allocate(long byteCount) { return 0; }
void bindgen_release(void *pointer) {}
#endif
