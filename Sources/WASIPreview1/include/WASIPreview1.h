// The functions of WASI's preview 1 (wasi_snapshot_preview1), as the witx files of that snapshot declare them. Each gives an errno.
//
// A module imports those that it reaches and no others. On the host, where the tests of a package run, each of them answers ENOSYS: an
// error of the same type, in the place of a system that is not there.
#pragma once

#include <stdint.h>

typedef uint32_t wasi_size;

/// A piece of memory to read into or to write from (`iovec`, `ciovec`).
typedef struct {
    const void *bytes;
    wasi_size count;
} wasi_piece;

/// `filestat`.
typedef struct {
    uint64_t device, inode;
    uint8_t kind;
    uint64_t links, size, accessed, modified, changed;
} wasi_filestat;

/// `fdstat`.
typedef struct {
    uint8_t kind;
    uint16_t flags;
    uint64_t rights, inheriting;
} wasi_fdstat;

/// `prestat`: its one case is a folder, with the length of the name.
typedef struct {
    uint8_t tag;
    wasi_size nameLength;
} wasi_prestat;

/// The head of a `dirent`; the name follows.
typedef struct {
    uint64_t next, inode;
    wasi_size nameLength;
    uint8_t kind;
} wasi_dirent;

/// `subscription` to a clock, which is a case of a union: that begins at a multiple of eight bytes.
typedef struct {
    uint64_t userdata;
    uint8_t tag;
    uint32_t unused;
    uint32_t clock;
    uint64_t timeout, precision;
    uint16_t flags;
} wasi_subscription;

/// `event`.
typedef struct {
    uint64_t userdata;
    uint16_t error;
    uint8_t type;
    uint64_t count;
    uint16_t flags;
} wasi_event;

#ifdef __wasm__
#define WASI_FUNCTION(name, ...)                                                                                                   \
    __attribute__((import_module("wasi_snapshot_preview1"), import_name(#name))) int32_t wasi_##name(__VA_ARGS__);
#else
#define WASI_FUNCTION(name, ...)                                                                                                   \
    static inline int32_t wasi_##name(__VA_ARGS__) { return 52; }
#endif

WASI_FUNCTION(args_sizes_get, wasi_size *count, wasi_size *bytes)
WASI_FUNCTION(args_get, uint8_t **pointers, uint8_t *bytes)
WASI_FUNCTION(environ_sizes_get, wasi_size *count, wasi_size *bytes)
WASI_FUNCTION(environ_get, uint8_t **pointers, uint8_t *bytes)
WASI_FUNCTION(clock_res_get, uint32_t clock, uint64_t *nanoseconds)
WASI_FUNCTION(clock_time_get, uint32_t clock, uint64_t precision, uint64_t *nanoseconds)
WASI_FUNCTION(random_get, void *bytes, wasi_size count)
WASI_FUNCTION(sched_yield, void)
WASI_FUNCTION(poll_oneoff, const wasi_subscription *subscriptions, wasi_event *events, wasi_size count, wasi_size *happened)
WASI_FUNCTION(fd_close, int32_t file)
WASI_FUNCTION(fd_datasync, int32_t file)
WASI_FUNCTION(fd_fdstat_get, int32_t file, wasi_fdstat *result)
WASI_FUNCTION(fd_filestat_get, int32_t file, wasi_filestat *result)
WASI_FUNCTION(fd_filestat_set_size, int32_t file, uint64_t size)
WASI_FUNCTION(fd_prestat_get, int32_t file, wasi_prestat *result)
WASI_FUNCTION(fd_prestat_dir_name, int32_t file, uint8_t *path, wasi_size length)
WASI_FUNCTION(fd_read, int32_t file, const wasi_piece *pieces, wasi_size count, wasi_size *result)
WASI_FUNCTION(fd_readdir, int32_t file, uint8_t *buffer, wasi_size length, uint64_t cookie, wasi_size *result)
WASI_FUNCTION(fd_seek, int32_t file, int64_t offset, int32_t whence, uint64_t *result)
WASI_FUNCTION(fd_sync, int32_t file)
WASI_FUNCTION(fd_write, int32_t file, const wasi_piece *pieces, wasi_size count, wasi_size *result)
WASI_FUNCTION(path_create_directory, int32_t folder, const uint8_t *path, wasi_size length)
WASI_FUNCTION(
    path_filestat_get, int32_t folder, int32_t lookup, const uint8_t *path, wasi_size length, wasi_filestat *result)
WASI_FUNCTION(
    path_open, int32_t folder, int32_t lookup, const uint8_t *path, wasi_size length, int32_t how, uint64_t rights,
    uint64_t inheriting, int32_t flags, int32_t *result)
WASI_FUNCTION(path_remove_directory, int32_t folder, const uint8_t *path, wasi_size length)
WASI_FUNCTION(
    path_rename, int32_t folder, const uint8_t *path, wasi_size length, int32_t newFolder, const uint8_t *newPath,
    wasi_size newLength)
WASI_FUNCTION(path_unlink_file, int32_t folder, const uint8_t *path, wasi_size length)

#ifdef __wasm__
__attribute__((noreturn, import_module("wasi_snapshot_preview1"), import_name("proc_exit"))) void wasi_proc_exit(int32_t code);
#else
__attribute__((noreturn)) void exit(int code);
__attribute__((noreturn)) static inline void wasi_proc_exit(int32_t code) { exit(code); }
#endif

#undef WASI_FUNCTION
