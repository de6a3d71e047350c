/** ObservableArray: what JavaScript does to the array, Swift's list has (Web IDL 3.10). */
export default async function (t) {
  const { Playlist, Track, Shelves } = t.module;
  const playlist = new Playlist();

  await t.test("an attribute gives one array for each object, and it is an array", () => {
    const { titles } = playlist;
    t.ok(playlist.titles === titles && new Playlist().titles !== titles, "the same array");
    t.ok(Array.isArray(titles) && Object.getPrototypeOf(titles) === Array.prototype && titles.length === 0, "an array");
    t.equal([[...playlist.lengths], JSON.stringify(playlist.lengths), playlist.lengths.length], [[1, 2.5], "[1,2.5]", 2]);
  });
  await t.test("what changes the array changes Swift's list, and the other way round", () => {
    const { titles } = playlist;
    titles.push("a", "b");
    titles[2] = "c";
    titles[0] = 5;
    t.equal([...titles], ["5", "b", "c"]);
    playlist.shuffle();
    t.equal([titles.length, titles[0], titles[2], titles[3], titles.indexOf("b"), 1 in titles, 3 in titles], [3, "c", "5", undefined, 1, true, false]);
    t.equal([titles.pop(), titles.shift(), [...titles]], ["5", "c", ["b"]]);
    titles.splice(0, 1, "x", "y", "z");
    t.equal([titles.map((title) => title + title), Object.keys(titles), titles.toSorted?.() ?? [...titles]], [["xx", "yy", "zz"], ["0", "1", "2"], ["x", "y", "z"]]);
    titles.length = 1;
    t.equal([[...titles], delete titles[0], [...titles]], [["x"], true, []]);
    const { changes } = playlist;
    titles.push("one");
    t.ok(playlist.changes > changes, "Swift is told");
    titles.length = 0;
  });
  await t.test("assigning takes what iterates and keeps the array", () => {
    const { titles } = playlist;
    playlist.titles = new Set(["p", "q"]);
    t.ok(playlist.titles === titles, "the same array");
    t.equal([...titles], ["p", "q"]);
    playlist.titles = titles;
    t.equal([...titles], ["p", "q"]);
    t.throws(() => { "use strict"; playlist.lengths = [1]; }, { type: TypeError });
    playlist.lengths.push(Infinity);
    t.equal([...playlist.lengths], [1, 2.5, Infinity]);
  });
  await t.test("what cannot be converted changes nothing", () => {
    const { titles } = playlist;
    const before = [...titles];
    t.throws(() => titles.push(Symbol("s")), { type: TypeError, message: "Playlist.titles[2] must be a string, not the symbol Symbol(s)" });
    t.throws(() => { playlist.titles = 5; }, { type: TypeError, message: "Playlist.titles must be an iterable object, not the number 5" });
    t.throws(() => playlist.tracks.push({}), { type: TypeError, message: /^Playlist\.tracks\[0\] must be a Track/ });
    t.equal([[...titles], playlist.tracks.length], [before, 0]);
  });
  await t.test("indices have no holes, elements no accessors, and the array cannot be sealed", () => {
    const { titles } = playlist;
    playlist.titles = ["a", "b"];
    t.equal([Reflect.set(titles, 3, "d"), Reflect.set(titles, 2, "c"), Reflect.set(titles, "length", 9)], [false, true, false]);
    t.equal([Reflect.deleteProperty(titles, 0), Reflect.deleteProperty(titles, 7), Reflect.deleteProperty(titles, "length")], [false, true, false]);
    t.equal([Reflect.defineProperty(titles, 0, { get: () => "g" }), Reflect.defineProperty(titles, 0, { value: "z", enumerable: false })], [false, false]);
    t.equal([Reflect.defineProperty(titles, 0, { value: "z" }), titles[0], Reflect.preventExtensions(titles)], [true, "z", false]);
    t.equal(Object.getOwnPropertyDescriptor(titles, 1), { value: "b", writable: true, enumerable: true, configurable: true });
    t.equal(Object.getOwnPropertyDescriptor(titles, "length"), { value: 3, writable: true, enumerable: false, configurable: false });
    t.throws(() => { titles.length = -1; }, { type: RangeError });
    titles.note = "kept";
    t.equal([titles.note, Object.keys(titles)], ["kept", ["0", "1", "2", "note"]]);
    t.equal([titles["01"], titles[4294967295]], [undefined, undefined]);
  });
  await t.test("objects stay the same objects", () => {
    const track = new Track("first");
    playlist.tracks.push(track, new Track("second"));
    t.ok(playlist.tracks[0] === track && playlist.tracks.includes(track), "the same object");
    t.equal(playlist.tracks.map(({ title }) => title), ["first", "second"]);
    playlist.tracks.length = 0;
    track.dispose();
  });
  await t.test("other receivers and disposed objects are refused", () => {
    const { get } = Object.getOwnPropertyDescriptor(Playlist.prototype, "titles");
    t.equal([get.name, Object.getOwnPropertyDescriptor(Playlist.prototype, "lengths").set], ["get titles", undefined]);
    t.throws(() => get.call({}), { type: TypeError, message: /^Playlist\.titles/ });
    const gone = new Playlist();
    const { titles } = gone;
    gone.dispose();
    t.throws(() => titles.push("a"), { type: TypeError, message: /^Playlist\.titles/ });
  });
  await t.test("JavaScript's own ones are arrays for Swift", () => {
    const shelf = { names: ["a"], sizes: [1, 2] };
    t.equal([Shelves.rename(shelf, "b"), shelf.names], ["2 3", ["a", "b"]]);
  });
  await t.noLeaks("lists that change", () => {
    playlist.titles.push("a text that is longer than a few characters");
    playlist.titles.pop();
    const track = new Track("t");
    playlist.tracks.push(track);
    playlist.tracks.pop();
    track.dispose();
    try {
      playlist.tracks = [track];
    } catch {
      // It has been disposed of.
    }
  }, { times: 500 });
  playlist.dispose();
}
