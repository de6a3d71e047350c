/// What the code of a module holds: which functions call which, and which features it uses.
package struct CodeScan: Sendable {
    /// What stands in one function.
    package struct Body: Equatable, Sendable {
        /// The functions that it calls by name or makes references of, in the index space with imports first; sorted.
        package var references: [Int]
        /// Whether it calls through a table or a reference.
        package var callsIndirectly: Bool
        /// Features that its instructions and locals use.
        package var features: Set<WasmFeature>
    }

    /// In the order of `WasmModule.functions`; those from the first unknown instruction on are missing.
    package private(set) var bodies: [Body] = []
    /// Features that the module cannot do without: what it holds uses them.
    package private(set) var features: Set<WasmFeature>
    /// Those of them that types, memories, tables, globals and segments use.
    package let featuresOutsideOfCode: Set<WasmFeature>
    /// Why not all of the code was read: an instruction of a later WebAssembly, or broken code. Nil where all was.
    package private(set) var failure: WasmError?

    package init(_ module: WasmModule) {
        featuresOutsideOfCode = module.constants.features.union(Self.features(ofTypesIn: module))
        features = featuresOutsideOfCode
        for (index, function) in module.functions.enumerated() {
            do {
                let scan = try Self.scan(function, named: "function \(index) of the code section", in: module.bytes)
                features.formUnion(scan.features)
                bodies.append(
                    Body(
                        references: scan.callees.union(scan.references).sorted(), callsIndirectly: scan.callsIndirectly,
                        features: scan.features))
            } catch {
                failure = error
                break
            }
        }
    }

    /// The functions that one calls by name; nil where it calls others too.
    static func callees(of function: WasmModule.Function, in bytes: [UInt8]) throws(WasmError) -> Set<Int>? {
        let scan = try scan(function, named: "a function of the code section", in: bytes)
        return scan.callsIndirectly ? nil : scan.callees
    }

    private static func scan(
        _ function: WasmModule.Function, named place: String, in bytes: [UInt8]
    ) throws(WasmError) -> InstructionScan {
        var reader = ByteReader(bytes, function.body, place: place)
        var scan = InstructionScan()
        for _ in 0..<(try reader.count("locals")) {
            _ = try reader.u32("the number of locals")
            insertFeatures(of: try reader.valueType(), into: &scan.features)
        }
        try reader.instructions(&scan)
        try reader.finish()
        return scan
    }

    /// What is told by types, imports, exports and segments.
    private static func features(ofTypesIn module: WasmModule) -> Set<WasmFeature> {
        var features: Set<WasmFeature> = []
        for type in module.types {
            guard case .function(let type) = type else {
                features.insert(.garbageCollection)
                continue
            }
            if type.results.count > 1 { features.insert(.multivalue) }
            for value in type.parameters + type.results { insertFeatures(of: value, into: &features) }
        }
        for memory in module.memories {
            if memory.limits.isShared { features.insert(.atomics) }
            if memory.limits.is64 { features.insert(.memory64) }
        }
        if module.memories.count > 1 { features.insert(.multimemory) }
        if module.tables.count > 1 { features.insert(.referenceTypes) }
        for table in module.tables {
            if table.element.description != "funcref" { insertFeatures(of: table.element, into: &features) }
            if table.limits.is64 { features.insert(.memory64) }
        }
        if !module.tags.isEmpty { features.insert(.exceptionHandling) }
        let isPassive = module.data.contains(where: \.isPassive) || module.elements.contains(where: \.isPassive)
        if isPassive || module.sections.contains(where: { $0.kind == .dataCount }) { features.insert(.bulkMemory) }
        for global in module.globals { insertFeatures(of: global.value, into: &features) }
        if sharesMutableGlobals(module) { features.insert(.mutableGlobals) }
        return features
    }

    private static func sharesMutableGlobals(_ module: WasmModule) -> Bool {
        let imported = module.imports.contains { if case .global(let type) = $0.type { type.isMutable } else { false } }
        return imported
            || module.exports.contains {
                $0.kind == .global && module.globals.indices.contains($0.index) && module.globals[$0.index].isMutable
            }
    }

    private static func insertFeatures(of type: ValueType, into features: inout Set<WasmFeature>) {
        switch type.description {
        case "i32", "i64", "f32", "f64": return
        case "v128": features.insert(.simd)
        case "funcref", "externref": features.insert(.referenceTypes)
        case "exnref", "nullexnref": features.insert(.exceptionHandling)
        case let name where name.hasPrefix("(ref"): features.insert(.functionReferences)
        default: features.insert(.garbageCollection)
        }
    }
}
