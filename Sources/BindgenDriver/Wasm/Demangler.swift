/// The names of Swift functions as people write them, by `swift demangle` of the toolchain.
struct Demangler {
    private var names: [String: String] = [:]

    /// Asks for all names at once. Where there is no such program, names stay as they are.
    init(_ mangled: [String]) {
        // The prefixes of Swift's mangling; $e is Embedded Swift's.
        let swift = mangled.filter { name in ["$s", "$e", "$S", "_$s", "_$e"].contains { name.hasPrefix($0) } }
        guard !swift.isEmpty, let program = Subprocess.find("swift"),
            let result = try? Subprocess.run(
                program, ["demangle", "-compact", "-simplified", "--"] + swift, output: .collectStandardOutput),
            result.status == 0
        else { return }
        let lines = result.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for (name, line) in zip(swift, lines) where !line.isEmpty { names[name] = line }
    }

    /// The readable form, or the name itself.
    func callAsFunction(_ name: String) -> String { names[name] ?? name }
}
