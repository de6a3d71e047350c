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
        switch self {
        case .web:
            return """
                /** Makes a worker and waits until it listens. @param given makes another one */
                const $spawn = (fingerprint, given) =>
                  new Promise((resolve, reject) => {
                    const worker = given ? given() : new Worker(new URL("./\(threadFile)", import.meta.url), { type: "module" });
                    let fail = reject;
                    worker.onerror = (event) => {
                      // Once it runs, an exception that nobody caught there is told as any other.
                      if (fail !== reject && event.message) return;
                      fail(new Error(`the worker cannot run: ${event.message}`));
                    };
                    worker.onmessageerror = () => fail(new Error("lost message"));
                    worker.onmessage = ({ data }) => {
                      if (data !== fingerprint) return reject(new Error("worker of another build"));
                      return resolve({
                        post: (message, moved) => worker.postMessage(message, moved),
                        end: () => worker.terminate(),
                        listen(receive, failed) {
                          fail = failed;
                          worker.onmessage = (event) => receive(event.data);
                        },
                      });
                    };
                  });
                """
        case .threads:
            return """
                /** Makes a worker and waits until it listens. @param given makes another one */
                const $spawn = (fingerprint, given) =>
                  new Promise((resolve, reject) => {
                    const worker = given ? given() : new $Worker(new URL("./\(threadFile)", import.meta.url));
                    let fail = reject;
                    worker.on("error", (error) => fail(new Error(`the worker cannot run: ${error?.message}`, { cause: error })));
                    worker.on("messageerror", () => fail(new Error("lost message")));
                    worker.on("exit", (code) => fail(new Error(`the worker has ended with exit code ${code}`)));
                    worker.once("message", (data) => {
                      if (data !== fingerprint) return reject(new Error("worker of another build"));
                      worker.unref();
                      return resolve({
                        post: (message, moved) => worker.postMessage(message, moved),
                        busy: () => worker.ref(),
                        idle: () => worker.unref(),
                        end: () => worker.terminate(),
                        listen(receive, failed) {
                          fail = failed;
                          worker.on("message", receive);
                        },
                      });
                    });
                  });
                """
        }
    }

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
