#pragma once

double machine_milliseconds(void);
const char *machine_variable(const char *name);
int machine_say(const char *line);
int machine_constructions(void);
