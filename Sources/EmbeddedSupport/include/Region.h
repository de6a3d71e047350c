#pragma once

// The marshalling region: the memory in which JavaScript leaves arguments and both sides leave small results.
//
//   [ result area, 256 bytes ][ arguments, used as a stack by the glue … ]
#define BINDGEN_REGION_SIZE 65536
#define BINDGEN_RESULT_AREA_SIZE 256

/// The first byte of the region.
void *bindgen_region_address(void);

/// Memory outside the region, aligned to 16 bytes; null where there is none left. Before it there is room for the header of a Swift array,
/// so that numbers which JavaScript wrote here can become an array's own elements (`Lift.array`).
void *bindgen_allocate(long byteCount);
void bindgen_release(void *pointer);

#define BINDGEN_HEADER_SIZE 16

/// Detaches JavaScript's views of the memory, as growth does (JS API, "grow a memory"). A shared memory's views stay.
static inline void bindgen_detach_views(void) {
#ifdef __wasm__
    __builtin_wasm_memory_grow(0, 0);
#endif
}
