// What each thread has of the heap for itself, and the lock before the rest. A part of Allocator.c; without threads it leaves nothing.
#if BINDGEN_THREADS
/// What a thread keeps for itself.
typedef struct Own Own;
struct Own {
    Block *fast[FAST_UNITS + 1];
    Block *spare;
    /// How many bytes are in the lists.
    uint32_t kept;
    _Bool is_known;
    Own *next;
};
enum { MOST_KEPT = 256 * 1024 };
static _Thread_local Own own;
/// Those of all threads.
static Own *owns;
static BindgenLock lock;
/// How many pages the memory has, once it has grown: JavaScript's views of a shared memory do not say when they are too short.
static uint32_t pages_now;
__attribute__((export_name("bindgen.pages"))) uint32_t *bindgen_pages(void) { return &pages_now; }

static void give_back(void);
#define TAKEN(bytes) (own.kept -= (bytes))
#define KEPT(bytes)                                         \
    do {                                                    \
        if ((own.kept += (bytes)) > MOST_KEPT) give_back(); \
    } while (0)
#define GROWN(pages) __atomic_store_n(&pages_now, (pages), __ATOMIC_RELEASE)
#define LOCK() bindgen_lock(&lock)
#define UNLOCK() bindgen_unlock(&lock)
// A neighbour may be lent at the same time, which sets another bit of its head without the lock.
#define SET_FLAG(head, flag) ((void)__atomic_fetch_or(&(head), (flag), __ATOMIC_RELAXED))
#define CLEAR_FLAG(head, flag) ((void)__atomic_fetch_and(&(head), ~(uint32_t)(flag), __ATOMIC_RELAXED))
#else
#define own heap
#define TAKEN(bytes) (void)0
#define KEPT(bytes) (void)0
#define GROWN(pages) (void)0
#define LOCK() (void)0
#define UNLOCK() (void)0
#define SET_FLAG(head, flag) ((head) |= (flag))
#define CLEAR_FLAG(head, flag) ((head) &= ~(uint32_t)(flag))
#endif
