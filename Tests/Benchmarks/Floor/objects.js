// Classes, functions both ways and imports by hand.

import { buffer, i32, liftText, lowerResultText, refresh, results, u8 } from "./memory.js";
import { disposed, few, hold, rethrow, trapped, wrong } from "./errors.js";
import { toDouble } from "./values.js";

let $counterNew, $counterIncrement, $counterValue, $counterSetValue, $release, $samplesNew, $samplesValues;
let $echoCounter;
let $applyTransform, $feed, $makeAdder, $callClosure;
let $callHostAdd, $callHostTakeString, $callHostReturnString, $touchCell, $makeCells;

export function bindObjects(wasm) {
    ({ counterNew: $counterNew, counterIncrement: $counterIncrement, counterValue: $counterValue } = wasm);
    ({ counterSetValue: $counterSetValue, release: $release } = wasm);
    ({ echoCounter: $echoCounter } = wasm);
    ({ samplesNew: $samplesNew, samplesValues: $samplesValues } = wasm);
    ({ applyTransform: $applyTransform, feed: $feed, makeAdder: $makeAdder, callClosure: $callClosure } = wasm);
    ({ callHostAdd: $callHostAdd, callHostTakeString: $callHostTakeString } = wasm);
    ({ callHostReturnString: $callHostReturnString, touchCell: $touchCell, makeCells: $makeCells } = wasm);
}

// JavaScript values that Swift holds: a slab whose free slots are chained by index.
const slab = [];
let vacant = -1;

export function own(value) {
    if (vacant < 0) return slab.push(value) - 1;
    const index = vacant;
    vacant = slab[index];
    slab[index] = value;
    return index;
}

export const valueOf = (index) => slab[index];

// Swift objects that JavaScript holds. Registering one costs more than making it, so that waits until the microtask after,
// or until 1,024 are waiting: what was disposed by then is never registered.
const registry = new FinalizationRegistry((address) => {
    if (wrappers.get(address)?.deref() === undefined) wrappers.delete(address);
    $release(address);
});
const waiting = Array.from({ length: 1024 }, () => null);
let waitingCount = 0;

function settle() {
    for (let index = 0; index < waitingCount; index++) {
        const object = waiting[index];
        if (typeof object === "function") object(settleToken);
        else object.settle();
        waiting[index] = null;
    }
    waitingCount = 0;
}

// The wrapper of an address, for objects that come back from Swift. A WeakRef is dear as well: it is made when the object settles.
const wrappers = new Map();

function wrapper(address) {
    return wrappers.get(address)?.deref() ?? (settle(), wrappers.get(address)?.deref());
}

function enlist(object) {
    if (waitingCount === 1024) settle();
    if (waitingCount === 0) queueMicrotask(settle);
    waiting[waitingCount++] = object;
}

function forget(object, address) {
    registry.unregister(object);
    wrappers.delete(address);
}

// The address that the next `new Counter` takes over instead of making an object.
let adopted = 0;

export class Counter {
    #address;
    #registered = false;

