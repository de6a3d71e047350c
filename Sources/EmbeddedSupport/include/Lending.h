#pragma once

#include "Threads.h"

// Objects that JavaScript lends to a call: their block says so, so that nobody has to count a reference for the time of the call.
//
// While the mark is set, the reference that JavaScript has must outlive its release: a callback may dispose of the object whose member
// is running. Releasing it then leaves the reference to the call, which gives it back at its end.

#if defined(__wasm__) && !defined(__wasi__)
#include <stdint.h>

/// Whether objects can be lent: only where Allocator.c is the heap, whose block heads have room for the marks.
#define BINDGEN_LENDS 1

// The flags of a block's head (Allocator.c) that are the lender's.
#define BINDGEN_LENT 4
#define BINDGEN_RELEASED 8

extern char __heap_base;

/// The head of all objects that have none of their own: those that the compiler laid out as data, which nobody frees.
extern uint32_t bindgen_head_of_data;

static inline uint32_t *bindgen_head(void *object) {
    return object >= (void *)&__heap_base ? (uint32_t *)object - 1 : &bindgen_head_of_data;
}

/// Lends an object. Returns its head as it was before, which `bindgen_end_lending` wants.
static inline uint32_t bindgen_lend(void *object) {
    uint32_t *head = bindgen_head(object);
#if BINDGEN_THREADS
    // The allocator's own flag of the same word changes when a neighbour is freed, by whichever thread.
    return __atomic_fetch_or(head, BINDGEN_LENT, __ATOMIC_RELAXED);
#else
    uint32_t before = *head;
    *head = before | BINDGEN_LENT;
    return before;
#endif
}

/// Ends what `bindgen_lend` began. Returns whether the caller has a reference to release, which was left to it in the meantime.
///
/// Where the member calls nothing that the compiler cannot see, the compiler knows that the head is still what it was made to be, and
/// neither of the two functions leaves an instruction behind.
static inline _Bool bindgen_end_lending(void *object, uint32_t before) {
    uint32_t *head = bindgen_head(object);
#if BINDGEN_THREADS
    if (before & BINDGEN_LENT) return 0;
    return (__atomic_fetch_and(head, ~(uint32_t)(BINDGEN_LENT | BINDGEN_RELEASED), __ATOMIC_RELAXED) & BINDGEN_RELEASED) != 0;
#else
    uint32_t after = *head;
    if (after == (before | BINDGEN_LENT)) {
        *head = before;
        return 0;
    }
    if (before & BINDGEN_LENT) return 0;
    *head = after & ~(uint32_t)(BINDGEN_LENT | BINDGEN_RELEASED);
    return (after & BINDGEN_RELEASED) != 0;
#endif
}

/// Leaves a reference that is to be released to the call that the object is lent to. Returns whether there is such a call, which can
/// take one reference: a second one can be released at once, as the first keeps the object.
static inline _Bool bindgen_leave_to_borrower(void *object) {
    uint32_t *head = bindgen_head(object);
    if ((*head & (BINDGEN_LENT | BINDGEN_RELEASED)) != BINDGEN_LENT) return 0;
#if BINDGEN_THREADS
    __atomic_fetch_or(head, BINDGEN_RELEASED, __ATOMIC_RELAXED);
#else
    *head |= BINDGEN_RELEASED;
#endif
    return 1;
}
#else
#define BINDGEN_LENDS 0
static inline unsigned bindgen_lend(void *object) { return 0; }
static inline _Bool bindgen_end_lending(void *object, unsigned before) { return 0; }
static inline _Bool bindgen_leave_to_borrower(void *object) { return 0; }
#endif
