// Random bytes: hash seeds and SystemRandomNumberGenerator.
//
// The import exists only in modules that reach arc4random_buf.
#include "EmbeddedSupport.h"

#ifdef BINDGEN_EMBEDDED_SUPPORT

__attribute__((import_module("bindgen"), import_name("random"))) void bindgen_random(void *target, size_t count);

// Weak: in a module that uses WASI, random numbers are WASI's.
__attribute__((weak)) void arc4random_buf(void *target, size_t count) { bindgen_random(target, count); }

#endif
