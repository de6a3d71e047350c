// What async functions ask of a runtime, on one thread. `bindgen build` brings the module `_Concurrency` that goes with it.
//
// The layouts are the compiler's (lib/IRGen and include/swift/ABI/Task.h of Swift 6.3): `Concurrency.versions` of the driver names the compilers
// that they were tested with. Swift's calling convention for wasm adds two parameters to every call: the context of a closure (self), and an
// error. An async function is given its frame first, and returns by calling `frame->resume(frame, results…, self, error)`.
#include "EmbeddedSupport.h"

// What C says of these functions and what Swift's convention says of them is one and the same in machine code alone: an optimizer that sees both
// takes the calls for wrong and removes them. So they are not there for it, and the linker names them.
#if defined(BINDGEN_EMBEDDED_SUPPORT) && !defined(BINDGEN_LTO)

void *swift_retain(void *object);
void swift_release(void *object);

typedef struct Frame Frame;
typedef void Resume(Frame *frame, void *self, void *error);
struct Frame {
    Frame *parent;
    Resume *resume;
};

/// The frame of a function that waits for a continuation, with what the compiler reads and writes behind it.
typedef struct {
    Frame frame;
    uint32_t flags;
    uint32_t state;
    void *error;
    void *result;
    void *executor[2];
} Wait;
enum { PENDING, AWAITED, RESUMED };

/// What runs later: a task's beginning, or what follows an await. `Builtin.RawUnsafeContinuation` is one, in which the compiler looks for `wait`
/// where a task of the full runtime has it.
typedef struct Job Job;
struct Job {
    Job *next;
    void *task;
    Resume *resume;
    Frame *frame;
    void *body;
    /// The number of the promise that the job is for, 0 for none.
    int32_t promise;
    uint32_t unused[3];
    Wait *wait;
};
_Static_assert(offsetof(Job, wait) == 36, "AsyncTask.ResumeContext");
_Static_assert(offsetof(Wait, state) == 12 && offsetof(Wait, result) == 20, "ContinuationAsyncContext");

/// What a pointer to an async function points to.
typedef struct {
    Resume *entry;
    uint32_t frame_size;
} AsyncFunction;

static Job *first, **last = &first;
/// Whether JavaScript has been told, and looks at the queue until it is empty.
static _Bool is_scheduled;

/// What is running. A job may call JavaScript, which may call an export that runs another one meanwhile.
static struct {
    void *task;
    int32_t promise;
    /// How many functions have called each other since somebody returned.
    uint32_t depth;
    /// What goes on when all of them have returned.
    Frame *frame;
    Resume *resume;
} running;
enum { GREATEST_DEPTH = 32 };

void *bindgen_task_current(void *self, void *error) { return running.task; }

static void run(Job *job) {
    __typeof__(running) outer = running;
    running.task = job->task;
    running.promise = job->promise;
    running.depth = 0;
    Resume *resume = job->resume;
    Frame *frame = job->frame;
    void *body = job->body;
    if (job->wait) free(job);
    resume(frame, body, 0);
    while ((frame = running.frame)) {
        running.frame = 0;
        running.depth = 0;
        running.resume(frame, 0, 0);
    }
    running = outer;
}

/// Runs the job that has waited longest, and tells which promise it was for; -1 where none waits.
static int32_t run_next(void) {
    Job *job = first;
    if (!job) {
        is_scheduled = 0;
        return -1;
    }
    if (!(first = job->next)) last = &first;
    int32_t promise = job->promise;
    run(job);
    return promise;
}

/// Has JavaScript call `run` from a microtask until it tells -1.
__attribute__((import_module("bindgen"), import_name("schedule"))) void bindgen_schedule(int32_t (*run)(void));

static void enqueue(Job *job) {
    job->next = 0;
    *last = job;
    last = &job->next;
    if (is_scheduled) return;
    is_scheduled = 1;
    bindgen_schedule(run_next);
}

void *swift_task_alloc(size_t size, void *self, void *error) { return malloc(size); }
void swift_task_dealloc(void *pointer, void *self, void *error) { free(pointer); }

/// An async function calls this last, so to return from here leaves every frame down to `run`, which goes on from there. There is a switch in
/// every async call and behind every await (`-sil-disable-pass=optimize-hop-to-executor`), so the stack stays bounded.
void swift_task_switch(Frame *frame, Resume *resume, void *executor, void *implementation, void *self, void *error) {
    if (++running.depth < GREATEST_DEPTH) {
        resume(frame, 0, 0);
        return;
    }
    running.frame = frame;
    running.resume = resume;
}

Job *swift_continuation_init(Wait *wait, uint32_t flags, void *self, void *error) {
    Job *job = malloc(sizeof *job);
    *job = (Job){
        .task = running.task, .promise = running.promise, .resume = wait->frame.resume, .frame = &wait->frame, .wait = wait,
    };
    wait->state = PENDING;
    return job;
}

void swift_continuation_resume(Job *job, void *self, void *error) {
    Wait *wait = job->wait;
    uint32_t before = wait->state;
    wait->state = RESUMED;
    if (before == AWAITED) {
        job->resume = wait->frame.resume;
        enqueue(job);
    } else {
        // The function has not come to its await: it finds the result there.
        free(job);
    }
}

static void finish(Frame *frame, void *self, void *error) {
    Job *job = (Job *)frame->parent;
    swift_release(job->body);
    swift_release(job->task);
    free(frame);
    free(job);
}

static Job *task(void *state, int32_t promise, AsyncFunction *function, void *body) {
    Job *job = malloc(sizeof *job);
    Frame *frame = malloc(function->frame_size);
    frame->parent = (Frame *)job;
    frame->resume = finish;
    *job = (Job){
        .task = swift_retain(state), .promise = promise, .resume = function->entry, .frame = frame, .body = swift_retain(body),
    };
    return job;
}

void bindgen_task_start(void *state, _Bool is_child, AsyncFunction *function, void *body, void *self, void *error) {
    enqueue(task(state, is_child ? running.promise : 0, function, body));
}

void bindgen_task_run(void *state, int32_t promise, AsyncFunction *function, void *body, void *self, void *error) {
    run(task(state, promise, function, body));
}

// An actor needs no lock where there is one thread.
void swift_defaultActor_initialize(void *actor, void *self, void *error) {}
void swift_defaultActor_destroy(void *actor, void *self, void *error) {}
void swift_defaultActor_deallocate(void *actor, void *self, void *error) { free(actor); }

/// Stands in the table of a class in the place of a method that nobody calls.
static void deleted(Frame *frame, void *self, void *error) { __builtin_trap(); }
AsyncFunction swift_deletedAsyncMethodErrorTu = {deleted, sizeof(Frame)};

void swift_task_deinitOnExecutor(
    void *object, void (*work)(void *, void *, void *), void *executor, void *implementation, size_t flags, void *self,
    void *error) {
    work(object, 0, 0);
}

#endif
