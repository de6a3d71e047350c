package import BindgenABI
import BindgenModel

/// The declarations of `<package>/worker`: the module's own, with members that are promised.
package func emitRemoteTypeScript(_ plan: BindingPlan, sourceName: String, hasPool: Bool) -> String {
    var emitter = TypeScriptEmitter(plan: plan)
    emitter.remote = TypeScriptEmitter.Remote(hasPool: hasPool)
    emitter.emitFile(sourceName: sourceName, requirements: HostRequirements(), inspection: .none)
    return emitter.out.text
}

extension TypeScriptEmitter {
    /// That the module runs in a worker.
    struct Remote: Sendable {
        var hasPool: Bool
    }

    /// A member as it is seen from another thread; nil where it is what it is there.
    func remoteSignature(of member: MemberPlan) -> String? {
        guard let function = member.function else { return nil }
        let modifier = function.isStatic ? "static " : ""
        let name = jsPropertyName(function.jsName)
        let result = function.result.crossing
        switch member {
        case .operation where function.returnsReceiver:
            return "\(name)(\(parameters(function.arguments, isInput: true))): Promise<this>"
        case .operation, .stringifier:
            return "\(modifier)\(name)(\(parameters(function.arguments, isInput: true))): \(promised(function))"
        case .attribute(_, let setter):
            if result.remote == .view, function.hasReceiver {
                return "readonly \(name): RemoteView<\(type(result, isResult: true))>"
            }
            let type = promised(function)
            guard let setter, !setter.isHidden else { return "\(modifier)readonly \(name): \(type)" }
            let value = function.tsType ?? self.type(result, isInput: true)
            // TypeScript before 5.1 wants the type that is read among those that are written.
            return "\(modifier)get \(name)(): \(type);\n\(modifier)set \(name)(value: \(value) | \(type))"
        case .constructor, .constant, .iteration, .properties, .json, .kept: return nil
        }
    }

    private func promised(_ function: FunctionPlan) -> String {
        let crossing = function.result.crossing
        let text = function.tsType ?? type(crossing, isResult: true)
        switch crossing.remote {
        case .iterator, .promised: return text
        default: return "Promise<\(text)>"
        }
    }

    /// Iteration, and `toJSON`.
    func remoteSignatures(_ plan: IterationPlan) -> [String] {
        let value = type(plan.value, isResult: true)
        let key = plan.key.map { type($0, isResult: true) } ?? (plan.kind == .setlike ? value : "number")
        return [
            "entries(): AsyncIterableIterator<[\(key), \(value)]>", "keys(): AsyncIterableIterator<\(key)>",
            "values(): AsyncIterableIterator<\(value)>",
            "forEach(callback: (value: \(value), key: \(key), object: this) => void, thisArg?: unknown): Promise<void>",
            "[Symbol.asyncIterator](): AsyncIterableIterator<\(plan.key == nil ? value : "[\(key), \(value)]")>",
        ]
    }

    mutating func emitRemoteLoader(_ remote: Remote) {
        if plan.containers.flatMap(\.members).contains(where: { $0.function?.result.crossing.remote == .view }) {
            emitRemoteView()
        }
        let workers = """

              /** How many workers there are: calls go to the one with the least to do, and objects stay where they were made. */
              workers?: number;
            """
        let threads = """

              /** How many threads the module has in each worker, that one included; without it, one for each processor. */
              threads?: number;
            """
        out.print(
            """

            export interface InitOptions {
              /** Where the .wasm is; without it, beside the .js file. */
              module?: string | $Class<"URL"> | ArrayBuffer | ArrayBufferView | $Module;\(remote.hasPool ? workers : "")\(plan.hasThreads ? threads : "")
              /** Makes the worker, where its script is not beside this one; in Node, Deno and Bun one of `node:worker_threads`. */
              worker?: () => object;
            }

            /** Starts the worker and loads the module there; await it before the first call. Later calls give the same promise. */
            export declare function init(options?: InitOptions): Promise<void>;

            /** Makes a separate instance, in a worker of its own. */
            export declare function instantiate(options?: InitOptions): Promise<Instance>;

            /** Ends the worker. What waits for it is rejected, and so are later calls. */
            export declare function terminate(): Promise<void>;

            export interface Instance {
              init(options?: InitOptions): Promise<void>;
              terminate(): Promise<void>;
            """)
        emitExportsOfInstance()
        out.print("}")
        emitPlatformTypes()
    }

    private mutating func emitRemoteView() {
        out.print(
            """

            /** Memory of Swift's, which lies in the worker. */
            export interface RemoteView<Type> {
              /** A copy of the elements from `begin` up to `end`; of all without them. */
              read(begin?: number, end?: number): Promise<Type>;
              /** Writes elements from `offset` on. With `transfer` their buffer moves to the worker, and is empty here. */
              write(
                data: Type | (Type extends { [index: number]: infer Element } ? ArrayLike<Element> : never),
                offset?: number,
                options?: { transfer?: boolean },
              ): Promise<void>;
            }
            """)
    }
}
