import BindgenWasm
import Foundation

/// How large a module and its parts are, as it is kept from build to build.
struct SizeFigures: Codable {
    var bytes: Int
    /// By section; of custom sections, each name once.
    var sections: [String: Int]
    /// By the name that the compiler gave; functions of one name add up.
    var functions: [String: Int]
    /// By the name of a compression, as far as that was measured.
    var compressed: [String: Int] = [:]

    /// - Parameters:
    ///   - module: what is published.
    ///   - named: the same code, with names.
    init(_ module: WasmModule, named: WasmModule) {
        bytes = module.bytes.count
        sections = Dictionary(module.sections.map { ($0.name, $0.range.count) }, uniquingKeysWith: +)
        functions = Dictionary(
            zip(FunctionNames(named).all, module.functions.map(\.entry.count)), uniquingKeysWith: +)
    }
}

extension SizeFigures {
    /// Whether all but the compressed sizes, which not every build measures, is the same.
    fileprivate func isSameModule(as other: SizeFigures) -> Bool {
        (bytes, sections, functions) == (other.bytes, other.sections, other.functions)
    }
}

/// The names of the functions that a module defines, in order.
struct FunctionNames {
    var all: [String]

    /// From the name section; a function without a name there goes by its export, or by its number.
    init(_ module: WasmModule) {
        let names = module.nameSection?.functions ?? [:]
        let exports = Dictionary(
            module.exports.filter { $0.kind == .function }.map { ($0.index, $0.name) }, uniquingKeysWith: { first, _ in first })
        let imported = module.importedFunctions.count
        all = module.functions.indices.map { index in
            let index = index + imported
            return names[index] ?? exports[index].map { "export \($0)" } ?? "function \(index)"
        }
    }
}

/// The figures of the last build and of the one before that had others, in the scratch folder.
struct SizeHistory: Codable {
    var last: SizeFigures
    var before: SizeFigures?

    /// Adds figures to the file. A file that cannot be read is as none: it is only there to compare with.
    /// - Returns: What to compare with: the figures of the last build that had others.
    static func record(_ figures: SizeFigures, in folder: String, product: String) throws(BuildError) -> SizeFigures? {
        let name = "\(product).sizes.json"
        let known = FileSystem.read(folder + "/" + name).flatMap { try? JSONDecoder().decode(SizeHistory.self, from: Data($0)) }
        var history = SizeHistory(last: figures, before: known?.before)
        if let known {
            if figures.isSameModule(as: known.last) {
                history.last.compressed.merge(known.last.compressed) { new, _ in new }
            } else {
                history.before = known.last
            }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        do {
            try FileWriter(folder: folder).write([OutputFile(path: name, contents: Array(try encoder.encode(history)))])
        } catch {
            throw error as? BuildError ?? BuildError("cannot write \(name): \(error)")
        }
        return history.before
    }
}
