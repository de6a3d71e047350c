#pragma once
#include <stddef.h>
void *bench_alloc(size_t size);
void bench_free(void *block);
/// The 1,024 bytes where a short result is left for the glue to read when the export has returned.
extern unsigned char floor_result_area[1024];
static inline void *_Nonnull floor_results(void) { return floor_result_area; }
