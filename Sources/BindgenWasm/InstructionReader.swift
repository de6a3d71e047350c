/// What instructions hold that tools ask about.
struct InstructionScan: Sendable {
    var features: Set<WasmFeature> = []
    /// The functions that are called by their index.
    var callees: Set<Int> = []
    /// The functions of which a reference is made (`ref.func`).
    var references: [Int] = []
    var callsIndirectly = false
}

/// Instructions in the binary format (WebAssembly 5.4): their immediates are skipped, so that the next one is found.
extension ByteReader {
    /// A constant expression (3.4.14), up to its `end`. Its value, where it is one integer constant.
    mutating func constantExpression(_ scan: inout InstructionScan) throws(WasmError) -> Int64? {
        var ahead = self
        var value: Int64?
        switch try ahead.byte("a constant expression") {
        case 0x41: value = try ahead.signed(bits: 32, "a constant") & 0xFFFF_FFFF
        case 0x42: value = try ahead.signed(bits: 64, "a constant")
        default: break
        }
        try instructions(&scan, isConstant: true)
        return ahead.next == 0x0B ? value : nil
    }

    /// Instructions up to the `end` of the expression that they form.
    mutating func instructions(_ scan: inout InstructionScan, isConstant: Bool = false) throws(WasmError) {
        var depth = 1
        while depth > 0 {
            let start = position
            let code = try byte("an instruction")
            switch code {
            case 0x02, 0x03, 0x04, 0x06: depth += 1
            case 0x1F: depth += 1
            // `delegate` ends its `try`.
            case 0x0B, 0x18: depth -= 1
            case 0x6A, 0x6B, 0x6C, 0x7C, 0x7D, 0x7E:
                if isConstant { scan.features.insert(.extendedConstants) }
            default: break
            }
            try immediates(code, &scan, at: start)
        }
    }

    private mutating func immediates(_ code: UInt8, _ scan: inout InstructionScan, at start: Int) throws(WasmError) {
        switch code {
        case 0x00, 0x01, 0x05, 0x0B, 0x0F, 0x1A, 0x1B, 0x45...0xBF: return
        case 0x02...0x0A, 0x0C...0x0E, 0x18, 0x19, 0x1F: try controlImmediates(code, &scan)
        case 0x10...0x15: try callImmediates(code, &scan)
        case 0x1C:
            scan.features.insert(.referenceTypes)
            _ = try list("types") { (reader: inout ByteReader) throws(WasmError) in try reader.valueType() }
        case 0x20...0x24: _ = try u32("the index of a variable")
        case 0x25, 0x26:
            scan.features.insert(.referenceTypes)
            _ = try u32("the index of a table")
        case 0x28...0x3E: try memoryArgument(&scan)
        case 0x3F, 0x40: try memoryIndex(&scan)
        case 0x41: _ = try signed(bits: 32, "a constant")
        case 0x42: _ = try signed(bits: 64, "a constant")
        case 0x43: try skip(4, "a constant")
        case 0x44: try skip(8, "a constant")
        case 0xC0...0xC4: scan.features.insert(.signExtension)
        case 0xD0...0xD6: try referenceImmediates(code, &scan)
        case 0xFB: try aggregateImmediates(&scan)
        case 0xFC: try bulkImmediates(&scan)
        case 0xFD: try vectorImmediates(&scan)
        case 0xFE: try atomicImmediates(&scan)
        default: throw error("there is no instruction 0x\(String(code, radix: 16))", at: start)
        }
    }

    private mutating func controlImmediates(_ code: UInt8, _ scan: inout InstructionScan) throws(WasmError) {
        switch code {
        case 0x02, 0x03, 0x04: try blockType(&scan)
        case 0x06:
            scan.features.insert(.exceptionHandling)
            try blockType(&scan)
        case 0x07, 0x08, 0x09, 0x18:
            scan.features.insert(.exceptionHandling)
            _ = try u32("a tag or label")
        case 0x0A, 0x19: scan.features.insert(.exceptionHandling)
        case 0x0C, 0x0D: _ = try u32("a label")
        case 0x0E:
            _ = try list("labels") { (reader: inout ByteReader) throws(WasmError) in try reader.u32("a label") }
            _ = try u32("a label")
        case 0x1F:
            scan.features.insert(.exceptionHandling)
            try blockType(&scan)
            for _ in 0..<(try count("catch clauses")) {
                let kind = try byte("a catch clause")
                if kind < 2 { _ = try u32("a tag") }
                _ = try u32("a label")
            }
        default: return
        }
    }

