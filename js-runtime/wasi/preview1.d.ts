/** The members of a folder: texts and bytes are files. */
export interface Contents {
  readonly [name: string]: string | Uint8Array | Contents;
}

export interface FileSystemOptions {
  /** Whether every change is refused, with EROFS. */
  readonly isReadOnly?: boolean;
  /** How many bytes all files may have; more is refused, with ENOSPC. */
  readonly capacity?: number;
}

/** Files and folders in memory. A failed operation throws an Error whose `code` is such as "ENOENT". */
export declare class FileSystem {
  constructor(contents?: Contents, options?: FileSystemOptions);
  readonly isReadOnly: boolean;
  read(path: string): Uint8Array;
  text(path: string): string;
  write(path: string, data: string | Uint8Array): void;
  has(path: string): boolean;
  /** The names in a folder, in order. */
  list(path?: string): string[];
  makeFolder(path: string): void;
  /** Removes a file or an empty folder. */
  remove(path: string): void;
  rename(path: string, other: string): void;
  /**
   * The files that the browser keeps for the page's origin under a name (OPFS), read into memory; `save()` keeps what became of them.
   * Where the host keeps no files, it rejects with ENOTSUP.
   */
  static persistent(name: string, options?: FileSystemOptions): Promise<FileSystem>;
  /**
   * Reads another folder that outlives the page, such as one that the user has chosen.
   * @param handle a FileSystemDirectoryHandle
   */
  static load(handle: object, options?: FileSystemOptions): Promise<FileSystem>;
  /** Makes the folder hold what this file system does, and nothing else; without an argument, the one that was read. */
  save(handle?: object): Promise<void>;
}

export interface WASIOptions {
  /** The command line; the first one is the program's name. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What the program reads: all of it, or a function that gives the next piece, and nothing at the end. */
  readonly stdin?: string | Uint8Array | (() => string | Uint8Array | null | undefined);
  /** Takes what the program writes; without it, `output` has it. */
  readonly stdout?: (bytes: Uint8Array) => void;
  /** The same for errors, which `errors` has. */
  readonly stderr?: (bytes: Uint8Array) => void;
  /** The program's folder `/`. */
  readonly files?: FileSystem | Contents;
}

/** WASI's preview 1 over a file system in memory, in the shape of `node:wasi`. It serves one instance. */
export declare class WASI {
  constructor(options?: WASIOptions);
  readonly wasiImport: Record<string, (...values: never[]) => number>;
  readonly files: FileSystem;
  /** What the program has written to standard output so far, where nobody else took it. */
  readonly output: string;
  readonly errors: string;
  initialize(instance: object): void;
  /** Runs a program to its end. Returns its exit code. */
  start(instance: object): number;
}
