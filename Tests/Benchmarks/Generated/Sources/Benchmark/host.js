// The JavaScript that Swift calls in the import rows: the members of the namespace Host, and the class Cell.

const texts = ["hello", "0123456789".repeat(10)];
let taken = 0;

export function add(a, b) {
    return a + b;
}

export function takeString(text) {
    taken += text.length;
}

export function returnString(kind) {
    return texts[kind];
}

export class Cell {
    constructor(value) {
        this.value = value;
    }
}

/** Characters that `takeString` has seen: proof for the harness that the calls were made. */
export function takenCharacters() {
    return taken;
}
