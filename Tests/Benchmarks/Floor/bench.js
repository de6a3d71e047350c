// The namespace Bench by hand: values only. Conversions run before the call, so that whatever the call throws is a trap.

import { f64, liftText, lowerText, refresh, results, setTop, top, u8, withLongText } from "./memory.js";
import { few, hold, rethrow, trapped, wrong } from "./errors.js";
import {
    borrowRoom, borrowTyped, checkTyped, endBorrow, isObject, lowerDoubles, lowerNumbers, lowerPoints, release, toArray, toDouble,
    toMember,
} from "./values.js";

let $noop, $add, $stringIn, $stringInBorrowed, $stringOut, $greet, $takeSequence, $takeTyped, $makeDoubles, $fill;
let $sumVec4, $makeVec4, $measurePerson, $echoPerson, $takePoints, $makePoints, $nextShade, $halve, $checked;

export function bindBench(wasm) {
    ({ noop: $noop, add: $add, stringIn: $stringIn, stringInBorrowed: $stringInBorrowed, stringOut: $stringOut } = wasm);
    ({ greet: $greet, takeSequence: $takeSequence, takeTyped: $takeTyped, makeDoubles: $makeDoubles, fill: $fill } = wasm);
    ({ sumVec4: $sumVec4, makeVec4: $makeVec4, measurePerson: $measurePerson, echoPerson: $echoPerson } = wasm);
    ({ takePoints: $takePoints, makePoints: $makePoints, nextShade: $nextShade, halve: $halve } = wasm);
    ({ checked: $checked } = wasm);
}

// What an import left for the export that is running, and whether doubles are to become a plain array.
let received;
let asArray = false;

export const benchImports = {
    text(address, count, ascii) {
        received = liftText(address, (count << 1) | ascii);
    },
    doubles(address, count) {
        if (u8.length === 0) refresh();
        const elements = f64;
        const at = address >> 3;
        if (asArray) {
            // oxlint-disable-next-line no-new-array -- five times faster than pushing
            const values = new Array(count);
            for (let index = 0; index < count; index++) values[index] = elements[at + index];
            received = values;
        } else if (count <= 4096) {
            received = f64.slice(at, at + count);
        } else {
            received = new Float64Array(count);
            received.set(f64.subarray(at, at + count));
        }
    },
    points(address, count) {
        if (u8.length === 0) refresh();
        // oxlint-disable-next-line no-new-array
        const points = new Array(count);
        const elements = f64;
        for (let index = 0, at = address >> 3; index < count; index++, at += 2) points[index] = { x: elements[at], y: elements[at + 1] };
        received = points;
    },
    fail(address, tag) {
        hold(new Error(liftText(address, tag)));
    },
};

function take() {
    const value = received;
    received = undefined;
    return value;
}

const shades = ["red", "orange", "yellow", "green", "blue", "violet"];
const absent = 4294967296;

function shadeIndex(shade) {
    switch (shade) {
        case "red": return 0;
        case "orange": return 1;
        case "yellow": return 2;
        case "green": return 3;
        case "blue": return 4;
        case "violet": return 5;
    }
    const index = shades.indexOf(`${shade}`);
    if (index < 0) throw wrong("Bench.nextShade", `shade: '${shade}'`, "a Shade");
    return index;
}

// What the caller's array was filled from last: the next call of the same length needs no new view.
let filled = new Float64Array(0);
let filledAt = -1;

function filledRoom(address, count) {
    if (address !== filledAt || filled.length !== count) {
        filled = f64.subarray(address >> 3, (address >> 3) + count);
        filledAt = address;
    }
    return filled;
}

