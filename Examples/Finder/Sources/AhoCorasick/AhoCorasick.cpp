// The algorithm of Aho and Corasick: all words in one pass over the text, however many they are. UTF-8 in, ASCII letters in either case.
#include "AhoCorasick.h"

// There is no <new>.
inline void *operator new(size_t, void *place) noexcept { return place; }

namespace {

/// An array that grows.
template <typename Value> class List {
    Value *values = nullptr;
    size_t capacity = 0;

public:
    size_t count = 0;

    List() = default;
    List(const List &) = delete;
    List &operator=(const List &) = delete;
    ~List() { delete[] values; }

    Value &operator[](size_t index) { return values[index]; }
    const Value *begin() const { return values; }

    void append(Value value) {
        if (count == capacity) {
            capacity = capacity == 0 ? 16 : capacity * 2;
            Value *more = new Value[capacity];
            for (size_t index = 0; index < count; index++) more[index] = values[index];
            delete[] values;
            values = more;
        }
        values[count++] = value;
    }
};

/// Places for objects of one kind, of which those that are given back are taken again.
template <typename Value> class Pool {
    union Place {
        Place *next;
        alignas(Value) unsigned char bytes[sizeof(Value)];
    };
    static constexpr size_t slab = 128;
    Place *free = nullptr;

    void grow() {
        Place *places = new Place[slab];
        for (size_t index = 0; index < slab; index++) {
            places[index].next = free;
            free = &places[index];
        }
    }

public:
    size_t count = 0;

    Pool() { grow(); }

    Value *take() {
        if (!free) grow();
        Place *place = free;
        free = place->next;
        count++;
        return new (place->bytes) Value();
    }

    void give(Value *value) {
        value->~Value();
        Place *place = reinterpret_cast<Place *>(value);
        place->next = free;
        free = place;
        count--;
    }
};

constexpr uint32_t none = UINT32_MAX;

/// A beginning of words.
struct State {
    State *child = nullptr, *sibling = nullptr;
    /// The longest end of this beginning that is a beginning itself.
    State *shorter = nullptr;
    /// The next one on that way at which a word ends.
    State *ending = nullptr;
    /// All states of a machine, and those that wait for their turn.
    State *next = nullptr, *waiting = nullptr;
    uint32_t word = none;
    uint8_t byte = 0;

    State *follow(uint8_t byte) const {
        State *state = child;
        while (state && state->byte != byte) state = state->sibling;
        return state;
    }
};

// Made when the instance is, before anybody calls. It is never destroyed, as an instance has no end.
Pool<State> states;

constexpr uint8_t folded(uint8_t byte) { return byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte; }

/// The units of UTF-16 that begin with this byte of UTF-8.
constexpr uint32_t units(uint8_t byte) { return (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1; }

} // namespace

struct ac_machine {
    State *root = states.take();
    /// The words' lengths.
    List<uint32_t> lengths;
    /// Words that were there already, each before the one of its number that is found as well.
    List<uint32_t> same;
    List<ac_match> matches;
    size_t count = 1;
    bool isLinked = false;

    ~ac_machine() {
        for (State *state = root; state;) {
            State *next = state->next;
            states.give(state);
            state = next;
        }
    }

    State *add(State *parent, uint8_t byte) {
        State *state = states.take();
        state->byte = byte;
        state->sibling = parent->child;
        parent->child = state;
        state->next = root->next;
        root->next = state;
        count++;
        return state;
    }

    /// Level by level, so that each finds its shorter ones linked.
    void link() {
        State *first = root, *last = root;
        auto enqueue = [&last](State *state) { last = last->waiting = state; };
        for (; first; first = first->waiting) {
            for (State *state = first->child; state; state = state->sibling) {
                State *end = first->shorter;
                while (end && !end->follow(state->byte)) end = end->shorter;
                state->shorter = end ? end->follow(state->byte) : root;
                state->ending = state->shorter->word != none ? state->shorter : state->shorter->ending;
                state->waiting = nullptr;
                enqueue(state);
            }
        }
        root->waiting = nullptr;
        isLinked = true;
    }

    void report(const State *state, uint32_t end) {
        for (; state; state = state->ending) {
            for (uint32_t word = state->word; word != none; word = same[word]) matches.append({word, end - lengths[word], end});
        }
    }
};

ac_machine *ac_new(void) { return new ac_machine(); }

void ac_add(ac_machine *machine, const uint8_t *word, size_t length) {
    State *state = machine->root;
    uint32_t total = 0;
    for (size_t index = 0; index < length; index++) {
        uint8_t byte = folded(word[index]);
        State *next = state->follow(byte);
        state = next ? next : machine->add(state, byte);
        total += units(byte);
    }
    uint32_t number = machine->lengths.count;
    machine->lengths.append(total);
    machine->same.append(length > 0 ? state->word : none);
    if (length > 0) state->word = number;
    machine->isLinked = false;
}

const ac_match *ac_find(ac_machine *machine, const uint8_t *text, size_t length, size_t *count) {
    if (!machine->isLinked) machine->link();
    machine->matches.count = 0;
    const State *state = machine->root;
    uint32_t place = 0;
    for (size_t index = 0; index < length; index++) {
        uint8_t byte = folded(text[index]);
        place += units(byte);
        const State *next = state->follow(byte);
        while (!next && state->shorter) next = (state = state->shorter)->follow(byte);
        if (next) state = next;
        machine->report(state->word != none ? state : state->ending, place);
    }
    *count = machine->matches.count;
    return machine->matches.begin();
}

size_t ac_states(const ac_machine *machine) { return machine->count; }

void ac_delete(ac_machine *machine) { delete machine; }

size_t ac_all_states(void) { return states.count; }
