import BindgenABI

/// The modules of a package with threads that differ from host to host: one that makes threads, and the script of a thread.
package enum ThreadEntry: Sendable {
    /// Browsers: `Worker`. The line that names the script stands as bundlers look for it, and the script imports nothing.
    case web
    /// Node, Deno and Bun: `node:worker_threads`.
    case node

    /// What makes threads: the glue asks it for a memory and for threads, the entry whether they are possible.
    /// - Parameter poolFile: the script of a thread.
    package func maker(
        sourceName: String, poolFile: String, memory: HostRequirements.SharedMemory, variant: ModuleVariant
    ) -> String {
        """
        \(generatedHeader(sourceName))
        \(self == .node ? "import { Worker as $Worker } from \"node:worker_threads\";\n" : "")
        const $make = () => new WebAssembly.Memory({ initial: \(memory.pages), maximum: \(memory.most), shared: true });
        const $probe = \(variant.probe);
        let $spare, $reason;
        const $look = () => {
          \(impossibility)
          if (!WebAssembly.validate(new Uint8Array($probe))) return "this engine has no threads\(variant.usesSIMD ? " or no vectors" : "")";
          try {
            $spare = $make();
          } catch (error) {
            return `this engine has no room for a shared memory: ${error.message}`;
          }
          return "";
        };

        export const $threads = {
          /** Why there are no threads here; undefined where there are. */
          why: () => ($reason ??= $look()) || undefined,
          /** A memory for another instance. The first one has been made for a look. */
          memory() {
            const memory = $spare ?? $make();
            $spare = undefined;
            return memory;
          },
          /** Starts a thread, and waits until it has its instance of the module. */
        \(spawn(poolFile: poolFile))
        };

        """
    }

    private var impossibility: String {
        switch self {
        case .web:
            """
            if (typeof SharedArrayBuffer !== "function" || globalThis.crossOriginIsolated === false) {
                return "this page shares no memory with threads: serve it with `Cross-Origin-Opener-Policy: same-origin` and `Cross-Origin-Embedder-Policy: require-corp`";
              }
              if (typeof Worker !== "function") return "no threads can be made here: this scope has no Worker";
            """
        case .node: "if (typeof SharedArrayBuffer !== \"function\") return \"this engine shares no memory\";"
        }
    }

    private func spawn(poolFile: String) -> String {
        let worker =
            self == .web
            ? "new Worker(new URL(\"./\(poolFile)\", import.meta.url), { type: \"module\" })"
            : "new $Worker(new URL(\"./\(poolFile)\", import.meta.url))"
        let listening =
            self == .web
            ? """
                  worker.onmessage = ({ data }) => receive(data);
                  worker.onerror = (event) => {
                    event.preventDefault?.();
                    fail(event.message || "its script cannot be loaded");
                  };
            """
            : """
                  worker.on("message", receive);
                  worker.on("error", (error) => fail(error?.message));
                  worker.on("exit", () => fail("its worker has ended"));
            """
        return """
              spawn: (work) =>
                new Promise((resolve, reject) => {
                  const worker = \(worker);
                  const fail = (why) => {
                    clearTimeout(timer);
                    // Some engines tell of the end at once.
                    reject(new Error(why));
                    worker.terminate();
                  };
                  const timer = setTimeout(() => fail("its worker gives no sign"), 30_000);
                  const receive = (state) => {
                    if (state === "here") return worker.postMessage(work);
                    if (state !== "ready") return fail(state);
                    clearTimeout(timer);
                    \(self == .node ? "worker.unref();\n        " : "")return resolve({ end: () => worker.terminate() });
                  };
            \(listening)
                }),
            """
    }

    /// The script of a thread: an instance of the module, which does what the pool has to do and nothing else.
    package func thread(sourceName: String) -> String {
        let port =
            self == .web
            ? """
            const $post = (state) => globalThis.postMessage(state);
            globalThis.onmessage = ({ data }) => $run(data);
            """
            : """
            const $post = (state) => parentPort.postMessage(state);
            parentPort.once("message", (work) => $run(work));
            """
        return """
            \(generatedHeader(sourceName))
            \(self == .node ? "import { parentPort } from \"node:worker_threads\";\n" : "")
            \(Self.body)
            \(port)
            $post("here");

            """
    }

    private static let body = #"""
        const $run = async ({ module, memory, thread, failure }) => {
          // What Swift said before it stopped: a sentence and its lines.
          let said;
          const bytes = (address, length) => new Uint8Array(memory.buffer, address >>> 0, length);
          const own = {
            print(address, length) {
              const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes(address, length).slice());
              console.log(text);
              const [, fatal] = /^[^:]+:\d+: ((?:Fatal error|Precondition failed|Assertion failed)[^]*)/.exec(text) ?? [];
              said = fatal ?? said;
            },
            random: (address, length) => bytes(address, length).set(crypto.getRandomValues(new Uint8Array(length))),
          };
          const answer = (name) =>
            own[name] ??
            (name.startsWith("math ") ? Math[name.slice(5)] : () => {
              throw new Error(`\`${name}\` belongs to JavaScript, which only the thread that made the call can reach`);
            });
          const given = { env: { memory }, bindgen: {} };
          let exports;
          try {
            for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
              if (kind === "function") (given[from] ??= {})[name] = answer(name);
            }
            ({ exports } = await WebAssembly.instantiate(module, given));
          } catch (error) {
            $post(String(error?.message));
            return;
          }
          $post("ready");
          try {
            exports["bindgen.runThread"](thread);
          } catch (error) {
            // Whoever waits for the call finds the reason in memory: no message arrives while it waits. The first one to stop tells its own.
            const [state] = failure;
            if (Atomics.compareExchange(state, 0, 0, 1) !== 0) return;
            const reason = said?.replace(/\n[^]*/, "") ?? error?.message ?? error;
            const text = new TextEncoder().encode(`${reason}, in a thread\n${error?.stack ?? ""}`).subarray(0, failure[1].length);
            failure[1].set(text);
            Atomics.store(state, 1, text.length);
            Atomics.store(state, 0, 2);
            // The caller may be about to sleep, where nobody else would wake it up; it ends this thread. Another thread whose stack overflows may
            // still write over the word that says so.
            const words = new Int32Array(memory.buffer);
            const place = exports["bindgen.failure"]() >>> 2;
            for (;;) {
              Atomics.store(words, place, 1);
              Atomics.notify(words, place + 1);
              Atomics.notify(words, Math.min(Atomics.load(words, place + 2) >>> 2, words.length - 1));
              Atomics.wait(state, 0, 2, 5);
            }
          }
        };
        """#
}
