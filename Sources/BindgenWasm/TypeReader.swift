/// Types in the binary format (WebAssembly 5.3).
extension ByteReader {
    mutating func valueType() throws(WasmError) -> ValueType {
        let start = position
        let code = try byte("a value type")
        switch code {
        case 0x7F: return ValueType("i32")
        case 0x7E: return ValueType("i64")
        case 0x7D: return ValueType("f32")
        case 0x7C: return ValueType("f64")
        case 0x7B: return ValueType("v128")
        case 0x63: return ValueType("(ref null \(try heapType()))", isReference: true)
        case 0x64: return ValueType("(ref \(try heapType()))", isReference: true)
        default:
            guard let name = Self.abstractHeapTypes[code] else {
                throw error("0x\(String(code, radix: 16)) is no value type", at: start)
            }
            return ValueType(Self.shorthand(name), isReference: true)
        }
    }

    /// The codes of abstract heap types (5.3.3).
    static let abstractHeapTypes: [UInt8: String] = [
        0x74: "noexn", 0x73: "nofunc", 0x72: "noextern", 0x71: "none", 0x70: "func", 0x6F: "extern", 0x6E: "any", 0x6D: "eq",
        0x6C: "i31", 0x6B: "struct", 0x6A: "array", 0x69: "exn",
    ]

    /// `funcref` is `(ref null func)`; the bottom types have names of their own (6.4.4).
    private static func shorthand(_ heapType: String) -> String {
        switch heapType {
        case "none": "nullref"
        case "nofunc": "nullfuncref"
        case "noextern": "nullexternref"
        case "noexn": "nullexnref"
        default: heapType + "ref"
        }
    }

    /// An abstract heap type by name, or the index of a type.
    mutating func heapType() throws(WasmError) -> String {
        let start = position
        let code = try signed(bits: 33, "a heap type")
        if code >= 0 { return String(code) }
        guard code >= -64, let name = Self.abstractHeapTypes[UInt8(truncatingIfNeeded: code) & 0x7F] else {
            throw error("this is no heap type", at: start)
        }
        return name
    }

    mutating func limits() throws(WasmError) -> Limits {
        let start = position
        let flags = try byte("limits")
        if flags > 7 { throw error("the flags 0x\(String(flags, radix: 16)) of these limits are not known", at: start) }
        let minimum = try u64("a minimum")
        let maximum = flags & 1 != 0 ? try u64("a maximum") : nil
        return Limits(minimum: minimum, maximum: maximum, isShared: flags & 2 != 0, is64: flags & 4 != 0)
    }

    mutating func tableType() throws(WasmError) -> TableType {
        let element = try valueType()
        return TableType(element: element, limits: try limits())
    }

    mutating func globalType() throws(WasmError) -> GlobalType {
        let value = try valueType()
        return GlobalType(value: value, isMutable: try flag("mutability"))
    }

    /// A byte that is 0 or 1.
    private mutating func flag(_ what: String) throws(WasmError) -> Bool {
        let start = position
        let byte = try byte(what)
        if byte > 1 { throw error("\(what) is 0 or 1, not \(byte)", at: start) }
        return byte == 1
    }

    /// The type index of a tag (5.3.11); its attribute is always 0.
    mutating func tagType() throws(WasmError) -> Int {
        _ = try byte("a tag")
        return try u32("the type of a tag")
    }

    /// One entry of the type section, which may define several types at once (5.3.9).
    mutating func definedTypes() throws(WasmError) -> [DefinedType] {
        guard next == 0x4E else { return [try subType()] }
        try skip(1, "types")
        return try list("types") { (reader: inout ByteReader) throws(WasmError) in try reader.subType() }
    }

    private mutating func subType() throws(WasmError) -> DefinedType {
        if next == 0x50 || next == 0x4F {
            try skip(1, "a type")
            _ = try list("supertypes") { (reader: inout ByteReader) throws(WasmError) in try reader.u32("a supertype") }
        }
        let start = position
        let code = try byte("a type")
        switch code {
        case 0x60: return .function(try functionType())
        case 0x5F:
            _ = try list("fields") { (reader: inout ByteReader) throws(WasmError) in try reader.fieldType() }
            return .aggregate
        case 0x5E:
            try fieldType()
            return .aggregate
        default:
            throw error("0x\(String(code, radix: 16)) begins no type", at: start)
        }
    }

    private mutating func functionType() throws(WasmError) -> FunctionType {
        let value = { (reader: inout ByteReader) throws(WasmError) -> ValueType in try reader.valueType() }
        let parameters = try list("parameters", value)
        return FunctionType(parameters: parameters, results: try list("results", value))
    }

    private mutating func fieldType() throws(WasmError) {
        // i8 and i16 are storage types only.
        if next == 0x78 || next == 0x77 {
            try skip(1, "a field")
        } else {
            _ = try valueType()
        }
        _ = try flag("the mutability of a field")
    }
}
