import BindgenABI

/// How much a module tells of that which it holds.
package enum Inspection: Sendable {
    case none
    /// `inspect()` counts handles and bytes, and the rest of the glue is as it ships.
    case usage
    /// Each object, closure and handle is written down with its place, for `assertNoLeaks()`.
    case leaks

    /// The functions that an entry exports for it.
    var exports: [String] {
        switch self {
        case .none: []
        case .usage: ["inspect"]
        case .leaks: ["inspect", "assertNoLeaks"]
        }
    }
}

extension JavaScriptEmitter {
    /// The functions that tell what the instance holds at the moment.
    func emitInspection(_ inspection: Inspection, _ needed: Set<String>, _ out: inout CodePrinter) {
        if inspection == .none { return }
        if inspection == .leaks { out.print(disposalText(needed)) }
        let living = inspection == .leaks ? "\n  live: $living()," : ""
        out.print(
            """
            const $inspect = () => ({
              handles: $values.length - 1 - $free.length,
              heapBytes: ($wasm.bindgen_heap_bytes ?? (() => $fail(undefined, "inspect")))() >>> 0,
              regionBytes: \(needed.contains("region") ? "$top - $base" : "0"),
              memory: $memory,\(needed.contains("suspendable") ? "\n  stacks: $stack," : "")\(living)
            });
            """)
    }

    /// Tells whether an object or a closure has been disposed: each family knows it of its own.
    private func disposalText(_ needed: Set<String>) -> String {
        let roots = plan.containers.filter { !$0.isImported && $0.kind == .interface && $0.parent == nil }
        var tests =
            needed.contains("objects")
            ? roots.map { "\($0.type.accessors.test)(owner) ? \($0.type.accessors.address)(owner) === 0 : " } : []
        if needed.contains("closures") { tests.append("typeof owner === \"function\" ? owner[$state].address === 0 : ") }
        return "const $isDisposed = (owner) => (\(tests.joined())false);"
    }
}

extension TypeScriptEmitter {
    /// The declarations of the same functions.
    mutating func emitInspection(_ inspection: Inspection) {
        if inspection == .none { return }
        let stacks = plan.support.suspends ? "; stacks: { size: number }" : ""
        let usage = "handles: number; heapBytes: number; regionBytes: number; memory: WebAssembly.Memory\(stacks)"
        out.print(
            """

            /** What the instance holds at the moment, for leak tests. */
            export declare function inspect(): { \(usage)\(inspection == .leaks ? "; live: Live[]" : "") };
            """)
        if inspection == .usage { return }
        out.print(
            """

            /** An object or a closure of Swift's that JavaScript has, or a value of JavaScript's for which Swift has a handle. */
            export interface Live {
              kind: "object" | "closure" | "handle";
              /** Its class, or the name of the function. */
              name: string;
              /** The frames of the stack where it was made, as the engine writes them. */
              place: string;
            }

            /**
             * Throws an error that lists what is alive, by class and by the place where it was made.
             * @param before what `inspect()` gave earlier; what was alive then is left out
             */
            export declare function assertNoLeaks(before?: { live: Live[] }): void;
            """)
    }
}
