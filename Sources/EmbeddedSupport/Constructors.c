// Constructors of statics, in C++ and by `__attribute__((constructor))`, run once, when the instance is made. Without a function that
// calls them, the linker would run them at each call of an export. A module without constructors loses the export in the end.
#include "EmbeddedSupport.h"

#ifdef BINDGEN_EMBEDDED_SUPPORT

void __wasm_call_ctors(void);

void bindgen_initialize(void) __asm__("_initialize");
void bindgen_initialize(void) { __wasm_call_ctors(); }

#endif
