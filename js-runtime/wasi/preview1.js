import {
  BADF, FileSystem, INVAL, ISDIR, MemoryFile, MemoryFolder, NOENT, NOTCAPABLE, NOTDIR, NOTSUP, SPIPE, SystemError, bytesOf, decoder, encoder,
  fail,
} from "./file-system.js";
// WASI's preview 1 over it: the second half, for hosts that have none.

// `filetype`.
const [DEVICE, FOLDER, FILE] = [2, 3, 4];
// `rights`.
const [READ, WRITE] = [1n << 1n, 1n << 6n];

/** Thrown through the program's frames, which end with it. */
class Exit {
  constructor(code) {
    this.code = code;
  }
}

/** What standard input, output and error are: no place in them can be asked for. */
class Stream {
  constructor({ read, write }) {
    Object.assign(this, { read, write });
  }
}

/** A function that gives the next bytes of what a program is to read. */
const reader = (source = "") => {
  let rest = typeof source === "function" ? undefined : bytesOf(source);
  const next = typeof source === "function" ? () => bytesOf(source() ?? "") : () => new Uint8Array(0);
  return (limit) => {
    if (!rest?.length) rest = next();
    const piece = rest.subarray(0, limit);
    rest = rest.subarray(piece.length);
    return piece;
  };
};

export class WASI {
  #memory;
  #args;
  #env;
  #files = new Map();
  #system;
  #collected = { output: [], errors: [] };

  constructor({ args = [], env = {}, stdin, stdout, stderr, files = {} } = {}) {
    const zero = (text) => encoder.encode(`${text}\0`);
    this.#args = args.map(zero);
    this.#env = Object.entries(env).map(([name, value]) => zero(`${name}=${value}`));
    this.#system = files instanceof FileSystem ? files : new FileSystem(files);
    const { output, errors } = this.#collected;
    this.#files.set(0, new Stream({ read: reader(stdin) }));
    this.#files.set(1, new Stream({ write: stdout ?? ((bytes) => output.push(bytes)) }));
    this.#files.set(2, new Stream({ write: stderr ?? ((bytes) => errors.push(bytes)) }));
    this.#files.set(3, { node: this.#system.find("/"), root: "/" });
    for (const [name, run] of Object.entries(this.#calls)) {
      this.wasiImport[name] = (...values) => {
        try {
          return run(...values) ?? 0;
        } catch (error) {
          if (error instanceof SystemError) return error.errno;
          throw error;
        }
      };
    }
    for (const name of unsupported) this.wasiImport[name] = () => NOTSUP;
  }

  wasiImport = {};

  get files() {
    return this.#system;
  }

  get output() {
    return textOf(this.#collected.output);
  }

  get errors() {
    return textOf(this.#collected.errors);
  }

  initialize(instance) {
    this.#memory = instance.exports.memory;
    instance.exports._initialize?.();
  }

  start(instance) {
    this.#memory = instance.exports.memory;
    try {
      instance.exports._start();
      return 0;
    } catch (error) {
      if (error instanceof Exit) return error.code;
      throw error;
    }
  }

  // MARK: memory

  get #view() {
    return new DataView(this.#memory.buffer);
  }

  #bytes(address, count) {
    return new Uint8Array(this.#memory.buffer, address >>> 0, count >>> 0);
  }

  #text(address, count) {
    return decoder.decode(this.#bytes(address, count).slice());
  }

  #put32(address, number) {
    this.#view.setUint32(address >>> 0, number, true);
  }

  #put64(address, number) {
    this.#view.setBigUint64(address >>> 0, BigInt(number), true);
  }

  *#pieces(address, count) {
    for (let index = 0; index < count; index += 1) {
      const place = (address >>> 0) + index * 8;
      yield this.#bytes(this.#view.getUint32(place, true), this.#view.getUint32(place + 4, true));
    }
  }

  // MARK: open files

