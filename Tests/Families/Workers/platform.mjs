/** What the platform has that goes to a worker: streams, and objects that are cloned or move. */

/** Whether the engine moves a stream to another thread. */
function canMove(stream) {
  const { port1, port2 } = new MessageChannel();
  try {
    port1.postMessage(stream, [stream]);
    return true;
  } catch {
    return false;
  } finally {
    port1.close();
    port2.close();
  }
}

export async function testPlatform(t, Work) {
  await t.test("streams move", async () => {
    const streamOf = (...values) =>
      new ReadableStream({
        start(control) {
          for (const value of values) control.enqueue(value);
          control.close();
        },
      });
    const numbers = streamOf(1, 2, 3.5);
    if (!canMove(numbers)) {
      await t.rejects(() => Work.added(numbers));
      return t.skip("streams move", "this engine moves no streams to another thread");
    }
    t.equal(await Work.added(streamOf(1, 2, 3.5)), 6.5);
    t.equal(await Work.joined(streamOf("a", "b")), "ab");
    const reader = (await Work.words("one two three")).getReader();
    const found = [];
    for (let step = await reader.read(); !step.done; step = await reader.read()) found.push(step.value);
    t.equal(found, ["one", "two", "three"]);
    return undefined;
  });
  await t.test("whatever gives values later goes as a stream", async () => {
    if (!canMove(new ReadableStream())) return;
    let end;
    const ended = new Promise((resolve) => (end = resolve));
    async function* texts() {
      try {
        yield "x";
        yield "y";
        yield "end";
        yield "z";
      } finally {
        end();
      }
    }
    t.equal(await Work.joined(texts()), "xy");
    // Who breaks off ends the generator.
    await ended;
    t.equal(await Work.joined(["p", Promise.resolve("q")]), "pq");
    await t.rejects(() => Work.joined(5), { type: TypeError });
    const failing = async function* () {
      yield "x";
      throw new RangeError("no more");
    };
    await t.rejects(() => Work.joined(failing()), { message: /no more/ });
  });
  await t.test("objects of the platform's are cloned, or move", async () => {
    const blob = new Blob(["abc"], { type: "text/x-mine" });
    t.equal(await Work.sameBlob(blob), "text/x-mine");
    const back = await Work.blobBack(blob);
    t.ok(back instanceof Blob && back !== blob && back.size === 3, "another one with the same bytes");
    await t.rejects(() => Work.post({}, "nowhere"), { type: TypeError });
    if (typeof Deno !== "undefined") return t.skip("a port moves", "Deno moves no port to a worker of node:worker_threads");
    const { port1, port2 } = new MessageChannel();
    const heard = new Promise((resolve) => port1.addEventListener("message", ({ data }) => resolve(data)));
    port1.start();
    await Work.post(port2, "by the port");
    t.equal(await heard, "by the port");
    port1.close();
    if (typeof OffscreenCanvas === "undefined") return undefined;
    const canvas = new OffscreenCanvas(10, 4);
    t.equal(await Work.widen(canvas, 5), 15);
    t.throws(() => structuredClone(canvas, { transfer: [canvas] }));
    return undefined;
  });
}
