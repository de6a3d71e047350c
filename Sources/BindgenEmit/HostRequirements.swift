/// What a compiled module asks of JavaScript besides what its IDL says.
package struct HostRequirements: Sendable {
    /// What it imports from `bindgen`; the glue answers nothing else. Nil where there is no .wasm to look at: the glue then answers
    /// all that the Swift runtime can ask.
    package var bindgenImports: Set<String>?
    /// Whether it imports WASI, which the program hands to `init`.
    package var usesWASI = false
    /// The memory of the build that has threads, which is made before any instance is.
    package var sharedMemory: SharedMemory?
    /// Whether it has an `_initialize`, to be called before any other export (WASI's reactors).
    package var isReactor = false

    /// The bytes of the stack of each call that waits in place; stacks begin and end at multiples of 16.
    package var suspendableStack = 64 * 1024
    /// Whether the program has an entry point of its own, `@main` or code at the top of `main.swift`, which runs when the module is ready.
    package var hasEntryPoint = false

    /// Whether it is a program: it calls the operating system and has an entry point, and ends with an exit code.
    package var isProgram: Bool { usesWASI && hasEntryPoint }

    /// So many pages of 64 KiB at first, and at most.
    package struct SharedMemory: Equatable, Sendable {
        package var pages: Int
        package var most: Int

        package init(pages: Int, most: Int) {
            self.pages = pages
            self.most = most
        }
    }

    package init() {}

    /// The names that compilers give to it.
    package static let entryPoints = ["main", "__main_argc_argv"]

    /// The module from which WASI's functions are imported: preview 1, the last that core modules have.
    package static let wasiModule = "wasi_snapshot_preview1"
}
