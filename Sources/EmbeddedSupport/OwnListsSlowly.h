// How the slow paths of Allocator.c are called where there are threads. A part of that file.
#if BINDGEN_THREADS
static __attribute__((noinline)) void *allocate_slowly(uint32_t size) {
    LOCK();
    void *block = allocate_from_heap(size);
    UNLOCK();
    return block;
}

static __attribute__((noinline)) void give_back(void) {
    LOCK();
    release_fast_lists();
    UNLOCK();
}
#endif
