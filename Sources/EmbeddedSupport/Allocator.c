// The heap: posix_memalign, malloc, free and their relatives over one growing linear memory.
//
// A block is a 4-byte head followed by its payload. The head holds the block's size (a multiple of 16, head included) and two
// flags. A free block keeps its links in the payload and repeats its size in its last word, so that a neighbour finds its start:
//
//     payload - 4   size | PREVIOUS_IN_USE | IN_USE
//     payload       next, previous                     (free blocks only)
//     payload + size - 8   size                        (free blocks only)
//
// Blocks up to FAST_UNITS * 16 bytes go through last-in first-out lists without being joined with their neighbours: a pair of
// malloc and free is two pops of a list. The last larger block that was freed waits in `spare` for the next one of its size, as programs
// that are called with one large value after the other free and ask for the same again and again. Everything else is joined at once and
// sorted into bins (exact sizes first, then four bins per power of two). The lists and the spare block are joined as well before memory is
// grown, so nothing is lost to fragmentation.
//
// `top` is the untouched rest of the newest segment. It has no head, and the block before it is never free.
//
// With threads, each has lists and a spare block of its own, and everything else is behind one lock. A block may be freed by another thread than
// the one that allocated it, so a thread gives its lists back when they hold much.
#include "EmbeddedSupport.h"

#ifdef BINDGEN_EMBEDDED_SUPPORT

// The flags that are left are for objects that are lent (Lending.h): nothing here sets them, and a block that is freed has none of them.
enum { IN_USE = 1, PREVIOUS_IN_USE = 2, FLAGS = 15, UNIT = 16 };
enum { FAST_UNITS = 32, EXACT_BINS = 32, BINS = 128, PAGE_SHIFT = 16, ENOMEM = 48, EINVAL = 28 };

typedef struct Block Block;
struct Block {
    Block *next;
    Block *previous;
};

/// A contiguous piece of linear memory, noted at its start. There is more than one only when somebody else grew the memory.
typedef struct Segment Segment;
struct Segment {
    Segment *next;
    char *limit;
};

extern char __heap_base;

static struct {
    char *top;
    char *limit;
    Segment *segments;
#if !BINDGEN_THREADS
    Block *fast[FAST_UNITS + 1];
    Block *spare;
#endif
    Block *bins[BINS];
    uint32_t occupied[BINS / 32];
} heap;

#include "OwnLists.h"

uint32_t bindgen_head_of_data;

#define HEAD(block) (((uint32_t *)(block))[-1])
#define SIZE(block) (HEAD(block) & ~(uint32_t)FLAGS)
#define AFTER(block, size) ((Block *)((char *)(block) + (size)))

static unsigned bin_of(uint32_t size) {
    uint32_t units = size / UNIT;
    if (units < EXACT_BINS) return units;
    unsigned exponent = 31 - (unsigned)__builtin_clz(units);
    return EXACT_BINS + (exponent - 5) * 4 + ((units >> (exponent - 2)) & 3);
}

static __attribute__((noinline)) void insert(Block *block, uint32_t size) {
    HEAD(block) = size | PREVIOUS_IN_USE;
    HEAD(AFTER(block, size - 4)) = size;
    unsigned bin = bin_of(size);
    Block *first = heap.bins[bin];
    block->next = first;
    block->previous = 0;
    if (first) first->previous = block;
    heap.bins[bin] = block;
    heap.occupied[bin / 32] |= 1u << (bin % 32);
}

static __attribute__((noinline)) void unlink(Block *block) {
    if (block->next) block->next->previous = block->previous;
    if (block->previous) {
        block->previous->next = block->next;
        return;
    }
    unsigned bin = bin_of(SIZE(block));
    heap.bins[bin] = block->next;
    if (!block->next) heap.occupied[bin / 32] &= ~(1u << (bin % 32));
}

/// Joins a block with its free neighbours and gives it back to the bins, or to the top.
static __attribute__((noinline)) void release(Block *block) {
    uint32_t size = SIZE(block);
    if (!(HEAD(block) & PREVIOUS_IN_USE)) {
        uint32_t before = ((uint32_t *)block)[-2];
        block = (Block *)((char *)block - before);
        unlink(block);
        size += before;
    }
    Block *after = AFTER(block, size);
    if ((char *)after == heap.top) {
        heap.top = (char *)block;
        return;
    }
    if (HEAD(after) & IN_USE) {
        CLEAR_FLAG(HEAD(after), PREVIOUS_IN_USE);
    } else {
        unlink(after);
        size += SIZE(after);
    }
    insert(block, size);
}

/// Cuts an allocated block down to `size` and releases the rest.
static void trim(Block *block, uint32_t size) {
    uint32_t rest = SIZE(block) - size;
    if (rest == 0) return;
    HEAD(block) -= rest;
    Block *tail = AFTER(block, size);
    HEAD(tail) = rest | PREVIOUS_IN_USE | IN_USE;
    release(tail);
}

