import Testing

@testable import BindgenIDL

/// Whatever the bytes are, the front end ends with a tree and diagnostics whose ranges lie within the file.
@Suite struct RobustnessTests {
    private func check(_ bytes: [UInt8], _ name: String, everything: Bool = true) {
        let file = SourceFile(path: name, bytes: bytes)
        let (tree, diagnostics) = parse(file)
        if tree.text != bytes, !bytes.contains(0) { Issue.record("\(name): the text does not come back") }
        let isInside = diagnostics.allSatisfy { $0.range.offsets.upperBound <= bytes.count }
        if !diagnostics.allSatisfy({ SyntaxRules.ids.contains($0.rule) }) {
            Issue.record("\(name): a rule without a place in the list")
        }
        if !isInside { Issue.record("\(name): a range beyond the end") }
        guard everything else { return }
        tree.walk { node in
            if node.range.offsets.upperBound > bytes.count { Issue.record("\(name): a node beyond the end") }
        }
        _ = DiagnosticRenderer(format: .text, usesColor: true).render(diagnostics)
        _ = DiagnosticRenderer(format: .json).render(diagnostics)
        _ = DiagnosticRenderer(format: .github).render(diagnostics)
        _ = astJSON(tree)
        let fixed = FixItApplication.apply(diagnostics, to: file)
        _ = parse(SourceFile(path: name, bytes: fixed.bytes), dialect: .standard)
        if let once = format(file), format(SourceFile(path: name, text: once)) != once {
            Issue.record("\(name): formatting is not stable:\n\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test("every prefix of the webidl2 tests", .enabled(if: Corpus.isPresent))
    func prefixes() throws {
        var count = 0
        for file in try Corpus.files("webidl2/invalid/idl") {
            for length in stride(from: 0, to: file.bytes.count, by: 13) {
                check(Array(file.bytes.prefix(length)), "\(file.path)[..<\(length)]", everything: length % 3 == 0)
                count += 1
            }
        }
        print("prefixes: \(count)")
    }

    @Test("truncated and mutated files of the corpus", .enabled(if: Corpus.isPresent))
    func mutations() throws {
        var random = Mutator(seed: 1)
        var count = 0
        for file in try Corpus.everything() where !file.bytes.isEmpty {
            let text = Array(file.bytes.prefix(3000))
            check(Array(text.prefix(random.below(text.count))), "\(file.path) truncated", everything: false)
            check(random.mutate(text), "\(file.path) mutated")
            count += 2
        }
        print("mutations: \(count)")
    }

    @Test(
        "nesting 100,000 deep is an error",
        arguments: [
            ("typedef ", "sequence<", "long"), ("typedef ", "(", "long"), ("typedef ", "Promise<", "long"),
            ("typedef ", "record<DOMString, ", "long"), ("", "[A([", "B"), ("", "[A(", "long"), ("", "[Exposed(", "long"),
            ("", "[", "x"),
            ("", "[A=(", "x"), ("", "[A{", "x"), ("interface A { undefined f(", "[B(", "x"),
            ("typedef ", "[Clamp] sequence<[", "x"),
            ("typedef ", "(long or ", "x"), ("", "interface A {", ""), ("dictionary D { long x = ", "[", ""), ("", "}", ""),
            ("", ")", ""),
        ])
    func nesting(_ head: String, _ unit: String, _ tail: String) {
        let text = head + String(repeating: unit, count: 100_000) + tail
        let file = SourceFile(path: "deep.idl", text: text)
        let (tree, diagnostics) = parse(file)
        #expect(diagnostics.contains { $0.severity == .error })
        #expect(tree.text == file.bytes)
        #expect(DiagnosticRenderer().render(diagnostics).utf8.count < 4_000_000)
    }

    @Test("broken UTF-8 is shown without a trap")
    func continuationBytes() {
        for prefix in ["", "interface A { ", String(repeating: "x ", count: 100)] {
            check(Array(prefix.utf8) + [UInt8](repeating: 0x80, count: 1000), "continuation bytes")
            check(Array(prefix.utf8) + [UInt8](repeating: 0xF0, count: 1000), "lead bytes")
        }
    }

    @Test("a file whose offsets do not fit is refused unread")
    func giantFile() {
        var lexer = Lexer(SourceFile(path: "giant.idl", text: "interface A {};"), longestFile: 14)
        lexer.run()
        #expect(lexer.diagnostics.map(\.rule) == ["file-size"])
        #expect(lexer.tokens.map(\.kind) == [.endOfFile])
        lexer = Lexer(SourceFile(path: "large.idl", text: "interface A {};"), longestFile: 15)
        lexer.run()
        #expect(lexer.diagnostics.isEmpty && lexer.tokens.count == 6)
    }

    @Test("many warnings do not hide an error")
    func manyWarnings() {
        let voids = String(repeating: "  void f();\n", count: 2000)
        let file = SourceFile(path: "a.idl", text: "interface A {\n\(voids)  attribute;\n};")
        let diagnostics = parse(file).diagnostics
        #expect(diagnostics.count { $0.severity == .error } == 1)
        #expect(diagnostics.count { $0.severity == .warning } == 1000)
    }

    @Test("a line of a megabyte is shown in part")
    func longLine() {
        let file = SourceFile(path: "long.idl", text: String(repeating: "x ", count: 500_000) + ";")
        let text = DiagnosticRenderer().render(parse(file).diagnostics)
        #expect(text.utf8.count < 2000)
    }
}

/// Changes texts in ways that hit a parser: bytes, tokens and pieces moved about. The same seed gives the same texts.
struct Mutator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    mutating func below(_ limit: Int) -> Int { limit > 0 ? Int(next() % UInt64(limit)) : 0 }

    private static let pieces = [
        "{", "}", "(", ")", "[", "]", "<", ">", ";", ",", "=", "?", ":", "...", "\"", "/*", "*/", "//", "\n", "\0", "é", "-", "_",
        "0x",
        "interface", "partial", "optional", "sequence<", "(long or ", "attribute", "[A=(", "callback", " or ", "async iterable<",
        "void ",
        "constructor(", "stringifier", "/** */", "includes", "enum E {", "\u{FEFF}", "readonly", "unsigned", "record<",
    ]

    mutating func mutate(_ text: [UInt8]) -> [UInt8] {
        var text = text
        for _ in 0..<1 + below(6) {
            let place = below(text.count + 1)
            switch below(6) {
            case 0: if place < text.count { text[place] = UInt8(truncatingIfNeeded: next()) }
            case 1: text.removeSubrange(place..<min(text.count, place + 1 + below(12)))
            case 2, 3: text.insert(contentsOf: Array(Mutator.pieces[below(Mutator.pieces.count)].utf8), at: place)
            case 4:
                let piece = text[place..<min(text.count, place + below(60))]
                text.insert(contentsOf: Array(piece), at: below(text.count + 1))
            default:
                let other = below(text.count + 1)
                text.removeSubrange(min(place, other)..<min(text.count, min(place, other) + below(80)))
            }
        }
        return text
    }
}
