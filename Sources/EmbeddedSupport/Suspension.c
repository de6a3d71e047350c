// Calls that wait in place by JavaScript Promise Integration: engines switch their own stack, and each call has a shadow stack here.
//
// `Suspension.S` switches between them; what stands here takes and gives them, on whichever of them is in use.
#include "EmbeddedSupport.h"

#ifdef BINDGEN_EMBEDDED_SUPPORT

/// A stack with what is known of its call. Suspension.S knows the offsets of `base`, `previous`, `promise` and `size`.
typedef struct Stack Stack;
struct Stack {
    /// Where the stack pointer goes while the call is away.
    void *base;
    /// The call below it, which started this one.
    Stack *previous;
    /// The number of the promise that the call is to settle.
    int32_t promise;
    /// The bytes of the whole; 0 for a call on the stack of its caller.
    size_t size;
    Stack *next;
    /// The object that stands for the call in Swift.
    void *call;
    uint32_t unused[2];
    /// Stands where the stack would go on: an overflow writes here first.
    uint64_t cookie[2];
};
_Static_assert(offsetof(Stack, previous) == 4 && offsetof(Stack, promise) == 8 && offsetof(Stack, size) == 12, "Suspension.S");
_Static_assert(sizeof(Stack) == 48, "Suspension.S");

static const uint64_t COOKIE = 0x57ac4b0770357ac4;

/// The call that runs; null outside of any.
Stack *bindgen_suspendable;
static Stack *pool;

/// Stops the instance; JavaScript throws and names the member.
__attribute__((import_module("bindgen"), import_name("stackOverflow"))) _Noreturn void bindgen_stack_overflow(int32_t promise);

/// A stack that grows down to its header, from an end that is aligned as the header is.
Stack *bindgen_stack_take(void *call, int32_t promise, size_t size) {
    Stack *stack = pool;
    if (stack && stack->size == size) {
        pool = stack->next;
    } else {
        stack = aligned_alloc(16, sizeof(Stack) + size);
        if (!stack) __builtin_trap();
    }
    *stack = (Stack){.call = call, .promise = promise, .size = size, .cookie = {COOKIE, COOKIE}};
    return stack;
}

void bindgen_stack_check(Stack *stack) {
    if (stack->cookie[0] != COOKIE || stack->cookie[1] != COOKIE) bindgen_stack_overflow(stack->promise);
}

void bindgen_stack_give(Stack *stack) {
    stack->next = pool;
    pool = stack;
}

void bindgen_suspendable_run(void *call, void (*body)(void *)) { body(call); }

__attribute__((import_module("bindgen"), import_name("suspendable"))) void bindgen_begin_suspendable(
    int32_t promise, void *call, void (*body)(void *), void (*enter)(void *, void (*)(void *), int32_t, size_t), int32_t queue);
void bindgen_suspendable_enter(void *call, void (*body)(void *), int32_t promise, size_t size);

/// Has JavaScript call `body`, which may wait, on a stack of its own.
void bindgen_suspendable_start(int32_t promise, void *call, void (*body)(void *), int32_t queue) {
    bindgen_begin_suspendable(promise, call, body, bindgen_suspendable_enter, queue);
}

/// The call that runs, and may wait; null outside of any.
void *bindgen_suspendable_call(void) {
    if (!bindgen_suspendable) return 0;
    bindgen_stack_check(bindgen_suspendable);
    return bindgen_suspendable->call;
}

#endif
