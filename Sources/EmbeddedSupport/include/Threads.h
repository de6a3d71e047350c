#pragma once

// Threads over one shared memory: locks, atomic words, and a pool that runs a function with many numbers at once.
//
// They are there in builds with atomics (`bindgen build --threads`). In all others, and on the host, the same functions run everything in order.
#include <stddef.h>
#include <stdint.h>

#if defined(__wasm_atomics__) && !defined(__wasi__)
#define BINDGEN_THREADS 1
/// What each thread has for itself.
#define BINDGEN_THREAD_LOCAL _Thread_local
#else
#define BINDGEN_THREADS 0
#define BINDGEN_THREAD_LOCAL
#endif

/// A lock. `word` is 0 where it is free, 1 where it is taken, 2 where somebody may sleep until it is free.
typedef struct {
    uint32_t word;
    /// Where a thread's own data stand, by which threads are told apart.
    const void *owner;
} BindgenLock;

#if BINDGEN_THREADS
void bindgen_lock_slowly(BindgenLock *lock);
const void *bindgen_thread_identity(void);
#else
/// Stops where a lock is taken by who has it already: nobody else could give it back.
static inline void bindgen_lock_slowly(BindgenLock *lock) { __builtin_trap(); }
static inline const void *bindgen_thread_identity(void) { return 0; }
#endif

static inline void bindgen_lock(BindgenLock *lock) {
    uint32_t free = 0;
    if (__builtin_expect(!__atomic_compare_exchange_n(&lock->word, &free, 1, 0, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED), 0)) {
        bindgen_lock_slowly(lock);
    }
}

static inline void bindgen_unlock(BindgenLock *lock) {
    uint32_t before = __atomic_exchange_n(&lock->word, 0, __ATOMIC_RELEASE);
#if BINDGEN_THREADS
    if (before == 2) __builtin_wasm_memory_atomic_notify((int *)&lock->word, 1);
#else
    (void)before;
#endif
}

/// The same for locks in which the program's own code runs: it may ask for the same lock again, which would wait for itself for ever.
static inline _Bool bindgen_lock_for_program(BindgenLock *lock) {
    const void *self = bindgen_thread_identity();
    if (lock->word != 0 && __atomic_load_n(&lock->owner, __ATOMIC_RELAXED) == self) return 0;
    bindgen_lock(lock);
    __atomic_store_n(&lock->owner, self, __ATOMIC_RELAXED);
    return 1;
}

static inline void bindgen_unlock_for_program(BindgenLock *lock) {
    // No thread's data stand at this address.
    __atomic_store_n(&lock->owner, lock, __ATOMIC_RELAXED);
    bindgen_unlock(lock);
}

/// Calls `body` with each number below `count`, in several threads at once where there are several, and returns when all calls have.
void bindgen_parallel(long count, void (*body)(void *context, long index), void *context);

/// The number of threads that take part, the caller's included.
long bindgen_thread_count(void);

// Words that threads share, of 1, 2, 4 or 8 bytes: the width is a constant wherever these are called.
static inline uint64_t bindgen_atomic_load(const void *place, long width) {
    switch (width) {
    case 1: return __atomic_load_n((const uint8_t *)place, __ATOMIC_SEQ_CST);
    case 2: return __atomic_load_n((const uint16_t *)place, __ATOMIC_SEQ_CST);
    case 4: return __atomic_load_n((const uint32_t *)place, __ATOMIC_SEQ_CST);
    default: return __atomic_load_n((const uint64_t *)place, __ATOMIC_SEQ_CST);
    }
}

static inline void bindgen_atomic_store(void *place, long width, uint64_t value) {
    switch (width) {
    case 1: __atomic_store_n((uint8_t *)place, (uint8_t)value, __ATOMIC_SEQ_CST); break;
    case 2: __atomic_store_n((uint16_t *)place, (uint16_t)value, __ATOMIC_SEQ_CST); break;
    case 4: __atomic_store_n((uint32_t *)place, (uint32_t)value, __ATOMIC_SEQ_CST); break;
    default: __atomic_store_n((uint64_t *)place, value, __ATOMIC_SEQ_CST); break;
    }
}

static inline uint64_t bindgen_atomic_exchange(void *place, long width, uint64_t value) {
    switch (width) {
    case 1: return __atomic_exchange_n((uint8_t *)place, (uint8_t)value, __ATOMIC_SEQ_CST);
    case 2: return __atomic_exchange_n((uint16_t *)place, (uint16_t)value, __ATOMIC_SEQ_CST);
    case 4: return __atomic_exchange_n((uint32_t *)place, (uint32_t)value, __ATOMIC_SEQ_CST);
    default: return __atomic_exchange_n((uint64_t *)place, value, __ATOMIC_SEQ_CST);
    }
}

/// Gives what was there before, which is `expected` where `desired` has taken its place.
static inline uint64_t bindgen_atomic_compare_exchange(void *place, long width, uint64_t expected, uint64_t desired) {
#define BINDGEN_COMPARE_EXCHANGE(type)                                                                                        \
    {                                                                                                                         \
        type value = (type)expected;                                                                                          \
        __atomic_compare_exchange_n((type *)place, &value, (type)desired, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);             \
        return value;                                                                                                         \
    }
    switch (width) {
    case 1: BINDGEN_COMPARE_EXCHANGE(uint8_t)
    case 2: BINDGEN_COMPARE_EXCHANGE(uint16_t)
    case 4: BINDGEN_COMPARE_EXCHANGE(uint32_t)
    default: BINDGEN_COMPARE_EXCHANGE(uint64_t)
    }
#undef BINDGEN_COMPARE_EXCHANGE
}

/// Adds, modulo the width, and gives the sum.
static inline uint64_t bindgen_atomic_add(void *place, long width, uint64_t value) {
    switch (width) {
    case 1: return __atomic_add_fetch((uint8_t *)place, (uint8_t)value, __ATOMIC_SEQ_CST);
    case 2: return __atomic_add_fetch((uint16_t *)place, (uint16_t)value, __ATOMIC_SEQ_CST);
    case 4: return __atomic_add_fetch((uint32_t *)place, (uint32_t)value, __ATOMIC_SEQ_CST);
    default: return __atomic_add_fetch((uint64_t *)place, value, __ATOMIC_SEQ_CST);
    }
}
