import BindgenIDL
import BindgenModel
import Foundation
import Testing

/// The figures of the resolver and its rules over the corpus. Each test prints its figure.
@Suite(.enabled(if: Corpus.isPresent, "the IDL corpus is not there"), .serialized)
struct CorpusTests {
    @Test("The web platform resolves as one set")
    func webPlatform() throws {
        let files = try Corpus.files("wpt/idl")
        let errors = check(files, dialect: .bindgen).filter { $0.severity == .error }
        var found: [String: [String: Int]] = [:]
        for error in errors { found[error.range.file.path, default: [:]][error.rule, default: 0] += 1 }
        let unknown = found.values.reduce(0) { $0 + ($1["unknown-name"] ?? 0) }
        print(
            "web platform: \(files.count) files as one set, \(unknown) names that it does not define, \(errors.count - unknown) other errors"
        )
        let isOurCopy = files.count == 328
        for (path, rules) in found where isOurCopy { #expect(rules == CorpusExceptions.webPlatform[path], "\(path)") }
        for path in CorpusExceptions.webPlatform.keys where isOurCopy {
            #expect(found[path] != nil, "\(path) has no errors any more")
        }
    }

    /// Prints the time of this build; a release build (`swift test -c release`) is what the figure is about.
    @Test("The web platform is read, resolved and checked at once")
    func webPlatformSpeed() throws {
        let files = try Corpus.files("wpt/idl")
        var best = Duration.seconds(3600)
        for _ in 0..<3 {
            best = min(best, ContinuousClock().measure { _ = check(files, dialect: .bindgen) })
        }
        let bytes = files.reduce(0) { $0 + $1.bytes.count }
        print("web platform speed: \(bytes) bytes in \(best)")
        #expect(best < .seconds(20))
    }

    @Test("What the web platform's set defines is never unknown")
    func webPlatformNames() throws {
        let files = try Corpus.files("wpt/idl").map { parse($0) }
        let defined = Set(files.flatMap(\.tree.definitions).compactMap { $0.name?.text })
        let unknown = resolve(files.map(\.tree)).diagnostics.filter { $0.rule == "unknown-name" }
        for diagnostic in unknown {
            let name = diagnostic.range.file.text(in: diagnostic.range.offsets)
            #expect(!defined.contains(name), "\(diagnostic.summary)")
        }
    }

    @Test("webidl2's invalid tests are refused at the right line")
    func webidl2Invalid() throws {
        let files = try Corpus.files("webidl2/invalid/idl")
        var refused = 0
        for file in files {
            let name = file.path.split(separator: ".")[0]
            let wanted = try baselineLines("webidl2/invalid/baseline/\(name).txt")
            let lines = Set(check([file], dialect: .standard).filter { $0.severity == .error }.map(\.range.start.line))
            if let first = wanted.first, lines.contains(first) {
                refused += 1
            } else {
                Issue.record("\(name): \(lines) for \(wanted)")
            }
        }
        print("webidl2 invalid: \(refused) of \(files.count) refused at the right line")
    }

    /// The examples lean on definitions that stand elsewhere in the standard, or nowhere, so unknown names do not count.
    @Test("The standard's examples are accepted, save those that it shows as invalid")
    func examples() throws {
        let files = try Corpus.files("spec/examples")
        var read = 0
        var accepted = 0
        for file in files {
            let name = String(file.path.split(separator: ".")[0])
            if !parse(file, dialect: .standard).diagnostics.contains(where: { $0.severity == .error }) { read += 1 }
            let errors = check([file], dialect: .bindgen).filter { $0.severity == .error && $0.rule != "unknown-name" }
            if errors.isEmpty { accepted += 1 }
            let expected = CorpusExceptions.examples[name]?.rules ?? []
            #expect(Set(errors.map(\.rule)) == expected, "\(errors.map(\.summary))")
        }
        print("spec examples: \(read) of \(files.count) read (one is a schematic), \(accepted) accepted by all rules")
    }

    /// Gecko takes a missing `[Exposed]` for `[Exposed=Window]`, and most of the snippets leave it out, so it does not count.
    @Test("Gecko's verdicts on standard Web IDL agree")
    func verdicts() throws {
        var counts = (accepted: 0, acceptable: 0, refused: 0, refusable: 0)
        for line in try Corpus.text("verdicts.jsonl").split(separator: "\n") {
            guard let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                row["std"] as? Bool == true,
                let id = row["id"] as? String, let idl = row["idl"] as? String, let isAccepted = row["accepted"] as? Bool
            else { continue }
            let errors = check([SourceFile(path: id, text: idl)], dialect: .standard)
                .filter { $0.severity == .error && $0.rule != "missing-exposed" }
            if isAccepted {
                counts.acceptable += 1
                if errors.isEmpty { counts.accepted += 1 } else { Issue.record("\(errors.map(\.summary))") }
            } else {
                counts.refusable += 1
                if !errors.isEmpty {
                    counts.refused += 1
                } else if let reason = CorpusExceptions.refusedByGecko[id] {
                    print("verdict \(id): accepted, for \(reason)")
                } else {
                    Issue.record("\(id) is accepted: \(row["gecko_error"] ?? "")")
                }
            }
        }
        print("verdicts: \(counts.accepted) of \(counts.acceptable) accepted, \(counts.refused) of \(counts.refusable) refused")
    }

    private func baselineLines(_ path: String) throws -> [Int] {
        try Corpus.text(path).matches(of: /error at line (\d+)/).compactMap { Int($0.output.1) }
    }
}
