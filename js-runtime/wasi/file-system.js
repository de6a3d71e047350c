// A small file system in memory: the first half of `<package>/wasi`.

export const encoder = new TextEncoder();
export const decoder = new TextDecoder();
export const bytesOf = (data) => (typeof data === "string" ? encoder.encode(data) : data);

// `errno` of preview 1.
export const [BADF, EXIST, INVAL, ISDIR, NOENT] = [8, 20, 28, 31, 44];
export const [NOSPC, NOTDIR, NOTEMPTY, NOTSUP, ROFS, SPIPE, NOTCAPABLE] = [51, 54, 55, 58, 69, 70, 76];
const names = { [BADF]: "EBADF", [EXIST]: "EEXIST", [INVAL]: "EINVAL", [ISDIR]: "EISDIR", [NOENT]: "ENOENT", [NOSPC]: "ENOSPC" };
Object.assign(names, { [NOTDIR]: "ENOTDIR", [NOTEMPTY]: "ENOTEMPTY", [NOTSUP]: "ENOTSUP", [ROFS]: "EROFS", [SPIPE]: "ESPIPE", [NOTCAPABLE]: "ENOTCAPABLE" });

/** A failed operation, by the number that WASI has for it. */
export class SystemError extends Error {
  constructor(errno, path) {
    super(path === undefined ? names[errno] : `${names[errno]}: ${path}`);
    this.errno = errno;
    this.code = names[errno];
  }
}
SystemError.prototype.name = "SystemError";
export const fail = (errno, path) => {
  throw new SystemError(errno, path);
};
let inodes = 0;
class Node {
  inode = (inodes += 1);
  modified = Date.now();
}
export class MemoryFolder extends Node {
  entries = new Map();
}
export class MemoryFile extends Node {
  bytes = new Uint8Array(0);
  size = 0;

  get contents() {
    return this.bytes.subarray(0, this.size);
  }
}

export class FileSystem {
  #root = new MemoryFolder();
  #used = 0;
  #capacity;
  #isReadOnly = false;
  #kept;

  constructor(contents = {}, { isReadOnly = false, capacity = Infinity } = {}) {
    this.#capacity = capacity;
    const add = (path, members) => {
      for (const [name, member] of Object.entries(members)) {
        const place = path + name;
        if (typeof member === "string" || ArrayBuffer.isView(member)) this.write(place, member);
        else {
          this.makeFolder(place);
          add(`${place}/`, member);
        }
      }
    };
    add("", contents);
    this.#isReadOnly = isReadOnly;
  }

  get isReadOnly() {
    return this.#isReadOnly;
  }

  /** The folder that has a path's last name, and that name; nothing is named where the path leads to the folder itself. */
  #parent(path, from = this.#root) {
    if (path.startsWith("/")) {
      if (from !== this.#root) fail(NOTCAPABLE, path);
    } else if (path === "") fail(NOENT, path);
    const trail = [from];
    const parts = path.split("/").filter((part) => part !== "" && part !== ".");
    const last = parts.at(-1) === ".." ? undefined : parts.pop();
    for (const part of parts) {
      if (part === "..") {
        trail.pop();
        // Nobody leaves the folder that a path begins in.
        if (trail.length === 0) fail(NOTCAPABLE, path);
        continue;
      }
      const next = trail.at(-1).entries.get(part) ?? fail(NOENT, path);
      if (!(next instanceof MemoryFolder)) fail(NOTDIR, path);
      trail.push(next);
    }
    return { folder: trail.at(-1), name: last, mustBeFolder: /\/\.?$/.test(path) };
  }

  /** @internal */
  find(path, from) {
    const { folder, name, mustBeFolder } = this.#parent(path, from);
    const node = name === undefined ? folder : folder.entries.get(name);
    if (node && mustBeFolder && !(node instanceof MemoryFolder)) fail(NOTDIR, path);
    return node;
  }

  #change(path) {
    if (this.#isReadOnly) fail(ROFS, path);
  }

  /** @internal The file or folder at a path, made or emptied as `oflags` has it. */
  open(path, { creates, isFolder, isNew, empties, writes }, from) {
    const node = this.find(path, from);
    if (writes || empties || (creates && !node)) this.#change(path);
    if (node) {
      if (creates && isNew) fail(EXIST, path);
      if (isFolder && !(node instanceof MemoryFolder)) fail(NOTDIR, path);
      if (node instanceof MemoryFolder && (writes || empties || creates)) fail(ISDIR, path);
      if (empties) this.resize(node, 0);
      return node;
    }
    if (!creates) fail(NOENT, path);
    const { folder, name, mustBeFolder } = this.#parent(path, from);
    if (mustBeFolder) fail(ISDIR, path);
    return this.#add(folder, name, new MemoryFile());
  }

