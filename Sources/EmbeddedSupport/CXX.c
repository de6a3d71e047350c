// What C++ without a standard library asks of its runtime (Itanium C++ ABI 3.2.6): `new` and `delete` are the allocator's, and a pure
// virtual function stops the instance. Members of this file that nobody calls are no part of a module.

#include "EmbeddedSupport.h"

#ifdef BINDGEN_EMBEDDED_SUPPORT

// `new` never gives null: without exceptions, memory that is not to be had stops the instance.
static void *allocated(void *pointer) {
    if (pointer == NULL) __builtin_trap();
    return pointer;
}

#define SYMBOL(name) __asm__(name) __attribute__((weak))

void *bindgen_new(size_t bytes) SYMBOL("_Znwm");
void *bindgen_new(size_t bytes) { return allocated(malloc(bytes == 0 ? 1 : bytes)); }

void *bindgen_new_array(size_t bytes) SYMBOL("_Znam");
void *bindgen_new_array(size_t bytes) { return allocated(malloc(bytes == 0 ? 1 : bytes)); }

void *bindgen_new_aligned(size_t bytes, size_t alignment) SYMBOL("_ZnwmSt11align_val_t");
void *bindgen_new_aligned(size_t bytes, size_t alignment) { return allocated(aligned_alloc(alignment, bytes == 0 ? 1 : bytes)); }

void *bindgen_new_array_aligned(size_t bytes, size_t alignment) SYMBOL("_ZnamSt11align_val_t");
void *bindgen_new_array_aligned(size_t bytes, size_t alignment) { return allocated(aligned_alloc(alignment, bytes == 0 ? 1 : bytes)); }

void bindgen_delete(void *pointer) SYMBOL("_ZdlPv");
void bindgen_delete(void *pointer) { free(pointer); }

void bindgen_delete_array(void *pointer) SYMBOL("_ZdaPv");
void bindgen_delete_array(void *pointer) { free(pointer); }

void bindgen_delete_sized(void *pointer, size_t bytes) SYMBOL("_ZdlPvm");
void bindgen_delete_sized(void *pointer, size_t bytes) { free(pointer); }

void bindgen_delete_array_sized(void *pointer, size_t bytes) SYMBOL("_ZdaPvm");
void bindgen_delete_array_sized(void *pointer, size_t bytes) { free(pointer); }

void bindgen_delete_aligned(void *pointer, size_t alignment) SYMBOL("_ZdlPvSt11align_val_t");
void bindgen_delete_aligned(void *pointer, size_t alignment) { free(pointer); }

void bindgen_delete_array_aligned(void *pointer, size_t alignment) SYMBOL("_ZdaPvSt11align_val_t");
void bindgen_delete_array_aligned(void *pointer, size_t alignment) { free(pointer); }

void bindgen_delete_sized_aligned(void *pointer, size_t bytes, size_t alignment) SYMBOL("_ZdlPvmSt11align_val_t");
void bindgen_delete_sized_aligned(void *pointer, size_t bytes, size_t alignment) { free(pointer); }

void bindgen_delete_array_sized_aligned(void *pointer, size_t bytes, size_t alignment) SYMBOL("_ZdaPvmSt11align_val_t");
void bindgen_delete_array_sized_aligned(void *pointer, size_t bytes, size_t alignment) { free(pointer); }

void bindgen_pure_virtual(void) SYMBOL("__cxa_pure_virtual");
void bindgen_pure_virtual(void) { __builtin_trap(); }

#endif
