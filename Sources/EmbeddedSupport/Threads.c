// Locks, and the pool of threads. Each thread is an instance of the module in a worker, over the memory of the first one.
//
// One job runs at a time: a function, whose numbers the threads take one by one, the caller's too. A call that comes from inside of a job runs in
// order, where it is. What waits sleeps where the host allows it; on a page's main thread it spins, and there it waits for threads that are at
// work alone.
#include "Threads.h"

#if BINDGEN_THREADS
#include "EmbeddedSupport.h"

#define EXPORT(name) __attribute__((export_name(name)))
#define LOAD(place) __atomic_load_n(place, __ATOMIC_ACQUIRE)

enum { CLOSED = 1 << 30, COOKIES = 256, SPINS = 2000 };
static const uint64_t COOKIE = 0x57ac4b0770357ac4;

/// A thread besides the first one: what Threads.S makes its own before it runs, and what stands at the end of its stack, where JavaScript looks
/// as well.
typedef struct {
    void *top;
    void *data;
    uint64_t *cookies;
} Thread;

static struct {
    /// Counts jobs: sleeping threads wait for it to change.
    uint32_t generation;
    /// The next number, or at least CLOSED.
    uint32_t next;
    uint32_t is_busy;
    uint32_t others;
    uint32_t count;
    void (*body)(void *context, long index);
    void *context;
    /// Not 0 when a thread has stopped. JavaScript sets it in that thread, and keeps the reason outside of this memory: who has written beyond the
    /// end of a stack may have written here.
    uint32_t failure;
    /// The threads besides the caller's that may be looking at the job. The caller sleeps here, or where the next word says.
    uint32_t active;
    uint32_t *sleeps_at;
} pool = {.next = CLOSED};

static _Thread_local int may_wait;
static _Thread_local Thread *self;

const void *bindgen_thread_identity(void) { return &may_wait; }
long bindgen_thread_count(void) { return (long)LOAD(&pool.others) + 1; }

/// Throws, in JavaScript, what stopped a thread.
__attribute__((import_module("bindgen"), import_name("threadFailed"))) _Noreturn void bindgen_thread_failed(void);

/// Ends the call where a thread has stopped: it may hold a lock, and no number that it took will be done.
static void check(void) {
    if (__builtin_expect(LOAD(&pool.failure) != 0, 0)) bindgen_thread_failed();
}

/// Sleeps until it is woken up. Whoever was to do that may have stopped; then JavaScript wakes up the caller of the job, at `sleeps_at`.
/// (A bound for the time would be simpler, but what V8 11 makes of it in Node 20 loses the stack pointer of unoptimized code.)
static void wait_while(uint32_t *word, uint32_t value) {
    if (may_wait && !self) __atomic_store_n(&pool.sleeps_at, word, __ATOMIC_SEQ_CST);
    check();
    if (may_wait) __builtin_wasm_memory_atomic_wait32((int *)word, (int)value, -1);
}

void bindgen_lock_slowly(BindgenLock *lock) {
    for (int tries = 0; tries < 200; tries++) {
        uint32_t free = 0;
        if (__atomic_compare_exchange_n(&lock->word, &free, 1, 0, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED)) return;
    }
    // Whoever sleeps marks the lock; whoever wakes up cannot know whether there are others, and marks it again.
    while (__atomic_exchange_n(&lock->word, 2, __ATOMIC_ACQUIRE) != 0) wait_while(&lock->word, 2);
}

/// The stack of a thread lies in the heap, where nothing stops it from growing. There are many words, as a function leaves gaps in what it has there.
static void check_stack(Thread *thread) {
    for (unsigned index = 0; index < COOKIES / sizeof COOKIE; index++) {
        if (thread->cookies[index] != COOKIE) __builtin_trap();
    }
}

/// Does what is left of the job.
static void work(void) {
    for (;;) {
        uint32_t index = __atomic_fetch_add(&pool.next, 1, __ATOMIC_ACQ_REL);
        if (index >= CLOSED || index >= pool.count) return;
        pool.body(pool.context, (long)index);
        if (self) check_stack(self);
        check();
    }
}

void bindgen_parallel(long count, void (*body)(void *context, long index), void *context) {
    uint32_t idle = 0;
    _Bool is_alone = count < 2 || count >= CLOSED || LOAD(&pool.others) == 0;
    if (is_alone || !__atomic_compare_exchange_n(&pool.is_busy, &idle, 1, 0, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED)) {
        for (long index = 0; index < count; index++) body(context, index);
        return;
    }
    pool.count = (uint32_t)count;
    pool.body = body;
    pool.context = context;
    __atomic_store_n(&pool.next, 0, __ATOMIC_RELEASE);
    __atomic_add_fetch(&pool.generation, 1, __ATOMIC_RELEASE);
    __builtin_wasm_memory_atomic_notify((int *)&pool.generation, (uint32_t)count - 1);
    work();
    __atomic_store_n(&pool.next, CLOSED, __ATOMIC_RELEASE);
    for (uint32_t spins = 0, active; (active = LOAD(&pool.active)) != 0; spins++) {
        if (spins < SPINS) check();
        else wait_while(&pool.active, active);
    }
    check();
    __atomic_store_n(&pool.is_busy, 0, __ATOMIC_RELEASE);
}

/// Room for another thread; null where there is no memory.
EXPORT("bindgen.thread") Thread *bindgen_thread_make(size_t stack_size) {
    size_t align = __builtin_wasm_tls_align() > 16 ? __builtin_wasm_tls_align() : 16;
    size_t size = (sizeof(Thread) + align - 1) & -align;
    size_t data = size;
    size = (size + __builtin_wasm_tls_size() + 15) & ~(size_t)15;
    char *block = aligned_alloc(align, size + COOKIES + stack_size);
    if (!block) return 0;
    Thread *thread = (Thread *)block;
    *thread = (Thread){.top = block + size + COOKIES + stack_size, .data = block + data, .cookies = (uint64_t *)(block + size)};
    for (unsigned index = 0; index < COOKIES / sizeof COOKIE; index++) thread->cookies[index] = COOKIE;
    return thread;
}

/// Tells how many threads there are besides this one, and whether it may sleep.
EXPORT("bindgen.threads") void bindgen_threads_join(uint32_t others, int may) {
    may_wait = may;
    __atomic_store_n(&pool.others, others, __ATOMIC_RELEASE);
}

/// What a thread does for all its life, on a stack of its own (Threads.S).
void bindgen_thread_loop(Thread *thread) {
    self = thread;
    may_wait = 1;
    uint32_t seen = 0;
    for (;;) {
        uint32_t now = LOAD(&pool.generation);
        for (int spins = 0; now == seen && spins < SPINS; spins++) now = LOAD(&pool.generation);
        if (now == seen) {
            __builtin_wasm_memory_atomic_wait32((int *)&pool.generation, (int)seen, -1);
            continue;
        }
        seen = now;
        __atomic_add_fetch(&pool.active, 1, __ATOMIC_ACQ_REL);
        work();
        if (__atomic_sub_fetch(&pool.active, 1, __ATOMIC_ACQ_REL) == 0) {
            __builtin_wasm_memory_atomic_notify((int *)&pool.active, 1);
        }
    }
}

EXPORT("bindgen.failure") uint32_t *bindgen_thread_failure(void) { return &pool.failure; }
#else
void bindgen_parallel(long count, void (*body)(void *context, long index), void *context) {
    for (long index = 0; index < count; index++) body(context, index);
}

long bindgen_thread_count(void) { return 1; }
#endif
