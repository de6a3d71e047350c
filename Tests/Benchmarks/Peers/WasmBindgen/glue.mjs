// What wasm-bindgen's tool writes for bench.rs, by hand: Debian has the macro and the crate (0.2.83) and not the tool. The steps are those
// of the tool of 2026 (0.2.127) for a module without reference types, one by one; where the old crate passes a value in another way, a
// comment says so. The words are ours, but for the names that the module itself has.

import { Cell, Host } from "../../Generated/Sources/Benchmark/host.js";
import {
    addObject, doublesAt, endLending, getObject, isAbsent, lendObject, passDoubles, passText, passedLength, takeObject, takeText, view,
    wasm, words,
} from "./support.mjs";

export function noop() {
    wasm.noop();
}

export function add(a, b) {
    return wasm.add(a, b);
}

export function stringIn(text) {
    const address = passText(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const length = passedLength;
    return wasm.string_in(address, length) >>> 0;
}

export function stringInBorrowed(text) {
    const address = passText(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
    const length = passedLength;
    return wasm.string_in_borrowed(address, length) >>> 0;
}

export function stringOut(kind) {
    let address, length;
    try {
        const room = wasm.__wbindgen_add_to_stack_pointer(-16);
        wasm.string_out(room, kind);
        address = view().getInt32(room + 4 * 0, true);
        length = view().getInt32(room + 4 * 1, true);
        return takeText(address, length);
    } finally {
        wasm.__wbindgen_add_to_stack_pointer(16);
        wasm.__wbindgen_free(address, length);
    }
}

export function greet(name) {
    let address, length;
    try {
        const room = wasm.__wbindgen_add_to_stack_pointer(-16);
        const nameAddress = passText(name, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
        const nameLength = passedLength;
        wasm.greet(room, nameAddress, nameLength);
        address = view().getInt32(room + 4 * 0, true);
        length = view().getInt32(room + 4 * 1, true);
        return takeText(address, length);
    } finally {
        wasm.__wbindgen_add_to_stack_pointer(16);
        wasm.__wbindgen_free(address, length);
    }
}

export function takeSequence(values) {
    const address = passDoubles(values, wasm.__wbindgen_malloc);
    const length = passedLength;
    return wasm.take_sequence(address, length);
}

export function takeTyped(values) {
    const address = passDoubles(values, wasm.__wbindgen_malloc);
    const length = passedLength;
    return wasm.take_typed(address, length);
}

export function makeTyped(count) {
    try {
        const room = wasm.__wbindgen_add_to_stack_pointer(-16);
        wasm.make_typed(room, count);
        const address = view().getInt32(room + 4 * 0, true);
        const length = view().getInt32(room + 4 * 1, true);
        const values = doublesAt(address, length).slice();
        wasm.__wbindgen_free(address, length * 8);
        return values;
    } finally {
        wasm.__wbindgen_add_to_stack_pointer(16);
    }
}

// With 0.2.83 it is JavaScript that copies back and frees; since then Rust does both, by a call with the array as an object.
export function fill(out) {
    let address, length;
    try {
        address = passDoubles(out, wasm.__wbindgen_malloc);
        length = passedLength;
        wasm.fill(address, length);
    } finally {
        out.set(doublesAt(address, length));
        wasm.__wbindgen_free(address, length * 8);
    }
}

// As the tool of 2026 has enums of strings: what is no shade gets the number after the last one's.
const shades = ["red", "orange", "yellow", "green", "blue", "violet"];

export function nextShade(shade) {
    return shades[wasm.next_shade((shades.indexOf(shade) + 1 || 7) - 1)];
}

// With 0.2.83 a flag and a value, which its tool reads by a typed array; since then one number, of which one value says that there is
// none. Absent is `undefined` in the tool's glue, and `null` here, so that the row can be compared.
export function halve(value) {
    try {
        const room = wasm.__wbindgen_add_to_stack_pointer(-16);
        wasm.halve(room, !isAbsent(value), isAbsent(value) ? 0 : value);
        const present = words()[room / 4 + 0];
        const result = words()[room / 4 + 1];
        return present === 0 ? null : result;
    } finally {
        wasm.__wbindgen_add_to_stack_pointer(16);
    }
}

export function applyTransform(transform, times) {
    try {
        const room = wasm.__wbindgen_add_to_stack_pointer(-16);
        wasm.apply_transform(room, lendObject(transform), times);
        const result = view().getFloat64(room + 8 * 0, true);
        const error = view().getInt32(room + 4 * 2, true);
        if (view().getInt32(room + 4 * 3, true)) throw takeObject(error);
        return result;
    } finally {
        wasm.__wbindgen_add_to_stack_pointer(16);
        endLending();
    }
}

export function feed(sink, times) {
    try {
        const room = wasm.__wbindgen_add_to_stack_pointer(-16);
        wasm.feed(room, lendObject(sink), times);
        const error = view().getInt32(room + 4 * 0, true);
        if (view().getInt32(room + 4 * 1, true)) throw takeObject(error);
    } finally {
        wasm.__wbindgen_add_to_stack_pointer(16);
        endLending();
    }
}

export function makeAdder(amount) {
    return takeObject(wasm.make_adder(amount));
}

export function checked(value) {
    try {
        const room = wasm.__wbindgen_add_to_stack_pointer(-16);
        wasm.checked(room, value);
        const result = view().getInt32(room + 4 * 0, true);
        const error = view().getInt32(room + 4 * 1, true);
        if (view().getInt32(room + 4 * 2, true)) throw takeObject(error);
        return result;
    } finally {
        wasm.__wbindgen_add_to_stack_pointer(16);
    }
}

const counters = new FinalizationRegistry((address) => wasm.__wbg_counter_free(address));

export class Counter {
    constructor(start) {
        this.__wbg_ptr = wasm.counter_new(start) >>> 0;
        counters.register(this, this.__wbg_ptr, this);
    }

    __destroy_into_raw() {
        const address = this.__wbg_ptr;
        this.__wbg_ptr = 0;
        counters.unregister(this);
        return address;
    }

    free() {
        const address = this.__destroy_into_raw();
        wasm.__wbg_counter_free(address);
    }

    increment(by) {
        return wasm.counter_increment(this.__wbg_ptr, by);
    }

    get value() {
        return wasm.counter_value(this.__wbg_ptr);
    }

    set value(value) {
        wasm.counter_set_value(this.__wbg_ptr, value);
    }
}

export function callHostAdd(times) {
    return wasm.call_host_add(times);
}

export function callHostTakeString(kind, times) {
    wasm.call_host_take_string(kind, times);
}

export function callHostReturnString(kind, times) {
    return wasm.call_host_return_string(kind, times) >>> 0;
}

export function touchCell(cell, times) {
    try {
        return wasm.touch_cell(lendObject(cell), times);
    } finally {
        endLending();
    }
}

export function makeCells(times) {
    wasm.make_cells(times);
}

// Rust's closures as functions. The tool calls the release `_wbg_cb_unref`, for itself and for Rust: here it has the name that the rows ask
// for, as Counter's has.

let invokeClosure;
let destroyClosure;
const closures = new FinalizationRegistry((state) => destroyClosure(state.a, state.b));

function makeClosure(a, b, call) {
    const state = { a, b, count: 1 };
    const closure = (...values) => {
        state.count++;
        try {
            return call(state.a, state.b, ...values);
        } finally {
            closure.dispose();
        }
    };
    closure.dispose = () => {
        if (--state.count === 0) {
            destroyClosure(state.a, state.b);
            state.a = 0;
            closures.unregister(state);
        }
    };
    closures.register(closure, state, state);
    return closure;
}

function callAdder(a, b, value) {
    return invokeClosure(a, b, value);
}

// What the tool reads from the module before it is run: a function says, by one call for each word, which functions a closure is called
// and freed by. There is one kind of closure, so we ask when the first one is made.

let described;

function describeClosure(a, b, describe) {
    if (invokeClosure === undefined) {
        const table = wasm.__indirect_function_table;
        described = [];
        table.get(describe)();
        const [, invoke, destroy] = described;
        invokeClosure = table.get(invoke);
        destroyClosure = table.get(destroy);
    }
    return addObject(makeClosure(a, b, callAdder));
}

// Imports that are declared with `catch` keep what is thrown for Rust.
function catching(call, values) {
    try {
        return call.apply(this, values);
    } catch (error) {
        wasm.__wbindgen_exn_store(addObject(error));
        return undefined;
    }
}

/** What the module imports, without the hashes in its names. */
export function shims() {
    return {
        __proto__: null,
        add(a, b) {
            return Host.add(a, b);
        },
        takeString(address, length) {
            Host.takeString(takeText(address, length));
        },
        returnString(room, kind) {
            const result = Host.returnString(kind >>> 0);
            const address = passText(result, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const length = passedLength;
            view().setInt32(room + 4 * 1, length, true);
            view().setInt32(room + 4 * 0, address, true);
        },
        new(value) {
            return addObject(new Cell(value));
        },
        value(cell) {
            return getObject(cell).value;
        },
        setvalue(cell, value) {
            getObject(cell).value = value;
        },
        call() {
            return catching((callee, context, argument) => {
                return addObject(getObject(callee).call(getObject(context), getObject(argument)));
            }, arguments);
        },
        ...intrinsics,
    };
}

/** What the crate itself imports. */
const intrinsics = {
    __wbindgen_object_drop_ref(place) {
        takeObject(place);
    },
    __wbindgen_number_new(value) {
        return addObject(value);
    },
    __wbindgen_number_get(room, place) {
        const value = getObject(place);
        const result = typeof value === "number" ? value : undefined;
        view().setFloat64(room + 8 * 1, isAbsent(result) ? 0 : result, true);
        view().setInt32(room + 4 * 0, !isAbsent(result), true);
    },
    __wbindgen_string_new(address, length) {
        return addObject(takeText(address, length));
    },
    __wbindgen_error_new(address, length) {
        return addObject(new Error(takeText(address, length)));
    },
    __wbindgen_throw(address, length) {
        throw new Error(takeText(address, length));
    },
    __wbindgen_describe(word) {
        described.push(word);
    },
    __wbindgen_describe_closure: describeClosure,
};
