// What Swift sees of the C++: functions of C, and a pointer to something.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ac_machine ac_machine;

/// A place of the text, counted as JavaScript counts: in units of UTF-16.
typedef struct {
    uint32_t word, start, end;
} ac_match;

ac_machine *ac_new(void);
/// The words are numbered in the order in which they come; an empty one is found nowhere.
void ac_add(ac_machine *machine, const uint8_t *word, size_t length);
/// The matches are the machine's, and good until it is asked again.
const ac_match *ac_find(ac_machine *machine, const uint8_t *text, size_t length, size_t *count);
/// How many states there are.
size_t ac_states(const ac_machine *machine);
void ac_delete(ac_machine *machine);

/// How many states all machines have together.
size_t ac_all_states(void);

#ifdef __cplusplus
}
#endif
