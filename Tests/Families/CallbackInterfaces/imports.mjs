/** An event target of its own, without the platform's. */
export class Bus {
  listeners = [];
  hooks = new Set();
  addEventListener(type, listener) {
    if (listener !== null && !this.listeners.includes(listener)) this.listeners.push(listener);
  }
  removeEventListener(type, listener) {
    this.listeners = this.listeners.filter((each) => each !== listener);
  }
  addHook(hook) {
    this.hooks.add(hook);
  }
  removeHook(hook) {
    this.hooks.delete(hook);
  }
}
