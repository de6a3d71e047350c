// Calls that wait in place, by JavaScript Promise Integration (JSPI).

// @part supports
const $supports = Object.freeze({ jspi: typeof WebAssembly.Suspending === "function" && typeof WebAssembly.promising === "function" });

// @part suspendable needs supports promises table handles pending failure
// The last call of those that follow each other, by what they follow each other for.
const $queues = new Map();
const $engine = () => {
  const { Deno, Bun, process, navigator } = globalThis;
  if (Deno) return `Deno ${Deno.version.deno}`;
  if (Bun) return `Bun ${Bun.version}`;
  return process?.version ? `Node ${process.version}` : (navigator?.userAgent ?? "this engine");
};
/** What the call is to be for is refused, or over: Swift lets go of it. */
const $forget = (body, call) => $table.get(body)(call | 1);
const $suspendable = (number, call, body, enter, queue) => {
  const entry = $promises.get(number);
  if (!$supports.jspi) {
    $forget(body, call);
    const needs = "JSPI (WebAssembly.Suspending): Chrome 137, Node 26 or Node 24 with --experimental-wasm-jspi, Deno 2.9, Bun 1.4, Firefox 153 have it";
    $settlePromise(number, "reject", new Error(`${entry.name} waits in place and needs ${needs}; ${$engine()} does not`));
    return;
  }
  const run = () => WebAssembly.promising($table.get(enter))(call, body, number, $stack.size);
  const begin = async () => {
    try {
      if ($trap.error === undefined) await run();
    } catch (error) {
      try {
        $fail($explained(error), entry.name);
      } catch (failure) {
        $settlePromise(number, "reject", failure);
      }
    }
  };
  if (queue === 0) return void begin();
  const last = $queues.get(queue);
  const ended = last === undefined ? begin() : last.then(begin);
  $queues.set(queue, ended);
  ended.then(() => $queues.get(queue) === ended && $queues.delete(queue));
};
const $explained = (error) =>
  error?.name === "SuspendError" || error instanceof (WebAssembly.SuspendError ?? class {})
    ? new Error("Swift cannot wait here: a function of JavaScript's stands between the wait and the member that may wait", { cause: error })
    : error;
const $wait = (number, handle) => {
  if ($pending.exception !== undefined) {
    const { error } = $pending.exception;
    $pending.exception = undefined;
    $settlePromise(number, "reject", error);
  }
  const waiting = new Promise((resolve, reject) => {
    const entry = $promises.get(number);
    // Who waits for the value has been told of it when this is.
    const wake = () => {
      if (entry) entry.wake = undefined;
      if ($trap.error === undefined) return resolve();
      // An engine that could not suspend after all (Node 24) has let go of it.
      waiting.catch(() => {});
      reject($trap.error);
    };
    if (entry) entry.wake = wake;
    $values[handle].then(wake, wake);
  });
  return waiting;
};
const $suspend = $supports.jspi ? new WebAssembly.Suspending($wait) : $wait;
const $stackOverflow = (number) => {
  const name = $promises.get(number)?.name ?? "a call that waits";
  throw new RangeError(`${name} needs more than its stack of ${$stack.size} bytes; see \`suspendableStack\` in bindgen.json`);
};
