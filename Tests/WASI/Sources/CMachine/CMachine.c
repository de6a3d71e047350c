#include "CMachine.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int constructions;

__attribute__((constructor)) static void construct(void) { constructions++; }

int machine_constructions(void) { return constructions; }

double machine_milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

const char *machine_variable(const char *name) { return getenv(name); }

int machine_say(const char *line) {
    int count = printf("%s\n", line);
    return fflush(stdout) == 0 ? count : -1;
}
