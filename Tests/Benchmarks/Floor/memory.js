// The floor's view of linear memory: cached typed arrays, one region for arguments, text both ways.
// The state is the module's own: the floor has one instance.

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const { fromCharCode } = String;
// Node and Bun read bytes in place a good deal faster than TextDecoder does.
const latin1Slice = globalThis.Buffer?.prototype.latin1Slice;
const utf8Slice = globalThis.Buffer?.prototype.utf8Slice;
// JavaScriptCore pays more for a call of many arguments.
const shortest = latin1Slice === undefined ? 40 : globalThis.Bun ? 8 : 20;

// The region of EmbeddedSupport: short results first, then arguments.
const resultSize = 1024;
const regionSize = 65536 - resultSize;

export let buffer, u8, i32, f64;
/** Where the next argument that needs memory goes: Swift may borrow what lies below. */
export let top = 0;
let base = 0;
let room;
export let results = 0;
let resultRoom;
let memory;
export let $alloc, $dealloc;

export function bindMemory(wasm) {
    ({ memory, alloc: $alloc, dealloc: $dealloc } = wasm);
    results = wasm.results();
    base = top = results + resultSize;
    refresh();
}

/** To be called whenever a cached view is empty: memory has grown. */
export function refresh() {
    buffer = memory.buffer;
    u8 = new Uint8Array(buffer);
    i32 = new Int32Array(buffer);
    f64 = new Float64Array(buffer);
    room = new Uint8Array(buffer, base, regionSize);
    resultRoom = new Uint8Array(buffer, results, 512);
}

export function setTop(address) {
    top = address;
}

/** Whether `byteCount` more bytes fit into the region. */
export function fits(byteCount) {
    return byteCount <= base + regionSize - top;
}

/** Writes `text` at `top`: twice the number of bytes, plus one when all are ASCII; negative when it does not fit. */
export function lowerText(text) {
    const count = text.length;
    if (u8.length === 0) refresh();
    if (count <= 24) {
        // Locals: older engines read a module's variable anew for each byte.
        const bytes = u8;
        const at = top;
        let codes = 0;
        for (let index = 0; index < count; index++) {
            const code = text.charCodeAt(index);
            codes |= code;
            bytes[at + index] = code;
        }
        if (codes < 128) return (count << 1) | 1;
    }
    if (!fits(count * 3)) return -1;
    const { written } = encoder.encodeInto(text, top === base ? room : room.subarray(top - base));
    return (written << 1) | (written === count ? 1 : 0);
}

/** Writes `text` into the result area, where Swift looks for it; negative when it does not fit. */
export function lowerResultText(text) {
    const count = text.length;
    if (u8.length === 0) refresh();
    if (count <= 24) {
        const bytes = u8;
        const at = results;
        let codes = 0;
        for (let index = 0; index < count; index++) {
            const code = text.charCodeAt(index);
            codes |= code;
            bytes[at + index] = code;
        }
        if (codes < 128) return (count << 1) | 1;
    }
    if (count > 170) return -1;
    const { written } = encoder.encodeInto(text, resultRoom);
    return (written << 1) | (written === count ? 1 : 0);
}

/** Calls `body(address, tag)` with text that is too long for the region. */
export function withLongText(text, body) {
    const address = $alloc(text.length * 3);
    if (u8.length === 0) refresh();
    const { written } = encoder.encodeInto(text, u8.subarray(address, address + text.length * 3));
    const result = body(address, (written << 1) | (written === text.length ? 1 : 0));
    $dealloc(address);
    return result;
}

/** The text of `tag >> 1` bytes at `at`. */
export function liftText(at, tag) {
    const count = tag >> 1;
    if (u8.length === 0) refresh();
    if ((tag & 1) !== 0) {
        if (count <= shortest) return shortText(u8, at, count);
        if (latin1Slice !== undefined) return latin1Slice.call(u8, at, at + count);
    } else if (utf8Slice !== undefined) {
        return utf8Slice.call(u8, at, at + count);
    }
    return decoder.decode(u8.subarray(at, at + count));
}

/** ASCII, eight characters a call. */
function shortText(bytes, at, count) {
    let text = "";
    for (const end = at + (count & ~7); at < end; at += 8) {
        text += fromCharCode(
            bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3],
            bytes[at + 4], bytes[at + 5], bytes[at + 6], bytes[at + 7]);
    }
    switch (count & 7) {
        case 0: return text;
        case 1: return text + fromCharCode(bytes[at]);
        case 2: return text + fromCharCode(bytes[at], bytes[at + 1]);
        case 3: return text + fromCharCode(bytes[at], bytes[at + 1], bytes[at + 2]);
        case 4: return text + fromCharCode(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]);
        case 5: return text + fromCharCode(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3], bytes[at + 4]);
        case 6:
            return text + fromCharCode(
                bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3], bytes[at + 4], bytes[at + 5]);
        default:
            return text + fromCharCode(
                bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3], bytes[at + 4], bytes[at + 5], bytes[at + 6]);
    }
}
