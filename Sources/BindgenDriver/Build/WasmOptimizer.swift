/// `wasm-opt` of Binaryen, used where it is installed.
package struct WasmOptimizer: Sendable {
    /// What the optimizer aims at.
    package enum Goal: String, Sendable {
        case speed, size

        var option: String { self == .speed ? "-O3" : "-Oz" }
    }

    package var program: String

    package static func find() -> WasmOptimizer? {
        Subprocess.find("wasm-opt").map { WasmOptimizer(program: $0) }
    }

    package init(program: String) {
        self.program = program
    }

    /// Writes the optimized module to `output`, without names and without notes about its making.
    package func run(_ input: String, output: String, goal: Goal) throws(BuildError) {
        let arguments = [
            input, "-o", output, goal.option, "--all-features", "--strip-debug", "--strip-producers", "--strip-target-features",
        ]
        let result = try Subprocess.run(program, arguments)
        if result.status != 0 {
            throw BuildError("\(program) could not optimize \(input)", details: result.text)
        }
    }
}
