import BindgenABI

/// Arrays in the module's memory.
extension TypeScriptEmitter {
    mutating func emitScope() {
        out.print(
            """

            /**
             * Begins a scope, which disposes of all objects that are made until it is disposed of itself: `using scope = scope();` in a block
             * without `await`. `keep` takes an object out.
             */
            export declare function scope(): { keep<Type>(object: Type): Type; dispose(): void; [Symbol.dispose](): void };
            """)
    }

    mutating func emitFatal() {
        out.print(
            """

            /**
             * Has `listener` called once, in a task of the microtask queue, when this instance stops: a trap, or no memory. An instance that
             * has stopped tells at once. Every later call of its members throws; another instance is made by `instantiate()`.
             * @returns a function that takes the listener off
             */
            export declare function onFatal(listener: (error: Error) => void): () => void;
            """)
    }

    mutating func emitAllocate() {
        out.print(
            """

            /** An array in the module's memory. */
            export interface Allocated<Type> {
              /** The array itself, or a new one over the same memory where growth of the memory has detached it. */
              readonly current: Type & Allocated<Type>;
              /** Gives the memory back; every later use is an error. Disposing twice is allowed. */
              dispose(): void;
              [Symbol.dispose](): void;
            }

            /**
             * Makes an array of zeroes in the module's memory, which members are lent without a copy.
             * @param Class the class of the array, such as `Float32Array`
             * @param length the number of elements
             */
            export declare function allocate<Type extends ArrayBufferView>(
              Class: { readonly prototype: Type; readonly BYTES_PER_ELEMENT: number },
              length: number,
            ): Type & Allocated<Type>;
            """)
    }
}

/// Several builds of the module.
extension TypeScriptEmitter {
    private static func why(_ name: String) -> String {
        let comment = "/** Why the engine, or the page, cannot run a build; undefined where it can. */"
        return "\n  \(comment)\n  why(name: \(name)): string | undefined;"
    }

    /// What `init` and `instantiate` take.
    func loaderParameters(_ source: String, usesWASI: Bool) -> String {
        if usesWASI { return "source: InitInput | Promise<InitInput> | undefined, options: InitOptions" }
        return source + (plan.hasThreads ? ", options?: InitOptions" : "")
    }

    var threadsTag: String { plan.hasThreads ? "\n * @param options how many threads" : "" }

    /// What `init` takes in packages with threads, and what programs see of them.
    mutating func emitThreads() {
        out.print(
            """

            export interface InitOptions {
              /** How many threads there are to be, the caller's own included; without it, one for each processor. */
              threads?: number;
            }

            /** The threads of the module that `init` has loaded. */
            export declare const threads: {
              /** How many there are, the caller's own included. */
              readonly count: number;
              /** Why there are no others, or not as many as wanted; undefined where nothing went wrong. */
              readonly why: string | undefined;
              /** Ends all but the caller's own, which then does everything. */
              stop(): void;
            };
            """)
    }

    mutating func emitVariants(_ variants: [ModuleVariant]) {
        let name = (variants.map(\.name) + ["base"]).map(jsLiteral).joined(separator: " | ")
        out.print(
            """

            /** The builds of the module. `init` takes the best one that the engine can run. */
            export declare const variants: {
              /** Those whose .wasm this entry finds, the best first. */
              readonly names: (\(name))[];
              /** The best one that the engine can run. */
              readonly best: \(name);
              /** Whether the engine can run a build. */
              supports(name: \(name)): boolean;
              /** A build for `init`, where another one than the best is wanted. */
              source(name: \(name)): InitInput;\(variants.contains(where: \.hasThreads) ? Self.why(name) : "")
            };
            """)
    }
}