  #open(number) {
    return this.#files.get(number) ?? fail(BADF);
  }

  #folder(number) {
    const { node } = this.#open(number);
    return node instanceof MemoryFolder ? node : fail(NOTDIR);
  }

  #file(number) {
    const open = this.#open(number);
    if (open instanceof Stream) fail(SPIPE);
    return open.node instanceof MemoryFile ? open : fail(ISDIR);
  }

  #stat(node, address) {
    const isFile = node instanceof MemoryFile;
    this.#bytes(address, 64).fill(0);
    this.#put64(address + 8, node?.inode ?? 0);
    this.#view.setUint8((address >>> 0) + 16, node ? (isFile ? FILE : FOLDER) : DEVICE);
    this.#put64(address + 24, 1);
    this.#put64(address + 32, isFile ? node.size : 0);
    for (const offset of [40, 48, 56]) this.#put64(address + offset, BigInt(Math.trunc(node?.modified ?? 0)) * 1_000_000n);
  }

  #read(number, pieces, count, result, place) {
    const open = this.#open(number);
    let total = 0;
    if (open instanceof Stream && (!open.read || place !== undefined)) fail(open.read ? SPIPE : BADF);
    if (!(open instanceof Stream) && !this.#file(number).reads) fail(NOTCAPABLE);
    for (const target of this.#pieces(pieces, count)) {
      const bytes =
        open instanceof Stream
          ? open.read(target.length)
          : open.node.contents.subarray((place ?? open.place) + (place === undefined ? 0 : total)).subarray(0, target.length);
      target.set(bytes);
      total += bytes.length;
      if (!(open instanceof Stream) && place === undefined) open.place += bytes.length;
      if (bytes.length < target.length) break;
    }
    this.#put32(result, total);
  }

  #write(number, pieces, count, result, place) {
    const open = this.#open(number);
    let total = 0;
    if (open instanceof Stream && (!open.write || place !== undefined)) fail(open.write ? SPIPE : BADF);
    if (!(open instanceof Stream) && !this.#file(number).writes) fail(NOTCAPABLE);
    for (const source of this.#pieces(pieces, count)) {
      const bytes = source.slice();
      if (open instanceof Stream) open.write(bytes);
      else if (place !== undefined) this.#system.put(open.node, place + total, bytes);
      else {
        if (open.appends) open.place = open.node.size;
        this.#system.put(open.node, open.place, bytes);
        open.place += bytes.length;
      }
      total += bytes.length;
    }
    this.#put32(result, total);
  }

  #list(texts, pointers, address) {
    for (const [index, text] of texts.entries()) {
      this.#put32(pointers + index * 4, address);
      this.#bytes(address, text.length).set(text);
      address += text.length;
    }
  }

  #sizes(texts, count, size) {
    this.#put32(count, texts.length);
    this.#put32(size, texts.reduce((sum, { length }) => sum + length, 0));
  }

  #now(clock) {
    if (clock !== 0 && clock !== 1) fail(clock === 2 || clock === 3 ? NOTSUP : INVAL);
    const now = clock === 0 ? performance.timeOrigin + performance.now() : performance.now();
    return BigInt(Math.round(now * 1e6));
  }

  #calls = {
    args_sizes_get: (count, size) => this.#sizes(this.#args, count, size),
    args_get: (pointers, address) => this.#list(this.#args, pointers, address),
    environ_sizes_get: (count, size) => this.#sizes(this.#env, count, size),
    environ_get: (pointers, address) => this.#list(this.#env, pointers, address),
    clock_res_get: (clock, result) => {
      this.#now(clock);
      this.#put64(result, 1000);
    },
    clock_time_get: (clock, _precision, result) => this.#put64(result, this.#now(clock)),
    random_get: (address, count) => {
      const bytes = this.#bytes(address, count);
      for (let place = 0; place < bytes.length; place += 65_536) {
        const piece = new Uint8Array(Math.min(65_536, bytes.length - place));
        bytes.set(crypto.getRandomValues(piece), place);
      }
    },
    sched_yield: () => 0,
    proc_exit: (code) => {
      throw new Exit(code >>> 0);
    },
    poll_oneoff: (subscriptions, events, count, happened) => this.#poll(subscriptions >>> 0, events >>> 0, count, happened),
    fd_advise: (number) => void this.#open(number),
    fd_close: (number) => {
      this.#open(number);
      this.#files.delete(number);
    },
    fd_datasync: (number) => void this.#open(number),
    fd_sync: (number) => void this.#open(number),
    fd_fdstat_get: (number, result) => {
      const { node, reads, writes, appends } = this.#open(number);
      this.#bytes(result, 24).fill(0);
      this.#view.setUint8(result >>> 0, node ? (node instanceof MemoryFile ? FILE : FOLDER) : DEVICE);
      this.#view.setUint16((result >>> 0) + 2, appends ? 1 : 0, true);
      // Of a stream, all but seek and tell: a program takes it for a terminal then.
      const all = (1n << 30n) - 1n;
      const denied = node instanceof MemoryFile ? (reads ? 0n : READ) | (writes ? 0n : WRITE) : node ? 0n : (1n << 2n) | (1n << 5n);
      this.#put64(result + 8, all & ~denied);
      this.#put64(result + 16, all);
    },
    fd_fdstat_set_flags: (number, flags) => {
      this.#open(number).appends = (flags & 1) !== 0;
    },
    fd_filestat_get: (number, result) => this.#stat(this.#open(number).node, result),
    fd_filestat_set_size: (number, size) => {
      const open = this.#file(number);
      if (!open.writes) fail(NOTCAPABLE);
      this.#system.resize(open.node, Number(size));
    },
    fd_filestat_set_times: (number) => void this.#open(number),
    fd_prestat_get: (number, result) => {
      const { root } = this.#open(number);
      if (root === undefined) fail(BADF);
      this.#put32(result, 0);
      this.#put32(result + 4, encoder.encode(root).length);
    },
    fd_prestat_dir_name: (number, address, length) => {
      const name = encoder.encode(this.#open(number).root ?? fail(BADF));
      this.#bytes(address, length).set(name.subarray(0, length));
    },
    fd_pread: (number, pieces, count, place, result) => this.#read(number, pieces, count, result, Number(place)),
    fd_pwrite: (number, pieces, count, place, result) => this.#write(number, pieces, count, result, Number(place)),
    fd_read: (number, pieces, count, result) => this.#read(number, pieces, count, result),
    fd_write: (number, pieces, count, result) => this.#write(number, pieces, count, result),
    fd_readdir: (number, address, length, cookie, result) => {
      const target = this.#bytes(address, length);
      let used = 0;
      const entries = [...this.#folder(number).entries];
      for (let index = Number(cookie); index < entries.length && used < target.length; index += 1) {
        const [name, node] = [encoder.encode(entries[index][0]), entries[index][1]];
        const record = new Uint8Array(24 + name.length);
        const head = new DataView(record.buffer);
        head.setBigUint64(0, BigInt(index + 1), true);
        head.setBigUint64(8, BigInt(node.inode), true);
        head.setUint32(16, name.length, true);
        head.setUint8(20, node instanceof MemoryFile ? FILE : FOLDER);
        record.set(name, 24);
        target.set(record.subarray(0, target.length - used), used);
        used = Math.min(target.length, used + record.length);
      }
      this.#put32(result, used);
    },
    fd_renumber: (from, to) => {
      this.#files.set(to, this.#open(from));
      this.#files.delete(from);
    },
    fd_seek: (number, offset, whence, result) => {
      const open = this.#file(number);
      const place = [0, open.place, open.node.size][whence] + Number(offset);
      if (!(place >= 0)) fail(INVAL);
      open.place = place;
      this.#put64(result, place);
    },
    fd_tell: (number, result) => this.#put64(result, this.#file(number).place),
    path_create_directory: (number, address, length) => this.#system.makeFolder(this.#text(address, length), this.#folder(number)),
    path_filestat_get: (number, _lookup, address, length, result) =>
      this.#stat(this.#system.find(this.#text(address, length), this.#folder(number)) ?? fail(NOENT), result),
    path_filestat_set_times: (number) => void this.#folder(number),
    path_open: (number, _lookup, address, length, how, rights, _inheriting, flags, result) => {
      const [writes, reads] = [(rights & WRITE) !== 0n, (rights & READ) !== 0n];
      const modes = { creates: (how & 1) !== 0, isFolder: (how & 2) !== 0, isNew: (how & 4) !== 0, empties: (how & 8) !== 0, writes };
      const node = this.#system.open(this.#text(address, length), modes, this.#folder(number));
      let free = 4;
      while (this.#files.has(free)) free += 1;
      this.#files.set(free, { node, place: 0, reads, writes, appends: (flags & 1) !== 0 });
      this.#put32(result, free);
    },
    path_remove_directory: (number, address, length) =>
      this.#system.remove(this.#text(address, length), this.#folder(number), FileSystem.removable.folder),
    path_rename: (number, address, length, other, otherAddress, otherLength) =>
      this.#system.rename(
        this.#text(address, length), this.#text(otherAddress, otherLength), this.#folder(number), this.#folder(other)),
    path_unlink_file: (number, address, length) =>
      this.#system.remove(this.#text(address, length), this.#folder(number), FileSystem.removable.file),
  };

  /** What a program waits for: files are always ready, and of clocks the first one that rings ends the wait. */
  #poll(subscriptions, events, count, happened) {
    if (count === 0) fail(INVAL);
    const view = this.#view;
    const all = Array.from({ length: count }, (_, index) => {
      const place = subscriptions + index * 48;
      const [kind, clock, timeout] = [view.getUint8(place + 8), view.getUint32(place + 16, true), view.getBigUint64(place + 24, true)];
      const isAbsolute = (view.getUint16(place + 40, true) & 1) !== 0;
      const wait = kind === 0 ? Number(isAbsolute ? timeout - this.#now(clock) : timeout) / 1e6 : 0;
      return { userdata: view.getBigUint64(place, true), kind, wait: Math.max(0, wait) };
    });
    const first = Math.min(...all.map(({ wait }) => wait));
    if (first > 0) sleep(first);
    let written = 0;
    for (const { userdata, kind, wait } of all) {
      if (wait > first) continue;
      const place = events + written * 32;
      this.#bytes(place, 32).fill(0);
      this.#put64(place, userdata);
      view.setUint8(place + 10, kind);
      written += 1;
    }
    this.#put32(happened, written);
  }
}

/** Waits in place, which the main thread of a page cannot. */
const sleep = (milliseconds) => {
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  } catch {
    fail(NOTSUP);
  }
};

const textOf = (pieces) => {
  const stream = new TextDecoder();
  return pieces.map((piece) => stream.decode(piece, { stream: true })).join("") + stream.decode();
};

/** What this system has not: links, signals, sockets. */
const unsupported = [
  "fd_allocate", "fd_fdstat_set_rights", "path_link", "path_readlink", "path_symlink", "proc_raise", "sock_accept", "sock_recv",
  "sock_send", "sock_shutdown",
];
