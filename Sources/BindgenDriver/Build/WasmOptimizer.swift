import BindgenWasm
import Foundation

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

    /// Writes the optimized module beside its input. It keeps its names: they cost nothing until they are dropped, and the code is the
    /// same without them. DWARF that the input has is kept right too, for which the optimizer leaves out what would lose it. An output
    /// that the same program made of the same input with the same options stays.
    /// - Parameters:
    ///   - input: what is optimized, and its source map where that is wanted of the output too; written into the folder.
    ///   - output: the name of the file.
    func run(
        _ module: WasmModule, input: (module: OutputFile, map: OutputFile?), output: String, in folder: String, goal: Goal
    ) throws(BuildError) {
        let path = { folder + "/" + $0 }
        var arguments = [path(input.module.path), "-o", path(output), goal.option, "-g"] + Self.features(of: module)
        var outputs = [output]
        if let map = input.map {
            outputs.append(output + OutputNames.sourceMapSuffix)
            arguments += ["--input-source-map", path(map.path), "--output-source-map", path(outputs[1])]
        }
        let files = [input.module] + [input.map].compactMap(\.self)
        let note = OutputFile(path: output + ".made-by.txt", text: ([stamp] + arguments).joined(separator: "\n"))
        let isMade = (files + [note]).allSatisfy { FileSystem.read(path($0.path)) == $0.contents }
        if isMade, outputs.allSatisfy({ FileSystem.exists(path($0)) }) { return }
        // Whatever stops the build from here on, no note says of the output that it is of this input.
        try? FileManager.default.removeItem(atPath: path(note.path))
        try FileWriter(folder: folder).write(files)
        let result = try Subprocess.run(program, arguments)
        if result.status != 0 {
            throw BuildError("\(program) could not optimize \(arguments[0])", details: result.text)
        }
        try FileWriter(folder: folder).write([note])
    }

    /// What changes when another version of the program is installed.
    private var stamp: String {
        let real = FileSystem.real(program)
        let attributes = try? FileManager.default.attributesOfItem(atPath: real)
        let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(real), \(attributes?[.size] ?? 0) bytes, \(date)"
    }

    /// The options for exactly those features that the compiler was allowed to use or did use: with more, the optimizer might use
    /// what the engines of the module's users do not have.
    static func features(of module: WasmModule) -> [String] {
        let code = CodeScan(module)
        if code.failure != nil { return ["--all-features"] }
        let allowed = Set(module.targetFeatures?.compactMap { WasmFeature(rawValue: $0) } ?? [])
        let features = WasmFeature.allCases.filter { allowed.contains($0) || code.features.contains($0) }
        return ["--mvp-features"] + features.compactMap(\.optimizerOption)
    }
}

extension WasmFeature {
    /// What Binaryen calls it; nil where it has no option.
    fileprivate var optimizerOption: String? {
        switch self {
        case .nontrappingConversion: "--enable-nontrapping-float-to-int"
        case .simd: "--enable-simd"
        case .atomics: "--enable-threads"
        case .functionReferences: "--enable-typed-function-references"
        case .wideArithmetic: nil
        default: "--enable-\(rawValue)"
        }
    }
}