    /// Empty, one value type, or the index of a type, which is there for parameters or several results.
    private mutating func blockType(_ scan: inout InstructionScan) throws(WasmError) {
        guard let next else { throw error("\(place) ends within the type of a block") }
        switch next {
        case 0x40: try skip(1, "the type of a block")
        case 0x63...0x7F: _ = try valueType()
        default:
            scan.features.insert(.multivalue)
            let start = position
            if try signed(bits: 33, "the type of a block") < 0 { throw error("this is no type of a block", at: start) }
        }
    }

    private mutating func callImmediates(_ code: UInt8, _ scan: inout InstructionScan) throws(WasmError) {
        if code == 0x12 || code == 0x13 || code == 0x15 { scan.features.insert(.tailCall) }
        switch code {
        case 0x10, 0x12: scan.callees.insert(try u32("the function that is called"))
        case 0x11, 0x13:
            scan.callsIndirectly = true
            _ = try u32("the type of a call")
            if try u32("the table of a call") != 0 { scan.features.insert(.referenceTypes) }
        default:
            scan.callsIndirectly = true
            scan.features.insert(.functionReferences)
            _ = try u32("the type of a call")
        }
    }

    private mutating func memoryIndex(_ scan: inout InstructionScan) throws(WasmError) {
        if try u32("the index of a memory") != 0 { scan.features.insert(.multimemory) }
    }

    /// Bit 6 of the alignment says that the index of a memory follows (5.4.6).
    private mutating func memoryArgument(_ scan: inout InstructionScan) throws(WasmError) {
        if try u32("an alignment") & 0x40 != 0 { try memoryIndex(&scan) }
        _ = try u64("an offset")
    }

    private mutating func referenceImmediates(_ code: UInt8, _ scan: inout InstructionScan) throws(WasmError) {
        switch code {
        case 0xD0:
            scan.features.insert(.referenceTypes)
            _ = try heapType()
        case 0xD1: scan.features.insert(.referenceTypes)
        case 0xD2:
            scan.features.insert(.referenceTypes)
            scan.references.append(try u32("the function of a reference"))
        case 0xD3: scan.features.insert(.garbageCollection)
        case 0xD4: scan.features.insert(.functionReferences)
        default:
            scan.features.insert(.functionReferences)
            _ = try u32("a label")
        }
    }

    private mutating func aggregateImmediates(_ scan: inout InstructionScan) throws(WasmError) {
        scan.features.insert(.garbageCollection)
        let start = position
        let code = try u32("an instruction")
        switch code {
        case 0, 1, 6, 7, 11...14, 16: _ = try u32("a type")
        case 2...5, 8, 9, 10, 17, 18, 19:
            _ = try u32("a type")
            _ = try u32("a field, a count or a segment")
        case 20...23: _ = try heapType()
        case 24, 25:
            _ = try byte("the nullability of a cast")
            _ = try u32("a label")
            _ = try heapType()
            _ = try heapType()
        case 15, 26...30: return
        default: throw error("there is no instruction 0xfb \(code)", at: start)
        }
    }

    private mutating func bulkImmediates(_ scan: inout InstructionScan) throws(WasmError) {
        let start = position
        let code = try u32("an instruction")
        switch code {
        case 0...7: scan.features.insert(.nontrappingConversion)
        case 8...14: scan.features.insert(.bulkMemory)
        case 15...17: scan.features.insert(.referenceTypes)
        case 19...22: scan.features.insert(.wideArithmetic)
        default: throw error("there is no instruction 0xfc \(code)", at: start)
        }
        switch code {
        case 8:
            _ = try u32("a data segment")
            try memoryIndex(&scan)
        case 10:
            try memoryIndex(&scan)
            try memoryIndex(&scan)
        case 11: try memoryIndex(&scan)
        case 12, 14:
            _ = try u32("a segment or table")
            _ = try u32("a table")
        case 9, 13, 15, 16, 17: _ = try u32("a segment or table")
        default: return
        }
    }

    private mutating func vectorImmediates(_ scan: inout InstructionScan) throws(WasmError) {
        let start = position
        let code = try u32("an instruction")
        scan.features.insert(code >= 0x100 ? .relaxedSIMD : .simd)
        switch code {
        case 0...11, 92, 93: try memoryArgument(&scan)
        case 12, 13: try skip(16, "a vector")
        case 21...34: try skip(1, "a lane")
        case 84...91:
            try memoryArgument(&scan)
            try skip(1, "a lane")
        case 0...0x113: return
        default: throw error("there is no instruction 0xfd \(code)", at: start)
        }
    }

    private mutating func atomicImmediates(_ scan: inout InstructionScan) throws(WasmError) {
        scan.features.insert(.atomics)
        let start = position
        let code = try u32("an instruction")
        switch code {
        case 3: try skip(1, "a fence")
        case 0...2, 0x10...0x4E: try memoryArgument(&scan)
        default: throw error("there is no instruction 0xfe \(code)", at: start)
        }
    }
}
