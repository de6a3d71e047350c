import Foundation
import Testing

@testable import BindgenIDL

/// Figures for the notes, on request: `BINDGEN_SPEED=1 swift test -c release -Xswiftc -enable-testing --filter SpeedTests`.
@Suite(.enabled(if: Corpus.isPresent && ProcessInfo.processInfo.environment["BINDGEN_SPEED"] != nil), .serialized)
struct SpeedTests {
    @Test("the whole web platform, and files 1, 10 and 100 times as big")
    func webPlatform() throws {
        let files = try Corpus.files("wpt/idl")
        let size = files.map(\.bytes.count).reduce(0, +)
        print("web platform, \(files.count) files, \(size) bytes: \(milliseconds { for file in files { parseAgain(file) } }) ms")
        let whole = Array(files.map(\.bytes).joined(separator: Array("\n".utf8)))
        for factor in [1, 10, 100] {
            let bytes = Array(repeatElement(whole, count: factor).joined())
            print(
                "one file, \(bytes.count) bytes (\(factor)x): \(milliseconds { parseAgain(SourceFile(path: "all.idl", bytes: bytes)) }) ms"
            )
        }
        let file = SourceFile(path: "all.idl", bytes: whole)
        print("format: \(milliseconds { _ = format(file) }) ms, JSON: \(milliseconds { _ = astJSON(parse(file).tree) }) ms")
    }

    @Test("errors cost no more than their number")
    func errors() {
        for count in [1_000, 10_000, 100_000] {
            let members = String(repeating: "  attribute long; readonly x; [A( undefined f(;\n", count: count)
            let file = SourceFile(path: "bad.idl", text: "interface A {\n\(members)};")
            let lines = String(repeating: "foo { ", count: count)
            let open = SourceFile(path: "open.idl", text: lines)
            let attributes = SourceFile(path: "attributes.idl", text: String(repeating: "[A(1 [B= {", count: count))
            print(
                "\(count) errors: \(milliseconds { parseAgain(file) }) ms, \(milliseconds { parseAgain(open) }) ms,",
                "\(milliseconds { parseAgain(attributes) }) ms")
        }
    }

    private func parseAgain(_ file: SourceFile) {
        // A new file each time: the line table is a part of the cost.
        _ = parse(SourceFile(path: file.path, bytes: file.bytes))
    }

    /// The best of five runs.
    private func milliseconds(_ body: () -> Void) -> String {
        let clock = ContinuousClock()
        let best = (0..<5).map { _ in clock.measure(body) }.min() ?? .zero
        let value = Double(best.components.seconds) * 1e3 + Double(best.components.attoseconds) / 1e15
        return String(format: "%.1f", value)
    }
}
