// What every module's glue shares: see glue.mjs.

export let wasm;

/** Takes the instance's exports, before anything else is called. */
export function start(exports) {
    wasm = exports;
    cachedBytes = cachedDoubles = cachedWords = cachedView = null;
}

// Views of the memory, each made again once the memory has grown.

let cachedBytes = null;
function bytes() {
    if (cachedBytes === null || cachedBytes.byteLength === 0) cachedBytes = new Uint8Array(wasm.memory.buffer);
    return cachedBytes;
}

let cachedDoubles = null;
function doubles() {
    if (cachedDoubles === null || cachedDoubles.byteLength === 0) cachedDoubles = new Float64Array(wasm.memory.buffer);
    return cachedDoubles;
}

let cachedWords = null;
export function words() {
    if (cachedWords === null || cachedWords.byteLength === 0) cachedWords = new Int32Array(wasm.memory.buffer);
    return cachedWords;
}

let cachedView = null;
export function view() {
    if (cachedView === null || cachedView.buffer.detached === true
        || (cachedView.buffer.detached === undefined && cachedView.buffer !== wasm.memory.buffer)) {
        cachedView = new DataView(wasm.memory.buffer);
    }
    return cachedView;
}

// Objects that Rust holds: a list whose free places form a chain. Below `reserved` stand, from the top down, arguments that are lent for
// the time of a call, and then what the crate knows by number.

const lentPlaces = 32;
const heap = Array.from({ length: lentPlaces });
heap.push(undefined, null, true, false);
const reserved = heap.length;
let nextPlace = reserved;
let lentTop = lentPlaces;

export function getObject(place) {
    return heap[place];
}

export function addObject(value) {
    if (nextPlace === heap.length) heap.push(heap.length + 1);
    const place = nextPlace;
    nextPlace = heap[place];
    heap[place] = value;
    return place;
}

function dropObject(place) {
    if (place < reserved) return;
    heap[place] = nextPlace;
    nextPlace = place;
}

export function takeObject(place) {
    const value = getObject(place);
    dropObject(place);
    return value;
}

export function lendObject(value) {
    if (lentTop === 1) throw new Error("too many objects are lent");
    heap[--lentTop] = value;
    return lentTop;
}

export function endLending() {
    heap[lentTop++] = undefined;
}

// Values of several words. How many elements a function has passed stands in `passedLength`.

export let passedLength = 0;
const encoder = new TextEncoder();

export function passText(text, allocate, reallocate) {
    let room = text.length;
    let address = allocate(room) >>> 0;
    const memory = bytes();
    let offset = 0;
    for (; offset < room; offset++) {
        const code = text.charCodeAt(offset);
        if (code > 127) break;
        memory[address + offset] = code;
    }
    if (offset !== room) {
        const rest = offset === 0 ? text : text.slice(offset);
        const before = room;
        room = offset + rest.length * 3;
        address = reallocate(address, before, room) >>> 0;
        offset += encoder.encodeInto(rest, bytes().subarray(address + offset, address + room)).written;
        address = reallocate(address, room, offset) >>> 0;
    }
    passedLength = offset;
    return address;
}

// Safari's decoder fails after 2 GiB, so the tool counts, and makes another before that.
const decodedLimit = 2146435072;
const makeDecoder = () => {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });
    decoder.decode();
    return decoder;
};
let decoder = makeDecoder();
let decoded = 0;

export function takeText(address, length) {
    address >>>= 0;
    decoded += length;
    if (decoded >= decodedLimit) {
        decoder = makeDecoder();
        decoded = length;
    }
    return decoder.decode(bytes().subarray(address, address + length));
}

export function passDoubles(values, allocate) {
    const address = allocate(values.length * 8) >>> 0;
    doubles().set(values, address / 8);
    passedLength = values.length;
    return address;
}

export function doublesAt(address, length) {
    address >>>= 0;
    return doubles().subarray(address / 8, address / 8 + length);
}

export const isAbsent = (value) => value === undefined || value === null;
