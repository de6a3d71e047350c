import BindgenWasm
import Testing

/// Broken bytes give an error or a module, and never a trap. What can be read is looked at as the tool would.
@Suite struct MutationTests {
    /// Reads everything that can be read. Errors are welcome.
    private func exercise(_ bytes: [UInt8]) {
        guard let module = try? WasmModule(bytes) else { return }
        let scan = CodeScan(module)
        _ = FunctionRetention(module, scan)?.keepers.count
        _ = (scan.features.count, module.producers.count, module.targetFeatures?.count, module.externalDebugInfo)
        _ = (module.nameSection?.functions.count, module.exports.map { module.describe($0) })
        _ = module.imports.map { module.describe($0.type) }
        _ = module.dropping { $0.kind == .custom }
    }

    @Test("every truncation of a module is an error or a module")
    func truncations() {
        for count in SampleModule.bytes.indices { exercise(Array(SampleModule.bytes[..<count])) }
    }

    @Test("every byte of a module may be any other")
    func everyByte() {
        for index in SampleModule.bytes.indices {
            for value: UInt8 in [0x00, 0x01, 0x0B, 0x40, 0x4E, 0x5F, 0x7F, 0x80, 0xD0, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF] {
                var bytes = SampleModule.bytes
                bytes[index] = value
                exercise(bytes)
            }
        }
    }

    @Test("bytes that are cut out, doubled and shuffled")
    func pieces() {
        var random = Steps(state: 0x2545_F491_4F6C_DD1D)
        for _ in 0..<3000 {
            var bytes = SampleModule.bytes
            for _ in 0...Int(random.next() % 4) {
                let start = Int(random.next() % UInt64(bytes.count))
                let end = min(bytes.count, start + Int(random.next() % 12))
                let piece = Array(bytes[start..<end])
                let place = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 3 {
                case 0: bytes.insert(contentsOf: piece, at: place)
                case 1: bytes.removeSubrange(start..<end)
                default: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                }
                if bytes.isEmpty { bytes = [0] }
            }
            exercise(bytes)
        }
    }

    /// Xorshift: the same numbers on every machine.
    private struct Steps {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }
}
