/** JSON messages over a WebSocket, as the Chrome DevTools Protocol and WebDriver BiDi both have them. */
import { patience } from "../Core/patience.mjs";

/** A connection: commands with answers, and events. */
export class Connection {
  #socket;
  #nextId = 1;
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void, method: string }>} */
  #pending = new Map();
  /** @type {Map<string, ((parameters: any) => void)[]>} */
  #listeners = new Map();

  /** @param {string} url */
  static async open(url, seconds = patience) {
    if (typeof WebSocket === "undefined") throw new Error("this Node has no WebSocket; start it with --experimental-websocket");
    const socket = new WebSocket(url);
    await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${url} did not answer within ${seconds} s`)), seconds * 1000);
      socket.addEventListener("open", () => resolve(clearTimeout(timer)));
      socket.addEventListener("error", () => reject(new Error(`could not connect to ${url}`)));
    });
    return new Connection(socket);
  }

  /** @param {WebSocket} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => this.#receive(JSON.parse(data)));
    socket.addEventListener("close", () => this.#failAll(new Error("the browser closed the connection")));
  }

  /**
   * @param {string} method
   * @param {object} [parameters]
   * @param {object} [more] other members of the message, such as CDP's `sessionId`
   */
  send(method, parameters = {}, more = {}) {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, method });
      this.#socket.send(JSON.stringify({ id, method, params: parameters, ...more }));
    });
  }

  /** @param {string} event @param {(parameters: any) => void} listener */
  on(event, listener) {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  /** The next event of a name. @param {string} event */
  once(event) {
    return new Promise((resolve) => this.on(event, resolve));
  }

  close() {
    this.#socket.close();
  }

  #receive(message) {
    if (message.id === undefined || message.id === null) {
      for (const listener of this.#listeners.get(message.method) ?? []) listener(message.params);
      return;
    }
    const waiting = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error === undefined) {
      waiting?.resolve(message.result);
    } else {
      // CDP gives an object, BiDi a code with a message beside it.
      waiting?.reject(new Error(`${waiting.method}: ${message.error.message ?? `${message.error}: ${message.message}`}`));
    }
  }

  #failAll(error) {
    for (const { reject } of this.#pending.values()) reject(error);
    this.#pending.clear();
  }
}
