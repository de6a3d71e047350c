// The JavaScript that Swift calls in the import rows: the namespace Host, and the class Cell.

const texts = ["hello", "0123456789".repeat(10)];
let taken = 0;

export const Host = {
    add(a, b) {
        return a + b;
    },
    takeString(text) {
        taken += text.length;
    },
    returnString(kind) {
        return texts[kind];
    },
};

export class Cell {
    constructor(value) {
        this.value = value;
    }
}

/** Characters that `takeString` has seen: proof for the harness that the calls were made. */
export function takenCharacters() {
    return taken;
}