export const calls = {
    noop() {
        try { $noop(); } catch (error) { throw trapped(error); }
    },
    add(a, b) {
        if (arguments.length < 2) throw few("Bench.add", 2, arguments.length);
        a |= 0;
        b |= 0;
        try { return $add(a, b); } catch (error) { throw trapped(error); }
    },
    nextShade(shade) {
        if (arguments.length < 1) throw few("Bench.nextShade", 1, arguments.length);
        const index = shadeIndex(shade);
        try { return shades[$nextShade(index)]; } catch (error) { throw trapped(error); }
    },
    halve(value) {
        if (arguments.length < 1) throw few("Bench.halve", 1, arguments.length);
        const isPresent = value !== null && value !== undefined;
        const argument = isPresent ? value | 0 : 0;
        try {
            const result = $halve(isPresent ? 1 : 0, argument);
            return result === absent ? null : result;
        } catch (error) { throw trapped(error); }
    },
    checked(value) {
        if (arguments.length < 1) throw few("Bench.checked", 1, arguments.length);
        value |= 0;
        let result;
        try { result = $checked(value); } catch (error) { throw trapped(error); }
        rethrow();
        return result;
    },
};

export const strings = {
    stringIn(text) {
        if (arguments.length < 1) throw few("Bench.stringIn", 1, arguments.length);
        if (typeof text !== "string") text = `${text}`;
        const tag = lowerText(text);
        try {
            return (tag < 0 ? withLongText(text, $stringIn) : $stringIn(top, tag)) >>> 0;
        } catch (error) { throw trapped(error); }
    },
    stringInBorrowed(text) {
        if (arguments.length < 1) throw few("Bench.stringInBorrowed", 1, arguments.length);
        if (typeof text !== "string") text = `${text}`;
        const tag = lowerText(text);
        try {
            if (tag < 0) return withLongText(text, $stringInBorrowed) >>> 0;
            const address = top;
            setTop(address + (((tag >> 1) + 7) & ~7));
            const result = $stringInBorrowed(address, tag) >>> 0;
            setTop(address);
            return result;
        } catch (error) { throw trapped(error); }
    },
    stringOut(kind) {
        if (arguments.length < 1) throw few("Bench.stringOut", 1, arguments.length);
        kind |= 0;
        let tag;
        try { tag = $stringOut(kind); } catch (error) { throw trapped(error); }
        return tag < 0 ? take() : liftText(results, tag);
    },
    greet(name) {
        if (arguments.length < 1) throw few("Bench.greet", 1, arguments.length);
        if (typeof name !== "string") name = `${name}`;
        const argument = lowerText(name);
        let tag;
        try {
            tag = argument < 0 ? withLongText(name, $greet) : $greet(top, argument);
        } catch (error) { throw trapped(error); }
        return tag < 0 ? take() : liftText(results, tag);
    },
};

export const arrays = {
    takeSequence(values) {
        if (arguments.length < 1) throw few("Bench.takeSequence", 1, arguments.length);
        const array = toArray(values, "Bench.takeSequence", "values");
        const address = lowerDoubles(array, "Bench.takeSequence", "values");
        let result;
        try { result = $takeSequence(address, array.length); } catch (error) { throw trapped(error); }
        release(address);
        return result;
    },
    takeAny(values) {
        if (arguments.length < 1) throw few("Bench.takeAny", 1, arguments.length);
        const array = toArray(values, "Bench.takeAny", "values");
        const address = lowerNumbers(array);
        let result;
        try { result = $takeSequence(address, array.length); } catch (error) { throw trapped(error); }
        release(address);
        return result;
    },
    takeTyped(values) {
        if (arguments.length < 1) throw few("Bench.takeTyped", 1, arguments.length);
        checkTyped(values, "Bench.takeTyped", "values");
        const mark = top;
        const address = borrowTyped(values);
        let result;
        try { result = $takeTyped(address, values.length); } catch (error) { throw trapped(error); }
        endBorrow(mark, address);
        return result;
    },
    makeSequence(count) {
        if (arguments.length < 1) throw few("Bench.makeSequence", 1, arguments.length);
        count |= 0;
        asArray = true;
        try { $makeDoubles(count); } catch (error) { throw trapped(error); }
        return take();
    },
    makeTyped(count) {
        if (arguments.length < 1) throw few("Bench.makeTyped", 1, arguments.length);
        count |= 0;
        asArray = false;
        try { $makeDoubles(count); } catch (error) { throw trapped(error); }
        return take();
    },
    fill(out) {
        if (arguments.length < 1) throw few("Bench.fill", 1, arguments.length);
        checkTyped(out, "Bench.fill", "out");
        const mark = top;
        const count = out.length;
        const address = borrowRoom(count);
        try { $fill(address, count); } catch (error) { throw trapped(error); }
        if (u8.length === 0) refresh();
        out.set(filledRoom(address, count));
        endBorrow(mark, address);
    },
};