    constructor(start) {
        if (adopted !== 0) {
            this.#address = adopted;
            adopted = 0;
        } else {
            if (arguments.length < 1) throw few("Counter", 1, arguments.length);
            start |= 0;
            try { this.#address = $counterNew(start); } catch (error) { throw trapped(error); }
        }
        enlist(this);
    }

    static addressOf(value) {
        return #address in value ? value.#address : 0;
    }

    /** The wrapper of an object that Swift has retained for us. */
    static lift(address) {
        const known = wrapper(address);
        if (known !== undefined) {
            $release(address);
            return known;
        }
        adopted = address;
        return new Counter();
    }

    increment(by) {
        const address = #address in this ? this.#address : 0;
        if (address === 0) throw disposed("Counter.increment");
        if (arguments.length < 1) throw few("Counter.increment", 1, arguments.length);
        by |= 0;
        try { return $counterIncrement(address, by); } catch (error) { throw trapped(error); }
    }

    get value() {
        const address = #address in this ? this.#address : 0;
        if (address === 0) throw disposed("Counter.value");
        try { return $counterValue(address); } catch (error) { throw trapped(error); }
    }

    set value(value) {
        const address = #address in this ? this.#address : 0;
        if (address === 0) throw disposed("Counter.value");
        value |= 0;
        try { $counterSetValue(address, value); } catch (error) { throw trapped(error); }
    }

    settle() {
        if (this.#address === 0) return;
        this.#registered = true;
        wrappers.set(this.#address, new WeakRef(this));
        registry.register(this, this.#address, this);
    }

    dispose() {
        const address = #address in this ? this.#address : 0;
        if (address === 0) return;
        this.#address = 0;
        if (this.#registered) forget(this, address);
        try { $release(address); } catch (error) { throw trapped(error); }
    }
}

export class Samples {
    #address;
    #registered = false;
    #values = new Float64Array(0);
    #valuesAt = -1;

    constructor(count) {
        if (arguments.length < 1) throw few("Samples", 1, arguments.length);
        count |= 0;
        try { this.#address = $samplesNew(count); } catch (error) { throw trapped(error); }
        enlist(this);
    }

    get values() {
        const address = #address in this ? this.#address : 0;
        if (address === 0) throw disposed("Samples.values");
        let at;
        try { at = $samplesValues(address); } catch (error) { throw trapped(error); }
        if (u8.length === 0) refresh();
        const count = i32[results >> 2];
        if (at === this.#valuesAt && count === this.#values.length) return this.#values;
        this.#valuesAt = at;
        return (this.#values = new Float64Array(buffer, at, count));
    }

    settle() {
        if (this.#address === 0) return;
        this.#registered = true;
        wrappers.set(this.#address, new WeakRef(this));
        registry.register(this, this.#address, this);
    }

    dispose() {
        const address = #address in this ? this.#address : 0;
        if (address === 0) return;
        this.#address = 0;
        if (this.#registered) forget(this, address);
        try { $release(address); } catch (error) { throw trapped(error); }
    }
}

const settleToken = Symbol();

/** A Swift closure as a function with a `dispose` of its own. Given the token, it settles as objects do. */
function closure(address) {
    let isRegistered = false;
    const transform = function (value) {
        if (value === settleToken) {
            if (address === 0) return 0;
            isRegistered = true;
            registry.register(transform, address, transform);
            return 0;
        }
        if (arguments.length < 1) throw few("Transform", 1, arguments.length);
        value = toDouble(value, "Transform", "value");
        if (address === 0) throw disposed("Transform");
        try { return $callClosure(address, value); } catch (error) { throw trapped(error); }
    };
    transform.dispose = () => {
        if (address === 0) return;
        const released = address;
        address = 0;
        if (isRegistered) registry.unregister(transform);
        try { $release(released); } catch (error) { throw trapped(error); }
    };
    enlist(transform);
    return transform;
}

export const functions = {
    echoCounter(counter) {
        if (arguments.length < 1) throw few("Bench.echoCounter", 1, arguments.length);
        const address = typeof counter === "object" && counter !== null ? Counter.addressOf(counter) : 0;
        if (address === 0) throw wrong("Bench.echoCounter", "counter", "a Counter");
        try { return Counter.lift($echoCounter(address)); } catch (error) { throw trapped(error); }
    },
    applyTransform(transform, times) {
        if (arguments.length < 2) throw few("Bench.applyTransform", 2, arguments.length);
        if (typeof transform !== "function") throw wrong("Bench.applyTransform", "transform", "a function");
        times |= 0;
        let result;
        try { result = $applyTransform(own(transform), times); } catch (error) { throw trapped(error); }
        rethrow();
        return result;
    },
    feed(sink, times) {
        if (arguments.length < 2) throw few("Bench.feed", 2, arguments.length);
        if (typeof sink !== "function") throw wrong("Bench.feed", "sink", "a function");
        times |= 0;
        try { $feed(own(sink), times); } catch (error) { throw trapped(error); }
        rethrow();
    },
    makeAdder(amount) {
        if (arguments.length < 1) throw few("Bench.makeAdder", 1, arguments.length);
        amount = toDouble(amount, "Bench.makeAdder", "amount");
        try { return closure($makeAdder(amount)); } catch (error) { throw trapped(error); }
    },
};

export function importCalls(Cell) {
    return {
        callHostAdd(times) {
            if (arguments.length < 1) throw few("Bench.callHostAdd", 1, arguments.length);
            times |= 0;
            let result;
            try { result = $callHostAdd(times); } catch (error) { throw trapped(error); }
            rethrow();
            return result;
        },
        callHostTakeString(kind, times) {
            if (arguments.length < 2) throw few("Bench.callHostTakeString", 2, arguments.length);
            kind |= 0;
            times |= 0;
            try { $callHostTakeString(kind, times); } catch (error) { throw trapped(error); }
            rethrow();
        },
        callHostReturnString(kind, times) {
            if (arguments.length < 2) throw few("Bench.callHostReturnString", 2, arguments.length);
            kind |= 0;
            times |= 0;
            let result;
            try { result = $callHostReturnString(kind, times) >>> 0; } catch (error) { throw trapped(error); }
            rethrow();
            return result;
        },
        touchCell(cell, times) {
            if (arguments.length < 2) throw few("Bench.touchCell", 2, arguments.length);
            if (!(cell instanceof Cell)) throw wrong("Bench.touchCell", "cell", "a Cell");
            times |= 0;
            let result;
            try { result = $touchCell(own(cell), times); } catch (error) { throw trapped(error); }
            rethrow();
            return result;
        },
        makeCells(times) {
            if (arguments.length < 1) throw few("Bench.makeCells", 1, arguments.length);
            times |= 0;
            try { $makeCells(times); } catch (error) { throw trapped(error); }
            rethrow();
        },
    };
}

export function objectImports({ Host, Cell }) {
    return {
        drop(index) {
            slab[index] = vacant;
            vacant = index;
        },
        transform(index, value) {
            try {
                const f = slab[index];
                return toDouble(f(value), "Transform", "the result");
            } catch (error) { return hold(error), 0; }
        },
        sink(index, address, tag) {
            try {
                const f = slab[index];
                f(liftText(address, tag));
            } catch (error) { hold(error); }
        },
        hostAdd(a, b) {
            try { return Host.add(a, b) | 0; } catch (error) { return hold(error), 0; }
        },
        hostTake(address, tag) {
            try { Host.takeString(liftText(address, tag)); } catch (error) { hold(error); }
        },
        hostReturn(kind) {
            try {
                let text = Host.returnString(kind >>> 0);
                if (typeof text !== "string") text = `${text}`;
                const tag = lowerResultText(text);
                if (tag < 0) throw new RangeError("the floor takes short texts only");
                return tag;
            } catch (error) { return hold(error), 0; }
        },
        cellNew(value) {
            try { return own(new Cell(value)); } catch (error) { return hold(error), 0; }
        },
        cellValue(index) {
            try { return toDouble(slab[index].value, "Cell.value", "the value"); } catch (error) { return hold(error), 0; }
        },
        cellSetValue(index, value) {
            try { slab[index].value = value; } catch (error) { hold(error); }
        },
    };
}
