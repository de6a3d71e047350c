// Gradient noise on the integer grid. Every corner of a cell has a slope that a hash of its place gives; a point has the heights
// of the four slopes round it, blended so that neither slope nor curvature jumps from cell to cell.
#include "Noise.h"

/// Beyond this, every double is an integer.
static const double LARGEST = 0x1p52;

static uint32_t hash(uint32_t x, uint32_t y, uint32_t seed) {
    uint32_t h = seed + 0x9E3779B9u;
    h = (h ^ x) * 0x85EBCA6Bu;
    h ^= h >> 13;
    h = (h ^ y) * 0xC2B2AE35u;
    h ^= h >> 16;
    h *= 0x27D4EB2Fu;
    return h ^ h >> 15;
}

/// The height at (dx, dy) of the slope through a corner: eight directions, all of length √2.
static double slope(uint32_t h, double dx, double dy) {
    const double root2 = 1.4142135623730951;
    switch (h & 7) {
        case 0: return dx + dy;
        case 1: return dx - dy;
        case 2: return dy - dx;
        case 3: return -dx - dy;
        case 4: return root2 * dx;
        case 5: return root2 * dy;
        case 6: return -root2 * dx;
        default: return -root2 * dy;
    }
}

/// From 0 to 1 with slope and curvature 0 at both ends.
static double fade(double t) { return t * t * t * (t * (t * 6 - 15) + 10); }

static double blend(double a, double b, double t) { return a + t * (b - a); }

double noise_at(double x, double y, uint32_t seed) {
    if (!(__builtin_fabs(x) < LARGEST && __builtin_fabs(y) < LARGEST)) return 0;
    double left = __builtin_floor(x), top = __builtin_floor(y);
    double dx = x - left, dy = y - top;
    uint32_t column = (uint32_t)(int64_t)left, row = (uint32_t)(int64_t)top;
    double u = fade(dx), v = fade(dy);
    double above = blend(slope(hash(column, row, seed), dx, dy), slope(hash(column + 1, row, seed), dx - 1, dy), u);
    double below = blend(slope(hash(column, row + 1, seed), dx, dy - 1), slope(hash(column + 1, row + 1, seed), dx - 1, dy - 1), u);
    return blend(above, below, v);
}

double noise_octaves(double x, double y, uint32_t seed, uint32_t octaves, double gain) {
    double sum = 0, whole = 0, height = 1;
    for (uint32_t octave = 0; octave < octaves; octave++) {
        sum += height * noise_at(x, y, seed + octave);
        whole += height;
        height *= gain;
        x *= 2;
        y *= 2;
    }
    return whole > 0 ? sum / whole : 0;
}