#if BINDGEN_THREADS
static int release_lists_of(Own *lists) {
#define LISTS (*lists)
    lists->kept = 0;
#else
static int release_fast_lists(void) {
#define LISTS heap
#endif
    int found = LISTS.spare != 0;
    if (found) release(LISTS.spare);
    LISTS.spare = 0;
    for (unsigned units = 1; units <= FAST_UNITS; units++) {
        Block *block = LISTS.fast[units];
        LISTS.fast[units] = 0;
        while (block) {
            Block *next = block->next;
            release(block);
            block = next;
            found = 1;
        }
    }
    return found;
}
#if BINDGEN_THREADS
static int release_fast_lists(void) { return release_lists_of(&own); }
#endif

/// A free block of at least `size` bytes out of the bins. In the block's own bin, where sizes differ, it looks at a few only.
static Block *take(uint32_t size) {
    unsigned bin = bin_of(size);
    unsigned tries = 16;
    for (Block *block = heap.bins[bin]; block && tries; block = block->next, tries--) {
        if (SIZE(block) >= size) return block;
    }
    bin++;
    for (unsigned word = bin / 32; word < BINS / 32; word++) {
        uint32_t candidates = heap.occupied[word];
        if (word == bin / 32) candidates &= ~0u << (bin % 32);
        if (candidates) return heap.bins[word * 32 + (unsigned)__builtin_ctz(candidates)];
    }
    return 0;
}

/// Makes the top at least `size` bytes long. Memory grows by a quarter at least, so that growing is rare.
static int grow(uint32_t size) {
    uint32_t pages = __builtin_wasm_memory_size(0);
    uint32_t missing = size + 2 * UNIT;
    uint32_t wanted = (missing >> PAGE_SHIFT) + 1;
    uint32_t generous = pages / 4 > wanted ? pages / 4 : wanted;
    char *start = (char *)(pages << PAGE_SHIFT);
    if (!heap.segments) {
        // The first segment is what stands between the program's data and the end of the memory that it came with.
        start = (char *)(((uintptr_t)&__heap_base + UNIT - 1) & ~(uintptr_t)(UNIT - 1));
        if (missing <= (pages << PAGE_SHIFT) - (uintptr_t)start) generous = 0;
    }
    if (generous && __builtin_wasm_memory_grow(0, generous) == (size_t)-1) {
        generous = wanted;
        if (__builtin_wasm_memory_grow(0, generous) == (size_t)-1) return 0;
    }
    pages = __builtin_wasm_memory_size(0);
    GROWN(pages);
    // The last 16 bytes below 4 GiB stay unused: their end has no 32-bit address.
    char *limit = pages == 65536 ? (char *)0xFFFFFFF0u : (char *)(pages << PAGE_SHIFT);
    if (heap.segments && start == heap.limit) {
        heap.segments->limit = heap.limit = limit;
        return 1;
    }
    if (heap.segments) {
        // Somebody else grew the memory: the old top becomes an ordinary block before a head that is always in use.
        uint32_t rest = (uint32_t)(heap.limit - heap.top);
        HEAD(heap.limit) = IN_USE | (rest ? 0 : PREVIOUS_IN_USE);
        if (rest) insert((Block *)heap.top, rest);
    }
    Segment *segment = (Segment *)start;
    segment->next = heap.segments;
    segment->limit = heap.limit = limit;
    heap.segments = segment;
    heap.top = start + UNIT;
    return 1;
}

#if BINDGEN_THREADS
static void *allocate_from_heap(uint32_t size) {
    if (!own.is_known) {
        own.is_known = 1;
        own.next = owns;
        owns = &own;
    }
#else
static __attribute__((noinline)) void *allocate_slowly(uint32_t size) {
#endif
    for (;;) {
        Block *block = take(size);
        if (block) {
            unlink(block);
            uint32_t whole = SIZE(block);
            if (whole > size) {
                insert(AFTER(block, size), whole - size);
                HEAD(block) = size | PREVIOUS_IN_USE | IN_USE;
            } else {
                HEAD(block) |= IN_USE;
                SET_FLAG(HEAD(AFTER(block, size)), PREVIOUS_IN_USE);
            }
            return block;
        }
        if ((uint32_t)(heap.limit - heap.top) >= size) {
            block = (Block *)heap.top;
            HEAD(block) = size | PREVIOUS_IN_USE | IN_USE;
            heap.top += size;
            return block;
        }
        if (!release_fast_lists() && !grow(size)) return 0;
    }
}

#include "OwnListsSlowly.h"

/// The size of the block for so many bytes of payload, or 0 where no block can be that large.
static inline __attribute__((always_inline)) uint32_t block_size(size_t size) {
    return size > 0xFFFF0000u ? 0 : (uint32_t)((size + 4 + UNIT - 1) & ~(size_t)(UNIT - 1));
}

static inline __attribute__((always_inline)) void *allocate(size_t size) {
    uint32_t whole = block_size(size);
    uint32_t units = whole / UNIT;
    if (units - 1 < FAST_UNITS) {
        Block *block = own.fast[units];
        if (block) {
            own.fast[units] = block->next;
            TAKEN(whole);
            return block;
        }
    } else {
        Block *spare = own.spare;
        if (spare && SIZE(spare) == whole) {
            own.spare = 0;
            return spare;
        }
        if (whole == 0) return 0;
    }
    return allocate_slowly(whole);
}

void *malloc(size_t size) { return allocate(size); }

void free(void *pointer) {
    if (!pointer) return;
    Block *block = pointer;
    uint32_t units = HEAD(block) / UNIT;
    if (units <= FAST_UNITS) {
        block->next = own.fast[units];
        own.fast[units] = block;
        KEPT(units * UNIT);
    } else {
        Block *spare = own.spare;
        own.spare = block;
        if (!spare) return;
        LOCK();
        release(spare);
        UNLOCK();
    }
}

static __attribute__((noinline)) void *allocate_aligned(size_t alignment, size_t size) {
    if (alignment > 0x40000000u || size > 0x80000000u) return 0;
    // Room for the payload wherever the aligned address falls; what stands before and after it is given back.
    Block *block = allocate(size + alignment);
    uint32_t lead = (uint32_t)(-(uintptr_t)block & (alignment - 1));
    if (!block) return 0;
    LOCK();
    if (lead) {
        Block *aligned = AFTER(block, lead);
        HEAD(aligned) = (SIZE(block) - lead) | PREVIOUS_IN_USE | IN_USE;
        HEAD(block) = lead | (HEAD(block) & FLAGS);
        release(block);
        block = aligned;
    }
    trim(block, block_size(size));
    UNLOCK();
    return block;
}

int posix_memalign(void **result, size_t alignment, size_t size) {
    if (alignment < sizeof(void *) || (alignment & (alignment - 1))) return EINVAL;
    void *pointer = alignment <= UNIT ? allocate(size) : allocate_aligned(alignment, size);
    if (!pointer) return ENOMEM;
    *result = pointer;
    return 0;
}

void *aligned_alloc(size_t alignment, size_t size) {
    if (alignment & (alignment - 1)) return 0;
    return alignment <= UNIT ? allocate(size) : allocate_aligned(alignment, size);
}

void *calloc(size_t count, size_t size) {
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) return 0;
    void *pointer = allocate(bytes);
    if (pointer) memset(pointer, 0, bytes);
    return pointer;
}

/// Lengthens a block into the free memory right behind it.
static int extend(Block *block, uint32_t size) {
    uint32_t old = SIZE(block);
    Block *after = AFTER(block, old);
    if ((char *)after == heap.top) {
        if ((uint32_t)(heap.limit - heap.top) < size - old) return 0;
        heap.top += size - old;
        HEAD(block) += size - old;
        return 1;
    }
    uint32_t whole = old + SIZE(after);
    if ((HEAD(after) & IN_USE) || whole < size) return 0;
    unlink(after);
    HEAD(block) += whole - old;
    SET_FLAG(HEAD(AFTER(block, whole)), PREVIOUS_IN_USE);
    trim(block, size);
    return 1;
}

void *realloc(void *pointer, size_t size) {
    if (!pointer) return allocate(size);
    Block *block = pointer;
    uint32_t whole = block_size(size);
    uint32_t old = SIZE(block);
    if (whole == 0) return 0;
    if (whole <= old) {
        LOCK();
        trim(block, whole);
        UNLOCK();
        return pointer;
    }
    LOCK();
    int is_extended = extend(block, whole);
    UNLOCK();
    if (is_extended) return pointer;
    void *moved = allocate(size);
    if (!moved) return 0;
    memcpy(moved, pointer, old - 4);
    free(pointer);
    return moved;
}

size_t bindgen_heap_bytes(void) {
    size_t bytes = 0;
#if BINDGEN_THREADS
    // JavaScript asks between two calls, when no other thread is at work.
    LOCK();
    for (Own *lists = owns; lists; lists = lists->next) release_lists_of(lists);
#else
    release_fast_lists();
#endif
    for (Segment *segment = heap.segments; segment; segment = segment->next) {
        char *place = (char *)segment + UNIT;
        while (place != heap.top && place != segment->limit) {
            if (HEAD(place) & IN_USE) bytes += SIZE(place);
            place += SIZE(place);
        }
    }
    UNLOCK();
    return bytes;
}

#endif