  #add(folder, name, node) {
    folder.entries.set(name, node);
    folder.modified = Date.now();
    return node;
  }

  /** @internal */
  resize(file, size) {
    this.#change();
    if (this.#used + size - file.size > this.#capacity) fail(NOSPC);
    this.#used += size - file.size;
    if (size > file.bytes.length) {
      const bytes = new Uint8Array(Math.max(size, file.bytes.length * 2));
      bytes.set(file.contents);
      file.bytes = bytes;
    } else if (size < file.size) {
      file.bytes.fill(0, size, file.size);
    }
    file.size = size;
    file.modified = Date.now();
  }

  /** @internal */
  put(file, place, bytes) {
    if (place + bytes.length > file.size) this.resize(file, place + bytes.length);
    else this.#change();
    file.bytes.set(bytes, place);
    file.modified = Date.now();
  }

  read(path) {
    const node = this.find(path) ?? fail(NOENT, path);
    return node instanceof MemoryFile ? node.contents.slice() : fail(ISDIR, path);
  }

  text(path) {
    return decoder.decode(this.read(path));
  }

  write(path, data) {
    this.put(this.open(path, { creates: true, empties: true, writes: true }), 0, bytesOf(data));
  }

  has(path) {
    try {
      return this.find(path) !== undefined;
    } catch {
      return false;
    }
  }

  list(path = "/") {
    const node = this.find(path) ?? fail(NOENT, path);
    return node instanceof MemoryFolder ? [...node.entries.keys()].toSorted() : fail(NOTDIR, path);
  }

  makeFolder(path, from) {
    this.#change(path);
    const { folder, name } = this.#parent(path, from);
    if (name === undefined || folder.entries.has(name)) fail(EXIST, path);
    this.#add(folder, name, new MemoryFolder());
  }

  /** Removes a file or an empty folder. */
  remove(path, from, kind = Node) {
    const node = this.find(path, from) ?? fail(NOENT, path);
    this.#change(path);
    if (!(node instanceof kind)) fail(node instanceof MemoryFolder ? ISDIR : NOTDIR, path);
    if (node.entries?.size > 0) fail(NOTEMPTY, path);
    const { folder, name } = this.#parent(path, from);
    if (name === undefined) fail(INVAL, path);
    if (node instanceof MemoryFile) this.#used -= node.size;
    folder.entries.delete(name);
  }

  rename(path, other, from, to) {
    const node = this.find(path, from) ?? fail(NOENT, path);
    this.#change(path);
    const [source, target] = [this.#parent(path, from), this.#parent(other, to)];
    if (source.name === undefined || target.name === undefined) fail(INVAL, path);
    const old = this.find(other, to);
    if (old === node) return;
    const isFolder = node instanceof MemoryFolder;
    if (!isFolder && target.mustBeFolder) fail(NOTDIR, other);
    // A folder does not become a member of itself.
    const holds = (folder) => folder === target.folder || [...(folder.entries?.values() ?? [])].some(holds);
    if (isFolder && holds(node)) fail(INVAL, other);
    if (old) {
      if (isFolder !== old instanceof MemoryFolder) fail(isFolder ? NOTDIR : ISDIR, other);
      this.remove(other, to);
    }
    source.folder.entries.delete(source.name);
    this.#add(target.folder, target.name, node);
  }

  /** @internal */
  static removable = { file: MemoryFile, folder: MemoryFolder };

  static async load(handle, options = {}) {
    const read = async (folder) => {
      const members = {};
      for await (const [name, member] of folder.entries()) {
        members[name] = member.kind === "file" ? new Uint8Array(await (await member.getFile()).arrayBuffer()) : await read(member);
      }
      return members;
    };
    const files = new FileSystem(await read(handle), options);
    files.#kept = handle;
    return files;
  }

  static async persistent(name, options) {
    const storage = globalThis.navigator?.storage;
    if (typeof storage?.getDirectory !== "function") fail(NOTSUP, name);
    return FileSystem.load(await (await storage.getDirectory()).getDirectoryHandle(name, { create: true }), options);
  }

  async save(handle = this.#kept) {
    if (handle === undefined) throw new TypeError("FileSystem.save: name a folder, or make the files by FileSystem.persistent or FileSystem.load");
    const store = async (folder, target) => {
      for await (const name of target.keys()) if (!folder.entries.has(name)) await target.removeEntry(name, { recursive: true });
      for (const [name, node] of folder.entries) {
        if (node instanceof MemoryFolder) {
          await store(node, await replaced(target, name, (options) => target.getDirectoryHandle(name, options)));
          continue;
        }
        const file = await replaced(target, name, (options) => target.getFileHandle(name, options));
        const stream = await file.createWritable();
        await stream.write(node.contents.slice());
        await stream.close();
      }
    };
    await store(this.#root, handle);
  }
}

/** Makes a member of a folder that outlives the page; one of the other kind gives way. */
const replaced = async (folder, name, get) => {
  try {
    return await get({ create: true });
  } catch (error) {
    if (error?.name !== "TypeMismatchError") throw error;
    await folder.removeEntry(name, { recursive: true });
    return get({ create: true });
  }
};
