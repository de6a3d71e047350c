// What the floor throws, and how an exception of JavaScript gets past Swift.

export function few(member, needed, given) {
    return new TypeError(`${member}: ${needed} argument${needed === 1 ? "" : "s"} required, but only ${given} present`);
}

export function wrong(member, what, expected) {
    return new TypeError(`${member}: ${what} is not ${expected}`);
}

export function disposed(member) {
    return new TypeError(`${member}: the object is disposed or not of this class`);
}

/** `error` came out of a wasm export: Swift has trapped, or the stack has overflowed. */
export function trapped(error) {
    return new Error("the Swift module has trapped", { cause: error });
}

const none = Symbol();
export let pending = none;

/** Keeps what a JavaScript function threw until the export that called it has returned. */
export function hold(error) {
    if (pending === none) pending = error;
}

/** To be called after an export that may call JavaScript. */
export function rethrow() {
    if (pending !== none) {
        const error = pending;
        pending = none;
        throw error;
    }
}
