// Properties by index, iteration, overloads, unions, records and buffers by hand.

import { $alloc, $dealloc, f64, fits, i32, liftText, lowerText, refresh, results, setTop, top, u8 } from "./memory.js";
import { disposed, few, trapped, wrong } from "./errors.js";
import { isObject, toDouble } from "./values.js";

let $seriesNew, $seriesCount, $seriesAt, $keyAt, $sizeOfNumber, $sizeOfText, $next, $sum, $byteCount;

export function bindMembers(wasm) {
    ({ seriesNew: $seriesNew, seriesCount: $seriesCount, seriesAt: $seriesAt, keyAt: $keyAt } = wasm);
    ({ sizeOfNumber: $sizeOfNumber, sizeOfText: $sizeOfText, next: $next, sum: $sum, byteCount: $byteCount } = wasm);
}

/** The index that a property's name is, or -1. */
function indexIn(key) {
    if (typeof key !== "string" || key.length > 10) return -1;
    let index = 0;
    for (let place = 0; place < key.length; place++) {
        const digit = key.charCodeAt(place) - 48;
        if (!(digit >= 0 && digit <= 9) || (index === 0 && place > 0)) return -1;
        index = index * 10 + digit;
    }
    return key !== "" && index < 0xffffffff ? index : -1;
}

const byIndex = {
    get(target, key, receiver) {
        const index = indexIn(key);
        if (index < 0) return Reflect.get(target, key, receiver);
        const { address } = target;
        if (address === 0) throw disposed("Series");
        try {
            return index < $seriesCount(address) ? $seriesAt(address, index) : undefined;
        } catch (error) { throw trapped(error); }
    },
};

export class Series {
    constructor(count) {
        if (arguments.length < 1) throw few("Series", 1, arguments.length);
        this.address = $seriesNew(count >>> 0);
        return new Proxy(this, byIndex);
    }

    get length() {
        return $seriesCount(this.address);
    }
}

const iterators = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));

class Pairs {
    #table;
    #index = 0;

    constructor(table) {
        this.#table = table;
    }

    next() {
        const table = this.#table;
        if (table === undefined) return { value: undefined, done: true };
        const index = this.#index++;
        const { address } = table;
        if (address === 0) throw disposed("Table");
        try {
            if (index < $seriesCount(address)) {
                return { value: [$keyAt(address, index), $seriesAt(address, index)], done: false };
            }
        } catch (error) { throw trapped(error); }
        this.#table = undefined;
        return { value: undefined, done: true };
    }
}
Object.setPrototypeOf(Pairs.prototype, iterators);

export class Table {
    constructor(count) {
        if (arguments.length < 1) throw few("Table", 1, arguments.length);
        this.address = $seriesNew(count >>> 0);
    }

    [Symbol.iterator]() {
        return new Pairs(this);
    }
}

/** Writes a text at `top` and keeps it there; gives its tag. */
function keepText(text, member) {
    const tag = lowerText(text);
    if (tag < 0) throw new RangeError(`${member}: too long for the floor`);
    return tag;
}

export const Forms = {
    size(value) {
        if (arguments.length < 1) throw few("Forms.size", 1, arguments.length);
        if (typeof value === "number") {
            value = toDouble(value, "Forms.size", "value");
            try { return $sizeOfNumber(value); } catch (error) { throw trapped(error); }
        }
        const tag = keepText(`${value}`, "Forms.size");
        try { return $sizeOfText(top, tag); } catch (error) { throw trapped(error); }
    },
    next(value) {
        if (arguments.length < 1) throw few("Forms.next", 1, arguments.length);
        let tag;
        if (typeof value === "number") {
            value = toDouble(value, "Forms.next", "value");
            try { tag = $next(0, value, 0, 0); } catch (error) { throw trapped(error); }
        } else {
            const given = keepText(`${value}`, "Forms.next");
            try { tag = $next(1, 0, top, given); } catch (error) { throw trapped(error); }
        }
        if (tag !== -2147483648) return liftText(results, tag);
        if (f64.length === 0) refresh();
        return f64[results >> 3];
    },
    sum(values) {
        if (arguments.length < 1) throw few("Forms.sum", 1, arguments.length);
        if (!isObject(values)) throw wrong("Forms.sum", "values", "an object");
        const keys = Reflect.ownKeys(values);
        const mark = top;
        if (!fits(keys.length * 16)) throw new RangeError("Forms.sum: too long for the floor");
        setTop(mark + keys.length * 16);
        let count = 0;
        try {
            for (const key of keys) {
                if (!Object.getOwnPropertyDescriptor(values, key)?.enumerable) continue;
                const tag = keepText(key, "Forms.sum");
                const entry = mark + count * 16;
                const address = top;
                setTop(address + (((tag >> 1) + 7) & ~7));
                const number = toDouble(values[key], "Forms.sum", "values");
                if (u8.length === 0) refresh();
                i32[entry >> 2] = address;
                i32[(entry >> 2) + 1] = tag;
                f64[(entry >> 3) + 1] = number;
                count++;
            }
            try { return $sum(mark, count); } catch (error) { throw trapped(error); }
        } finally {
            setTop(mark);
        }
    },
    byteCount(bytes) {
        if (arguments.length < 1) throw few("Forms.byteCount", 1, arguments.length);
        let view;
        if (ArrayBuffer.isView(bytes)) view = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        else if (bytes instanceof ArrayBuffer) view = new Uint8Array(bytes);
        else throw wrong("Forms.byteCount", "bytes", "a buffer");
        const count = view.length;
        const isLong = !fits(count);
        const address = isLong ? $alloc(count) : top;
        if (u8.length === 0) refresh();
        u8.set(view, address);
        try { return $byteCount(address, count) >>> 0; } catch (error) { throw trapped(error); }
        finally { if (isLong) $dealloc(address); }
    },
};
