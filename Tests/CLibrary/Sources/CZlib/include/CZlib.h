// zlib without a C library: it includes no header of one then, and has no allocator of its own.
#pragma once
#ifndef Z_SOLO
#define Z_SOLO
#endif
#include "zlib.h"

/// The allocator as zlib wants it.
voidpf czlib_allocate(voidpf opaque, uInt count, uInt size);
void czlib_free(voidpf opaque, voidpf address);
