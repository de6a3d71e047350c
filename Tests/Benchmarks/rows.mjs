// What is measured. A row runs the same statement on each side, so that only the glue differs:
//   name       as the table prints it
//   body       the expression; `i` counts, everything that `make` returns is in scope
//   statement  instead of `body`, where an expression will not do: it sets `value`
//   make       from a side's API to what the body uses
//   calls      how many crossings one evaluation makes (1 unless told)
//   scalar     whether it must make no garbage where the floor makes none

const flat = (text) => new TextDecoder().decode(new TextEncoder().encode(text));

/** Eight different flat strings of `count` characters. */
function texts(piece, count) {
    const text = piece.repeat(Math.ceil(count / piece.length)).slice(0, count - 1);
    return Array.from({ length: 8 }, (_, index) => flat(text + String.fromCharCode(97 + index)));
}

const ascii = (count) => texts("0123456789abcdefghijklmnopqrstuvwxyz", count);
const cjk = (count) => texts("漢字かな交じり文", count);
const doubles = (count) => Array.from({ length: count }, (_, index) => index + 0.5);
const bench = ({ Bench }) => ({ Bench });

function stringsIn(member, label) {
    const cases = [["5 ASCII", ascii(5)], ["30 ASCII", ascii(30)], ["100 ASCII", ascii(100)], ["1024 ASCII", ascii(1024)],
        ["10240 ASCII", ascii(10240)], ["1024 CJK", cjk(1024)]];
    return cases.map(([name, values]) => ({
        name: `${label} ${name}`,
        make: ({ Bench }) => ({ Bench, values }),
        body: `Bench.${member}(values[i & 7])`,
        scalar: true,
    }));
}

const stringsOut = [["5 ASCII", 0], ["30 ASCII", 5], ["100 ASCII", 1], ["1024 ASCII", 2], ["10240 ASCII", 3], ["1024 CJK", 4]].map(
    ([name, kind]) => ({ name: `string out ${name}`, make: bench, body: `Bench.stringOut(${kind})` }));

const greetings = [5, 100].map((count) => ({
    name: `greet ${count}`,
    make: ({ Bench }) => ({ Bench, values: ascii(count) }),
    body: "Bench.greet(values[i & 7])",
}));

const arrays = [10, 1000, 100000].flatMap((count) => [
    {
        name: `sequence<double> in n=${count}`,
        make: ({ Bench }) => ({ Bench, values: doubles(count) }),
        body: "Bench.takeSequence(values)",
        scalar: count < 100000,
    },
    {
        name: `sequence<unrestricted double> in n=${count}`,
        make: ({ Bench }) => ({ Bench, values: doubles(count) }),
        body: "Bench.takeAny(values)",
        scalar: count < 100000,
    },
    {
        name: `Float64Array in n=${count}`,
        make: ({ Bench }) => ({ Bench, values: Float64Array.from(doubles(count)) }),
        body: "Bench.takeTyped(values)",
        scalar: count < 100000,
    },
    { name: `sequence<double> out n=${count}`, make: bench, body: `Bench.makeSequence(${count})` },
    { name: `Float64Array out (copy) n=${count}`, make: bench, body: `Bench.makeTyped(${count})` },
    {
        name: `fill caller's Float64Array n=${count}`,
        make: ({ Bench }) => ({ Bench, out: new Float64Array(count) }),
        body: "(Bench.fill(out), out[out.length - 1])",
    },
]);

const view = {
    name: "zero-copy view n=100000",
    make: ({ Samples }) => ({ samples: new Samples(100000) }),
    body: "samples.values.length",
};

const point = (index) => ({ x: index + 0.5, y: index * 2 });
const person = (name) => ({ age: 41, height: 1.75, name });

const dictionaries = [
    {
        name: "dictionary in {x,y,z,w}",
        make: ({ Bench }) => ({ Bench, values: Array.from({ length: 8 }, (_, n) => ({ x: n + 0.5, y: n, z: 2 * n, w: 1 })) }),
        body: "Bench.sumVec4(values[i & 7])",
        scalar: true,
    },
    { name: "dictionary out {x,y,z,w}", make: bench, body: "Bench.makeVec4(1.5)" },
    {
        name: "dictionary {2 numbers, string} in",
        make: ({ Bench }) => ({ Bench, values: ascii(5).map(person) }),
        body: "Bench.measurePerson(values[i & 7])",
        scalar: true,
    },
    {
        name: "dictionary {2 numbers, string} round trip",
        make: ({ Bench }) => ({ Bench, values: ascii(5).map(person) }),
        body: "Bench.echoPerson(values[i & 7])",
    },
    {
        name: "sequence of 1000 {x,y} in",
        make: ({ Bench }) => ({ Bench, points: Array.from({ length: 1000 }, (_, index) => point(index)) }),
        body: "Bench.takePoints(points)",
        scalar: true,
    },
    { name: "sequence of 1000 {x,y} out", make: bench, body: "Bench.makePoints(1000)" },
];

