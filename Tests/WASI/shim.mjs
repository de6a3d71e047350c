/** As much of WASI as the modules of these tests call, for hosts that have none. The shape is that of `node:wasi`. */
export class WASI {
  /** The text that was written to standard output. */
  output = "";
  #memory;
  #variables;

  /** @param {{ env?: Record<string, string> }} [options] */
  constructor({ env = {} } = {}) {
    this.#variables = Object.entries(env).map(([name, value]) => new TextEncoder().encode(`${name}=${value}\0`));
  }

  initialize(instance) {
    this.#memory = instance.exports.memory;
    instance.exports._initialize?.();
  }

  get #view() {
    return new DataView(this.#memory.buffer);
  }

  #bytes(address, count) {
    return new Uint8Array(this.#memory.buffer, address, count);
  }

  wasiImport = {
    clock_time_get: (_clock, _precision, result) => {
      this.#view.setBigUint64(result, BigInt(Date.now()) * 1_000_000n, true);
      return 0;
    },
    random_get: (address, count) => {
      crypto.getRandomValues(this.#bytes(address, count));
      return 0;
    },
    environ_sizes_get: (count, size) => {
      this.#view.setUint32(count, this.#variables.length, true);
      this.#view.setUint32(size, this.#variables.reduce((sum, { length }) => sum + length, 0), true);
      return 0;
    },
    environ_get: (pointers, bytes) => {
      for (const [index, variable] of this.#variables.entries()) {
        this.#view.setUint32(pointers + index * 4, bytes, true);
        this.#bytes(bytes, variable.length).set(variable);
        bytes += variable.length;
      }
      return 0;
    },
    fd_write: (_file, pieces, count, result) => {
      let written = 0;
      for (let index = 0; index < count; index += 1) {
        const [address, length] = [0, 4].map((offset) => this.#view.getUint32(pieces + index * 8 + offset, true));
        this.output += new TextDecoder().decode(this.#bytes(address, length));
        written += length;
      }
      this.#view.setUint32(result, written, true);
      return 0;
    },
    // A character device, which is not seekable.
    fd_fdstat_get: (_file, result) => {
      this.#bytes(result, 24).fill(0);
      this.#view.setUint8(result, 2);
      return 0;
    },
    fd_close: () => 0,
    fd_seek: () => 70,
    proc_exit: (code) => {
      throw new Error(`the module has ended with ${code}`);
    },
  };
}
