#include "Region.h"

// The region lies in .bss: it costs no byte of the module, and nothing at all where no shim names it.
#ifdef __wasm__
static _Alignas(16) unsigned char region[BINDGEN_REGION_SIZE];

extern void *malloc(__SIZE_TYPE__ byteCount);
extern void free(void *pointer);

void *bindgen_region_address(void) { return region; }

void *bindgen_allocate(long byteCount) {
    __SIZE_TYPE__ size = (__SIZE_TYPE__)byteCount + BINDGEN_HEADER_SIZE;
    char *block = size < BINDGEN_HEADER_SIZE ? 0 : malloc(size);
    return block ? block + BINDGEN_HEADER_SIZE : 0;
}

void bindgen_release(void *pointer) { free((char *)pointer - BINDGEN_HEADER_SIZE); }
#else
void *bindgen_region_address(void) { return 0; }
void *bindgen_allocate(long byteCount) { return 0; }
void bindgen_release(void *pointer) {}
#endif