const small = [
    { name: "add(long, long)", make: bench, body: "Bench.add(i, 1)", scalar: true },
    { name: "noop", make: bench, body: "Bench.noop()", scalar: true },
    {
        name: "string enum round trip",
        make: ({ Bench }) => ({ Bench, shades: ["red", "orange", "yellow", "green", "blue", "violet", "red", "green"] }),
        body: "Bench.nextShade(shades[i & 7])",
        scalar: true,
    },
    { name: "long? round trip, null", make: bench, body: "Bench.halve(null)", scalar: true },
    { name: "long? round trip, value", make: bench, body: "Bench.halve(i & 1023)", scalar: true },
];

const classes = [
    {
        name: "class: new + dispose",
        make: ({ Counter }) => ({ Counter }),
        body: "new Counter(i).dispose()",
    },
    { name: "class: method", make: ({ Counter }) => ({ counter: new Counter(1) }), body: "counter.increment(1)", scalar: true },
    { name: "class: getter", make: ({ Counter }) => ({ counter: new Counter(1) }), body: "counter.value", scalar: true },
    { name: "class: setter", make: ({ Counter }) => ({ counter: new Counter(1) }), body: "(counter.value = i)", scalar: true },
    {
        name: "class: object in and out, same wrapper",
        make: ({ Bench, Counter }) => ({ Bench, counter: new Counter(1) }),
        body: "Bench.echoCounter(counter) === counter",
        scalar: true,
    },
];

const functions = [
    {
        name: "callback (double)->double, per call",
        make: ({ Bench }) => ({ Bench, transform: (value) => value + 1 }),
        body: "Bench.applyTransform(transform, 1000)",
        calls: 1000,
        scalar: true,
    },
    {
        name: "callback (5-char string), per call",
        make: ({ Bench }) => {
            let seen = 0;
            return { Bench, sink: (text) => { seen += text.length; } };
        },
        body: "Bench.feed(sink, 1000)",
        calls: 1000,
    },
    {
        name: "returned closure: call",
        make: ({ Bench }) => ({ adder: Bench.makeAdder(2) }),
        body: "adder(1.5)",
        scalar: true,
    },
    {
        name: "returned closure: make + call + release",
        make: ({ Bench }) => ({ Bench, adder: undefined, result: 0 }),
        body: "(adder = Bench.makeAdder(2), result = adder(1.5), adder.dispose(), result)",
    },
    { name: "throwing function, success", make: bench, body: "Bench.checked(i & 1023)", scalar: true },
    {
        name: "throwing function, error",
        make: bench,
        statement: "try { Bench.checked(-1); } catch (error) { value = error.message; }",
    },
];

const imports = [
    { name: "import add(long, long), per call", make: bench, body: "Bench.callHostAdd(1000)", calls: 1000, scalar: true },
    ...[[5, 0], [100, 1]].flatMap(([count, kind]) => [
        { name: `import taking ${count}-char string, per call`, make: bench, body: `Bench.callHostTakeString(${kind}, 1000)`, calls: 1000 },
        { name: `import returning ${count}-char string, per call`, make: bench, body: `Bench.callHostReturnString(${kind}, 1000)`, calls: 1000 },
    ]),
    {
        name: "JS object property get + set, per pair",
        make: ({ Bench, Cell }) => ({ Bench, cell: new Cell(1), Cell }),
        body: "Bench.touchCell(cell, 1000)",
        calls: 1000,
    },
    { name: "JS object handle create + drop, per handle", make: bench, body: "Bench.makeCells(1000)", calls: 1000 },
];

const total = "let total = 0; for (const [, number] of table) total += number; value = total";

const members = [
    { name: "property by index, get", make: ({ Series }) => ({ series: new Series(8) }), body: "series[i & 7]" },
    { name: "iterator of pairs, per step", make: ({ Table }) => ({ table: new Table(1000) }), statement: total, calls: 1000 },
    { name: "overload: a number", make: ({ Forms }) => ({ Forms }), body: "Forms.size(i)", scalar: true },
    { name: "overload: 5 ASCII", make: ({ Forms }) => ({ Forms, values: ascii(5) }), body: "Forms.size(values[i & 7])", scalar: true },
    { name: "(double or DOMString) round trip, a number", make: ({ Forms }) => ({ Forms }), body: "Forms.next(i)", scalar: true },
    { name: "(double or DOMString) round trip, 5 ASCII", make: ({ Forms }) => ({ Forms, values: ascii(5) }), body: "Forms.next(values[i & 7])" },
    {
        name: "record of 5 doubles in",
        make: ({ Forms }) => ({ Forms, values: { width: 1.5, height: 2.5, depth: 3.5, weight: 4.5, price: 5.5 } }),
        body: "Forms.sum(values)",
    },
    ...[64, 100000].map((count) => ({
        name: `BufferSource in n=${count}`,
        make: ({ Forms }) => ({ Forms, bytes: new Uint8Array(count).buffer }),
        body: "Forms.byteCount(bytes)",
    })),
];

export const rows = [
    ...small, ...stringsIn("stringIn", "string in"), ...stringsIn("stringInBorrowed", "string in, borrowed,"), ...stringsOut,
    ...greetings, ...arrays, view, ...dictionaries, ...classes, ...functions, ...imports,
    ...members,
];
