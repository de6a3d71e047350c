#pragma once

#include <stdint.h>

/// Gradient noise at a point: smooth, from -1 to 1, and 0 wherever both coordinates are integers.
double noise_at(double x, double y, uint32_t seed);

/// Noise summed over octaves, from -1 to 1: each octave has twice the frequency of the one before and `gain` times its height.
double noise_octaves(double x, double y, uint32_t seed, uint32_t octaves, double gain);
