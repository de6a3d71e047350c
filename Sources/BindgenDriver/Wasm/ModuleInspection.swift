import BindgenWasm

/// What `bindgen inspect` tells about a compiled module.
package struct ModuleInspection: Sendable {
    let path: String
    let module: WasmModule
    let code: CodeScan
    /// The size after `gzip -9`; nil where there is no `gzip`.
    let gzippedBytes: Int?
    /// The functions one by one; nil where they are not asked for.
    let functions: SizeReport?

    /// Where the names of functions and the DWARF are, if anywhere.
    enum DebugInfo: Sendable {
        case none
        case inside
        /// In another file, by its URL.
        case external(String)
    }

    /// Reads a file; the error says where it is wrong, or what it is instead.
    package init(path: String, tellsFunctions: Bool = false) throws(BuildError) {
        self.path = path
        let module = try WasmModule.read(path)
        self.module = module
        functions = tellsFunctions ? SizeReport(module) : nil
        code = CodeScan(module)
        gzippedBytes = Compression.gzip.size(ofFile: path)
    }

    /// What ties a module to its glue: Swift exports it by name. Nil where no bindgen made this module.
    var fingerprint: String? {
        let mark = "bindgen:"
        return module.exports.first { $0.kind == .function && $0.name.hasPrefix(mark) }.map {
            String($0.name.dropFirst(mark.count))
        }
    }

    /// In the order of `WasmFeature`.
    var usedFeatures: [String] {
        WasmFeature.allCases.filter { code.features.contains($0) }.map(\.rawValue)
    }

    var namedFunctions: Int { module.nameSection?.functions.count ?? 0 }

    var debugInfo: DebugInfo {
        if module.sections.contains(where: \.isDWARF) { return .inside }
        return module.externalDebugInfo.map { .external($0) } ?? .none
    }

    /// What could not be read although the module as a whole could.
    var remarks: [String] {
        var remarks: [String] = []
        if let failure = code.failure {
            remarks.append("the code is read only in part, \(failure.sentence): features may be missing above")
        }
        if let failure = module.nameSection?.failure { remarks.append("names are missing, \(failure.sentence)") }
        return remarks
    }

    /// How many entries a section has, in words; empty where that says nothing.
    func entries(of section: WasmSection) -> String {
        func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
            "\(FileSize.format(number)) \(number == 1 ? noun : plural ?? noun + "s")"
        }
        let imported = { (kind: ExternalKind) in module.imports.count { $0.type.kind == kind } }
        switch section.kind {
        case .type: return count(module.types.count, "type")
        case .import: return count(module.imports.count, "import")
        case .export: return count(module.exports.count, "export")
        case .function, .code: return count(module.functions.count, "function")
        case .table: return count(module.tables.count - imported(.table), "table")
        case .memory: return count(module.memories.count - imported(.memory), "memory", "memories")
        case .global: return count(module.globals.count - imported(.global), "global")
        case .tag: return count(module.tags.count - imported(.tag), "tag")
        case .element: return count(module.elements.count, "segment")
        case .data: return count(module.data.count, "segment")
        case .custom: return section.customName == "name" ? count(namedFunctions, "named function") : ""
        case .start, .dataCount: return ""
        }
    }
}