export const dictionaries = {
    sumVec4(vector) {
        if (arguments.length < 1) throw few("Bench.sumVec4", 1, arguments.length);
        if (!isObject(vector)) throw wrong("Bench.sumVec4", "vector", "an object");
        const w = +vector.w;
        const x = +vector.x;
        const y = +vector.y;
        const z = +vector.z;
        if (!Number.isFinite(w + x + y + z)) checkVec4(vector);
        try { return $sumVec4(x, y, z, w); } catch (error) { throw trapped(error); }
    },
    makeVec4(seed) {
        if (arguments.length < 1) throw few("Bench.makeVec4", 1, arguments.length);
        seed = toDouble(seed, "Bench.makeVec4", "seed");
        try { $makeVec4(seed); } catch (error) { throw trapped(error); }
        if (u8.length === 0) refresh();
        const at = results >> 3;
        return { x: f64[at], y: f64[at + 1], z: f64[at + 2], w: f64[at + 3] };
    },
    measurePerson(person) {
        if (arguments.length < 1) throw few("Bench.measurePerson", 1, arguments.length);
        if (!isObject(person)) throw wrong("Bench.measurePerson", "person", "an object");
        const age = toMember(person.age, "Bench.measurePerson", "person.age");
        const height = toMember(person.height, "Bench.measurePerson", "person.height");
        const tag = lowerText(toName(person.name, "Bench.measurePerson"));
        try { return $measurePerson(age, height, top, tag); } catch (error) { throw trapped(error); }
    },
    echoPerson(person) {
        if (arguments.length < 1) throw few("Bench.echoPerson", 1, arguments.length);
        if (!isObject(person)) throw wrong("Bench.echoPerson", "person", "an object");
        const age = toMember(person.age, "Bench.echoPerson", "person.age");
        const height = toMember(person.height, "Bench.echoPerson", "person.height");
        const argument = lowerText(toName(person.name, "Bench.echoPerson"));
        let tag;
        try { tag = $echoPerson(age, height, top, argument); } catch (error) { throw trapped(error); }
        const name = tag < 0 ? take() : liftText(results, tag);
        const at = (results + 512) >> 3;
        return { age: f64[at], height: f64[at + 1], name };
    },
    takePoints(points) {
        if (arguments.length < 1) throw few("Bench.takePoints", 1, arguments.length);
        const array = toArray(points, "Bench.takePoints", "points");
        const address = lowerPoints(array, "Bench.takePoints", "points");
        let result;
        try { result = $takePoints(address, array.length); } catch (error) { throw trapped(error); }
        release(address);
        return result;
    },
    makePoints(count) {
        if (arguments.length < 1) throw few("Bench.makePoints", 1, arguments.length);
        count |= 0;
        try { $makePoints(count); } catch (error) { throw trapped(error); }
        return take();
    },
};

/** The second look: which member is not a finite number, if any. */
function checkVec4(vector) {
    for (const name of ["w", "x", "y", "z"]) toMember(vector[name], "Bench.sumVec4", `vector.${name}`);
}

function toName(value, member) {
    if (value === undefined) throw wrong(member, "person.name", "present");
    return typeof value === "string" ? value : `${value}`;
}
