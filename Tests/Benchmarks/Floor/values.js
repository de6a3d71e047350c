// The conversions of Web IDL, as the floor makes them: one test for many numbers where that is enough, and a second look
// with exact errors when it fails.

import { $alloc, $dealloc, f64, fits, refresh, setTop, top, u8 } from "./memory.js";
import { wrong } from "./errors.js";

const arrayIterator = Array.prototype[Symbol.iterator];
const ArrayIteratorPrototype = Object.getPrototypeOf([][Symbol.iterator]());
const { next } = ArrayIteratorPrototype;
const { isArray } = Array;

export function toDouble(value, member, what) {
    const number = +value;
    if (number - number !== 0) throw wrong(member, what, "a finite number");
    return number;
}

/** `values` itself when stepping through it by index is what its iterator would do, otherwise the array of what it yields. */
export function toArray(values, member, what) {
    if (isArray(values) && values[Symbol.iterator] === arrayIterator && ArrayIteratorPrototype.next === next) return values;
    if (values === null || (typeof values !== "object" && typeof values !== "function")) {
        throw wrong(member, what, "a sequence");
    }
    if (typeof values[Symbol.iterator] !== "function") throw wrong(member, what, "iterable");
    return [...values];
}

export function isObject(value) {
    return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** Where room for `byteCount` bytes is: `top`, or a block of its own that `release` frees. */
function place(byteCount) {
    const address = fits(byteCount) ? top : $alloc(byteCount);
    if (u8.length === 0) refresh();
    return address;
}

/** To be called after the export that read what was lowered to `address`. */
export function release(address) {
    if (address !== top) $dealloc(address);
}

/** The address of the doubles of the array `values`. */
export function lowerDoubles(values, member, what) {
    const count = values.length;
    const address = place(count * 8);
    const elements = f64;
    const at = address >> 3;
    // Anything that is not finite makes a sum that is not, whatever else is added.
    let first = 0, second = 0, third = 0, fourth = 0;
    let index = 0;
    for (; index + 3 < count; index += 4) {
        const a = +values[index], b = +values[index + 1], c = +values[index + 2], d = +values[index + 3];
        first += a;
        second += b;
        third += c;
        fourth += d;
        const place = at + index;
        elements[place] = a;
        elements[place + 1] = b;
        elements[place + 2] = c;
        elements[place + 3] = d;
    }
    let sum = first + second + third + fourth;
    for (; index < count; index++) sum += elements[at + index] = +values[index];
    if (!Number.isFinite(sum) || u8.length === 0) storeDoubles(values, address, member, what);
    return address;
}

/** The address of what are numbers of any kind: above a few, the engine copies them. */
export function lowerNumbers(values) {
    const count = values.length;
    const address = place(count * 8);
    const at = address >> 3;
    if (count < 32) for (let index = 0; index < count; index++) f64[at + index] = +values[index];
    else f64.set(values, at);
    return address;
}

function storeDoubles(values, address, member, what) {
    const numbers = Array.from(values, (value, index) => toDouble(value, member, `${what}[${index}]`));
    if (u8.length === 0) refresh();
    f64.set(numbers, address >> 3);
}

/** The address of the points of the array `values`. */
export function lowerPoints(values, member, what) {
    const count = values.length;
    const address = place(count * 16);
    const elements = f64;
    let sum = 0;
    for (let index = 0, at = address >> 3; index < count; index++, at += 2) {
        const value = values[index];
        if (typeof value !== "object" || value === null) {
            sum = NaN;
            break;
        }
        const x = +value.x;
        const y = +value.y;
        sum += x + y;
        elements[at] = x;
        elements[at + 1] = y;
    }
    if (!Number.isFinite(sum) || u8.length === 0) storePoints(values, address, member, what);
    return address;
}

function storePoints(values, address, member, what) {
    const numbers = Array.from(values, (value, index) => {
        if (!isObject(value)) throw wrong(member, `${what}[${index}]`, "an object");
        return [
            toMember(value.x, member, `${what}[${index}].x`),
            toMember(value.y, member, `${what}[${index}].y`),
        ];
    }).flat();
    if (u8.length === 0) refresh();
    f64.set(numbers, address >> 3);
}

/** A required `double` member of a dictionary. */
export function toMember(value, member, what) {
    if (value === undefined) throw wrong(member, what, "present");
    return toDouble(value, member, what);
}

export function checkTyped(values, member, what) {
    if (!(values instanceof Float64Array)) throw wrong(member, what, "a Float64Array");
    const { buffer } = values;
    if (buffer instanceof SharedArrayBuffer || buffer.resizable) throw wrong(member, what, "of fixed length and unshared");
}

/** The address of a copy of `values`, which Swift borrows until `endBorrow`. */
export function borrowTyped(values) {
    const count = values.length;
    const address = place(count * 8);
    const elements = f64;
    const at = address >> 3;
    if (count <= 12) {
        for (let index = 0; index < count; index++) elements[at + index] = values[index];
    } else {
        f64.set(values, at);
    }
    if (address === top) setTop(address + count * 8);
    return address;
}

/** Room for `count` doubles that Swift fills, until `endBorrow`. */
export function borrowRoom(count) {
    const address = place(count * 8);
    if (address === top) setTop(address + count * 8);
    return address;
}

export function endBorrow(mark, address) {
    if (address !== mark) $dealloc(address);
    setTop(mark);
}
