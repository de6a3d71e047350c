/// The custom section `name` (WebAssembly, appendix A.4): the names that the source gave.
package struct NameSection: Sendable {
    package private(set) var module: String?
    /// By index, imports first. Where a name stands twice, the last counts.
    package private(set) var functions: [Int: String] = [:]
    /// What is wrong with the section; names before the fault have been read.
    package private(set) var failure: WasmError?

    init(_ section: WasmSection, in bytes: [UInt8]) {
        var reader = ByteReader(bytes, section.contents, place: "the name section")
        do {
            try read(&reader)
        } catch {
            failure = error
        }
    }

    private mutating func read(_ reader: inout ByteReader) throws(WasmError) {
        while !reader.isAtEnd {
            let id = try reader.byte("a part of the name section")
            var part = try reader.part(try reader.u32("the size of a part"), place: "part \(id) of the name section")
            switch id {
            case 0: module = try part.name("the name of the module")
            case 1:
                for _ in 0..<(try part.count("names")) {
                    let index = try part.u32("the index of a function")
                    functions[index] = try part.name("the name of a function")
                }
            default: break
            }
        }
    }
}

extension WasmModule {
    /// The custom section `producers` of the tool conventions: the fields (`language`, `processed-by`, `sdk`) with their values.
    /// Empty where there is none or it is broken.
    package var producers: [(field: String, values: [(name: String, version: String)])] {
        guard let section = customSections("producers").first else { return [] }
        var reader = ByteReader(bytes, section.contents, place: "the producers section")
        let fields = try? reader.list("fields") { (reader: inout ByteReader) throws(WasmError) in
            let field = try reader.name("a field")
            let values = try reader.list("values") { (reader: inout ByteReader) throws(WasmError) in
                let name = try reader.name("a value")
                return (name: name, version: try reader.name("a version"))
            }
            return (field: field, values: values)
        }
        return fields ?? []
    }

    /// The custom section `target_features` of the tool conventions: the features that the compiler was allowed to use, by name;
    /// nil where there is none or it is broken.
    package var targetFeatures: [String]? {
        guard let section = customSections("target_features").first else { return nil }
        var reader = ByteReader(bytes, section.contents, place: "the target_features section")
        let features = try? reader.list("features") { (reader: inout ByteReader) throws(WasmError) in
            // `+` stands for used, `-` for disallowed; older tools wrote `=` for required.
            let prefix = try reader.byte("a feature")
            let name = try reader.name("a feature")
            return prefix == UInt8(ascii: "-") ? nil : name
        }
        return features?.compactMap { $0 }
    }

    /// The custom section `external_debug_info` of the tool conventions: where the file with the DWARF is, as a URL that may be
    /// relative to this one.
    package var externalDebugInfo: String? {
        guard let section = customSections("external_debug_info").first else { return nil }
        var reader = ByteReader(bytes, section.contents, place: "the external_debug_info section")
        return try? reader.name("the URL")
    }
}
