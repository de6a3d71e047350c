import BindgenABI
import BindgenIDL
import BindgenModel
import Testing

/// Files with a piece missing, doubled or swapped go through the resolver and the planner without a trap, whatever is left of them.
@Suite(.enabled(if: Corpus.isPresent, "the IDL corpus is not there"))
struct MutationTests {
    /// A small generator of its own, so that every run is the same.
    private struct Random {
        var state: UInt64
        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return bound > 0 ? Int(state >> 33) % bound : 0
        }
    }

    private func mutated(_ spans: [Range<Int>], of file: SourceFile, _ random: inout Random) -> [UInt8] {
        var spans = spans
        for _ in 0..<(1 + random.below(3)) where spans.count > 2 {
            let (one, other) = (random.below(spans.count), random.below(spans.count))
            switch random.below(3) {
            case 0: spans.remove(at: one)
            case 1: spans.insert(spans[other], at: one)
            default: spans.swapAt(one, other)
            }
        }
        var bytes: [UInt8] = []
        for span in spans {
            bytes += file.bytes[span]
            bytes.append(UInt8(ascii: " "))
        }
        return bytes
    }

    @Test("Mutated and truncated corpus files")
    func mutations() throws {
        var random = Random(state: 2)
        var count = 0
        func resolved(_ file: SourceFile, _ bytes: [UInt8]) {
            let (tree, faults) = parse(SourceFile(path: file.path, bytes: bytes))
            let (module, unresolved) = resolve([tree])
            // Rendering looks at every range.
            _ = DiagnosticRenderer().render(faults + unresolved + plan(module, moduleName: "Mutated").diagnostics)
            count += 1
        }
        for folder in ["webidl2/syntax/idl", "webidl2/invalid/idl", "spec/examples", "wpt/idl"] {
            for whole in try Corpus.files(folder) {
                let file = SourceFile(path: whole.path, bytes: Array(whole.bytes.prefix(6000)))
                let spans = parse(file).tree.tokens.map { Int($0.start)..<Int($0.end) }.filter { !$0.isEmpty }
                for _ in 0..<(folder == "wpt/idl" ? 2 : 8) { resolved(file, mutated(spans, of: file, &random)) }
                for _ in 0..<2 { resolved(file, Array(file.bytes.prefix(random.below(file.bytes.count)))) }
            }
        }
        print("mutations and truncations through the resolver and the planner: \(count), no trap")
    }
}
