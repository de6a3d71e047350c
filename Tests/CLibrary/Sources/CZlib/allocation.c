#include "CZlib.h"

// swift-bindgen's, or the C library's in the native program that the module is compared with.
void *malloc(__SIZE_TYPE__ size);
void free(void *address);

voidpf czlib_allocate(voidpf opaque, uInt count, uInt size) { return malloc((__SIZE_TYPE__)count * size); }
void czlib_free(voidpf opaque, voidpf address) { free(address); }
