import BindgenIDL
import BindgenWasm

/// The inspection for programs. Sizes are bytes, limits of memories pages.
extension ModuleInspection {
    package var json: String { object.text(indentation: 2) }

    private var object: JSONText {
        .object(facts + (functions.map { [("functionSizes", $0.functionList)] } ?? []))
    }

    private var facts: [(key: String, value: JSONText)] {
        [
            ("path", .string(path)),
            ("bytes", .integer(module.bytes.count)),
            ("gzippedBytes", gzippedBytes.map { .integer($0) } ?? .null),
            ("fingerprint", fingerprint.map { .string($0) } ?? .null),
            ("sections", .array(module.sections.map(section))),
            ("imports", .array(module.imports.map(importEntry))),
            ("exports", .array(module.exports.map(export))),
            ("memories", .array(module.memories.map(memory))),
            ("features", features),
            ("functions", .integer(module.functions.count)),
            ("namedFunctions", .integer(namedFunctions)),
            ("dwarf", dwarf),
            ("producers", .object(module.producers.map { field, values in (field, producers(values)) })),
            ("notes", strings(remarks)),
        ]
    }

    private func section(_ section: WasmSection) -> JSONText {
        .object([
            ("id", .integer(Int(section.kind.rawValue))), ("name", .string(section.name)),
            ("offset", .integer(section.range.lowerBound)), ("bytes", .integer(section.range.count)),
        ])
    }

    private func importEntry(_ entry: WasmModule.Import) -> JSONText {
        .object([
            ("module", .string(entry.module)), ("name", .string(entry.name)), ("kind", .string(entry.type.kind.rawValue)),
            ("type", .string(module.describe(entry.type))),
        ])
    }

    private func export(_ export: WasmModule.Export) -> JSONText {
        .object([
            ("name", .string(export.name)), ("kind", .string(export.kind.rawValue)), ("index", .integer(export.index)),
            ("type", .string(module.describe(export))),
        ])
    }

    /// A number that no JavaScript program could hold exactly is not one that a memory can have either.
    private func memory(_ memory: MemoryType) -> JSONText {
        let pages = { (pages: UInt64) in JSONText.integer(Int(clamping: pages)) }
        return .object([
            ("minimum", pages(memory.limits.minimum)), ("maximum", memory.limits.maximum.map(pages) ?? .null),
            ("shared", .boolean(memory.limits.isShared)), ("memory64", .boolean(memory.limits.is64)),
        ])
    }

    private var features: JSONText {
        .object([
            ("used", strings(usedFeatures)), ("allowed", module.targetFeatures.map(strings) ?? .null), ("engines", engines),
        ])
    }

    /// The first version of each engine that has a feature, by the feature; `null` where none has it.
    private var engines: JSONText {
        .object(
            WasmFeature.allCases.filter { code.features.contains($0) }.map { feature in
                let versions = WasmEngine.allCases.map { engine in
                    (engine.rawValue.lowercased(), feature.firstVersion(in: engine).map { JSONText.string($0) } ?? .null)
                }
                return (feature.rawValue, .object(versions))
            })
    }

    /// `null`, `"inside"`, or the URL of the file that has it.
    private var dwarf: JSONText {
        switch debugInfo {
        case .none: .null
        case .inside: .object([("place", .string("inside"))])
        case .external(let url): .object([("place", .string("external")), ("url", .string(url))])
        }
    }

    private func producers(_ values: [(name: String, version: String)]) -> JSONText {
        .object(values.map { ($0.name, .string($0.version)) })
    }

    private func strings(_ list: [String]) -> JSONText { .array(list.map { .string($0) }) }
}
