// Deflates standard input at a level, with zlib as the machine's own compiler makes it: native LEVEL.
#include "CZlib.h"
#include <stdio.h>
#include <stdlib.h>

int main(int count, char **arguments) {
    static unsigned char input[1 << 22], output[1 << 23];
    size_t size = fread(input, 1, sizeof input, stdin);
    z_stream stream = {.zalloc = czlib_allocate, .zfree = czlib_free, .next_in = input, .avail_in = (uInt)size,
                       .next_out = output, .avail_out = sizeof output};
    if (deflateInit(&stream, atoi(arguments[1])) != Z_OK || deflate(&stream, Z_FINISH) != Z_STREAM_END) return 1;
    fprintf(stderr, "%lu %lu", crc32(0, input, (uInt)size), adler32(1, input, (uInt)size));
    return fwrite(output, 1, stream.total_out, stdout) == stream.total_out ? 0 : 1;
}
