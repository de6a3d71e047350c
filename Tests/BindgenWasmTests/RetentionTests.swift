import BindgenWasm
import Testing

@Suite struct RetentionTests {
    /// A module of functions that call each other. Function n has n + 1 bytes of padding, so that sizes differ.
    /// - Parameters:
    ///   - calls: for each function, those that it calls.
    ///   - exports: functions that are exported, each by its number.
    ///   - table: functions that a table names.
    private func module(_ calls: [[Int]], exports: [Int], table: [Int] = []) throws -> WasmModule {
        let bodies = calls.enumerated().map { index, calls in
            let code = calls.flatMap { [0x10] + SampleModule.leb($0) } + [UInt8](repeating: 0x01, count: index + 1) + [0x0B]
            return SampleModule.body([0x00], code)
        }
        let names = exports.map { SampleModule.text("\($0)") + [0x00] + SampleModule.leb($0) }
        let elements: [UInt8] = [0x00, 0x41, 0x00, 0x0B] + SampleModule.list(table.map { SampleModule.leb($0) })
        return try WasmModule(
            SampleModule.preamble + SampleModule.section(1, SampleModule.list([[0x60, 0, 0]]))
                + SampleModule.section(3, SampleModule.list(calls.map { _ in [0] }))
                + SampleModule.section(4, SampleModule.list([[0x70, 0x00, 0x10]]))
                + SampleModule.section(7, SampleModule.list(names)) + SampleModule.section(9, SampleModule.list([elements]))
                + SampleModule.section(10, SampleModule.list(bodies)))
    }

    private func retention(_ module: WasmModule) throws -> FunctionRetention {
        try #require(FunctionRetention(module, CodeScan(module)))
    }

    @Test("what keeps a function, and what it keeps")
    func keepers() throws {
        // 0 -> 1, 2; 1 -> 3; 2 -> 3; 3 -> 4 -> 3; 5 exported -> 6; 7 in a table; 8 nobody's
        let module = try module([[1, 2], [3], [3], [4], [3], [6], [], [], []], exports: [0, 5], table: [7])
        let sizes = module.functions.map(\.entry.count)
        let retention = try retention(module)
        #expect(
            retention.keepers == [
                .export("0"), .function(0), .function(0), .function(0), .function(3), .export("5"), .function(5), .table,
                .nothing,
            ])
        #expect(retention.bytes[0] == sizes[0...4].reduce(0, +))
        #expect(retention.bytes[1] == sizes[1])
        #expect(retention.bytes[3] == sizes[3] + sizes[4])
        #expect(retention.bytes[5] == sizes[5] + sizes[6])
        #expect(retention.bytes[8] == sizes[8])
    }

    @Test("a function that two exports lead to is kept by several")
    func several() throws {
        let retention = try retention(try module([[2], [2], []], exports: [0, 1]))
        #expect(retention.keepers == [.export("0"), .export("1"), .several])
    }

    @Test("a long chain of calls needs no deep recursion")
    func chain() throws {
        let count = 5_000
        let retention = try retention(try module((0..<count).map { [min($0 + 1, count - 1)] }, exports: [0]))
        #expect(retention.keepers.last == .function(count - 2))
    }

    @Test("in any graph, a function keeps what cannot be reached without it")
    func anyGraph() throws {
        var state: UInt64 = 88_172_645_463_325_252
        func random(_ below: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state % UInt64(below))
        }
        for _ in 0..<60 {
            let count = 2 + random(12)
            let calls = (0..<count).map { _ in (0..<random(4)).map { _ in random(count) } }
            let exports = (0...random(3)).map { _ in random(count) }
            let module = try module(calls, exports: exports)
            let retention = try retention(module)
            let all = reachable(calls, from: exports, without: nil)
            for index in 0..<count where all.contains(index) {
                let lost = all.subtracting(reachable(calls, from: exports, without: index))
                #expect(retention.bytes[index] == lost.reduce(0) { $0 + module.functions[$1].entry.count })
            }
        }
    }

    private func reachable(_ calls: [[Int]], from roots: [Int], without removed: Int?) -> Set<Int> {
        var found: Set<Int> = []
        var waiting = roots
        while let next = waiting.popLast() {
            if next != removed, found.insert(next).inserted { waiting += calls[next] }
        }
        return found
    }
}
