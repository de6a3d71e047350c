// Stand in for the callbacks of trace-pc-guard; see run.sh.
#include <stdint.h>
void fuzz_guard(uint32_t *guard) { (void)guard; }
void fuzz_guard_init(uint32_t *start, uint32_t *stop) { (void)start; (void)stop; }
