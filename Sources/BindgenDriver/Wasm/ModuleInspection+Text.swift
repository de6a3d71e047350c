import BindgenWasm

/// The inspection as text for people.
extension ModuleInspection {
    package var text: String {
        var lines = ["\(path): WebAssembly module, \(FileSize.format(module.bytes.count)) B"]
        if let gzippedBytes { lines[0] += " (\(FileSize.format(gzippedBytes)) B gzipped)" }
        lines.append(
            fingerprint.map { "made by bindgen, fingerprint \($0)" } ?? "not made by bindgen: it exports no fingerprint")
        lines += sectionLines + importLines + exportLines + factLines + (functions?.functionLines ?? [])
        lines += remarks.map { "note: \($0)" }
        return lines.joined(separator: "\n")
    }

    private var sectionLines: [String] {
        var table = TextTable(.left, .right, .right, .left)
        for section in module.sections {
            let name = section.kind == .custom ? "custom \"\(section.name.printable)\"" : section.name
            table.add(
                name, FileSize.format(section.range.count) + " B", SizeShare.text(section.range.count, of: module.bytes.count),
                entries(of: section))
        }
        return ["", "Sections"] + table.lines
    }

    private var importLines: [String] {
        if module.imports.isEmpty { return ["", "Imports: none"] }
        var table = TextTable(.left, .left, .left)
        for entry in module.imports {
            table.add("\(entry.module).\(entry.name)".printable, entry.type.kind.rawValue, module.describe(entry.type))
        }
        return ["", "Imports"] + table.lines
    }

    private var exportLines: [String] {
        if module.exports.isEmpty { return ["", "Exports: none"] }
        var table = TextTable(.left, .left, .left)
        for export in module.exports {
            table.add(export.name.printable, export.kind.rawValue, module.describe(export))
        }
        return ["", "Exports"] + table.lines
    }

    private var factLines: [String] {
        var table = TextTable(.left, .left)
        for memory in module.memories { table.add("memory", describe(memory)) }
        table.add("features used", list(usedFeatures))
        if let allowed = module.targetFeatures { table.add("features allowed", list(allowed)) }
        table.add("function names", namedFunctions == 0 ? "none" : FileSize.format(namedFunctions))
        switch debugInfo {
        case .none: table.add("DWARF", "none")
        case .inside:
            let size = module.sections.filter(\.isDWARF).reduce(0) { $0 + $1.range.count }
            table.add("DWARF", FileSize.format(size) + " B")
        case .external(let url): table.add("DWARF", "in \(url.printable)")
        }
        for (field, values) in module.producers {
            table.add(field.printable, list(values.map { $0.version.isEmpty ? $0.name : "\($0.name) \($0.version)" }))
        }
        return [""] + table.lines + featureLines
    }

    private var featureLines: [String] {
        let used = WasmFeature.allCases.filter { code.features.contains($0) }
        if used.isEmpty { return [] }
        var table = TextTable(.left, .left, .left, .left, .left)
        for feature in used {
            let engines = WasmEngine.allCases.map { engine in
                feature.firstVersion(in: engine).map { "\(engine.rawValue) \($0)" } ?? "no \(engine.rawValue)"
            }
            table.add(feature.rawValue, engines[0], engines[1], engines[2], engines[3])
        }
        return ["", "Features used, and the first versions that have them"] + table.lines
    }

    private func list(_ words: [String]) -> String {
        words.isEmpty ? "none" : words.joined(separator: ", ").printable
    }

    private func describe(_ memory: MemoryType) -> String {
        let size = { (pages: UInt64) in "\(pages) page\(pages == 1 ? "" : "s") of 64 KiB" }
        let limits = memory.limits
        return size(limits.minimum) + (limits.maximum.map { ", at most \(size($0))" } ?? ", grows as needed")
            + (limits.isShared ? ", shared" : "") + (limits.is64 ? ", 64-bit addresses" : "")
    }
}
