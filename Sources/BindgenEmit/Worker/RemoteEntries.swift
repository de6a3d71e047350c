package import BindgenABI

/// The modules of `<package>/worker` that differ from host to host: one that makes workers and one that runs in them.
package enum RemoteEntry: Sendable {
    /// Browsers: `Worker`. The line that names the script stands as bundlers look for it, and the script imports nothing that makes workers.
    case web
    /// Node, Deno and Bun: `node:worker_threads`.
    case threads

    /// - Parameters:
    ///   - glueFile: what `emitRemoteClient` made.
    ///   - threadFile: what runs in the worker.
    package func client(
        of plan: BindingPlan, sourceName: String, glueFile: String, threadFile: String, declarationsFile: String
    ) -> String {
        let names = ["init", "terminate"] + plan.remoteNames.map { $0.js == $0.local ? $0.js : "\($0.js): \($0.local)" }
        let exported = ["init", "terminate"] + plan.remoteNames.map { $0.js == $0.local ? $0.js : "\($0.local) as \($0.js)" }
        return """
            \(generatedHeader(sourceName))
            /* @ts-self-types="./\(declarationsFile)" */
            \(self == .threads ? "import { Worker as $Worker } from \"node:worker_threads\";\n" : "")import { $create } from "./\(glueFile)";

            \(spawn(threadFile: threadFile))

            const { \(names.joined(separator: ", ")) } = /* @__PURE__ */ $create($spawn);
            export { \(exported.joined(separator: ", ")) };

            /**
             * Makes a separate instance, in workers of its own.
             * @param options as for `init`
             */
            export const instantiate = async (options) => {
              const instance = $create($spawn);
              await instance.init(options);
              return instance;
            };

            """
    }

    private func spawn(threadFile: String) -> String {
        let worker =
            self == .web
            ? "new Worker(new URL(\"./\(threadFile)\", import.meta.url), { type: \"module\" })"
            : "new $Worker(new URL(\"./\(threadFile)\", import.meta.url))"
        // Firefox now and then never runs the script of a worker's worker.
        let (why, silence) =
            self == .web ? ("why", "the browser has not started it") : ("...why", "its script says nothing, and may hang")
        return """
            /** Makes a worker and waits until it listens; gives it, and how to listen to it. @param given makes another one */
            const $spawn = (fingerprint, given) =>
              new Promise((resolve, reject) => {
                const worker = given ? given() : \(worker);
                let fail = (\(why)) => {
                  timer = clearTimeout(timer);
                  // Some engines tell of the end at once.
                  reject(new Error(\(why)));
                  worker.terminate();
                };
                let timer = setTimeout(() => fail("the worker cannot run: \(silence)"), 30_000);
            \(self == .web ? Self.webListeners : Self.threadListeners)
              });
            """
    }

    private static let webListeners = """
            worker.onerror = ({ message }) => {
              // Once it runs, an exception that nobody caught there is told as any other.
              if (timer || !message) fail(`the worker cannot run: ${message}`);
            };
            worker.onmessageerror = () => fail("lost message");
            worker.onmessage = ({ data }) => {
              if (data !== fingerprint) return fail("worker of another build");
              timer = clearTimeout(timer);
              return resolve([worker, (receive, failed) => {
                fail = failed;
                worker.onmessage = ({ data }) => receive(data);
              }]);
            };
        """

    private static let threadListeners = """
            worker.on("error", (error) => fail(`the worker cannot run: ${error?.message}`, { cause: error }));
            worker.on("messageerror", () => fail("lost message"));
            worker.on("exit", (code) => fail(`the worker has ended with exit code ${code}`));
            worker.once("message", (data) => {
              if (data !== fingerprint) return fail("worker of another build");
              clearTimeout(timer);
              worker.unref();
              return resolve([worker, (receive, failed) => {
                fail = failed;
                worker.on("message", receive);
              }]);
            });
        """

    /// The script of the worker.
    /// - Parameters:
    ///   - mainFile: the module's entry for the host.
    ///   - glueFile: what `emitRemoteServer` made.
    package func thread(sourceName: String, mainFile: String, glueFile: String) -> String {
        let header = "\(generatedHeader(sourceName))\n"
        switch self {
        case .web:
            return header + """
                import * as $module from "./\(mainFile)";
                import { $serve } from "./\(glueFile)";

                const $port = {
                  post: (message, moved) => globalThis.postMessage(message, moved),
                  listen(receive) {
                    globalThis.onmessage = ({ data }) => receive(data);
                  },
                };
                $serve($port, $module);

                """
        case .threads:
            return header + """
                import { parentPort } from "node:worker_threads";
                import * as $module from "./\(mainFile)";
                import { $serve } from "./\(glueFile)";

                const $port = {
                  post: (message, moved) => parentPort.postMessage(message, moved),
                  listen: (receive) => parentPort.on("message", receive),
                };
                $serve($port, $module);

                """
        }
    }
}
