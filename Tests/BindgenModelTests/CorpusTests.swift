import BindgenIDL
import BindgenModel
import Foundation
import Testing

@Suite(.enabled(if: Corpus.isPresent, "the IDL corpus is not there"), .serialized)
struct CorpusTests {
    private let isVerbose = ProcessInfo.processInfo.environment["VERBOSE"] != nil

    @Test("The web platform resolves as one set")
    func webPlatform() throws {
        let files = try Corpus.files("wpt/idl")
        let errors = check(files, dialect: .bindgen).filter { $0.severity == .error }
        print("web platform: \(files.count) files, \(errors.count) errors")
        for error in errors where isVerbose { print(error.summary) }
    }

    @Test("webidl2 invalid tests are refused at the right line")
    func webidl2Invalid() throws {
        let files = try Corpus.files("webidl2/invalid/idl")
        var refused = 0
        for file in files {
            let name = file.path.split(separator: ".")[0]
            let wanted = baselineLines(try Corpus.text("webidl2/invalid/baseline/\(name).txt"))
            let errors = check([file], dialect: .standard).filter { $0.severity == .error }
            let lines = Set(errors.map(\.range.start.line))
            if lines.contains(wanted.first ?? -1) { refused += 1 }
            if isVerbose, !lines.isSuperset(of: wanted) {
                print("\(name): wanted \(wanted), got \(lines.sorted())")
                for error in errors { print("    " + error.summary) }
            }
        }
        print("webidl2 invalid: \(refused) of \(files.count) refused at the right line")
    }

    @Test("The standard's examples are accepted")
    func examples() throws {
        let files = try Corpus.files("spec/examples")
        var accepted = 0
        for file in files {
            let errors = check([file], dialect: .bindgen).filter { $0.severity == .error && $0.rule != "unknown-name" }
            if errors.isEmpty { accepted += 1 } else if isVerbose { print(errors.map(\.summary).joined(separator: "\n")) }
        }
        print("spec examples: \(accepted) of \(files.count) accepted")
    }

    @Test("Verdicts agree")
    func verdicts() throws {
        var counts = (accepted: 0, acceptable: 0, refused: 0, refusable: 0)
        for line in try Corpus.text("verdicts.jsonl").split(separator: "\n") {
            guard let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                row["std"] as? Bool == true,
                let id = row["id"] as? String, let idl = row["idl"] as? String, let isAccepted = row["accepted"] as? Bool
            else { continue }
            let errors = check([SourceFile(path: id, text: idl)], dialect: .standard)
                .filter { $0.severity == .error && $0.rule != "missing-exposed" }
            if isAccepted { counts.acceptable += 1 } else { counts.refusable += 1 }
            if isAccepted, errors.isEmpty { counts.accepted += 1 }
            if !isAccepted, !errors.isEmpty { counts.refused += 1 }
            guard isVerbose, isAccepted != errors.isEmpty else { continue }
            print("\(id) \(isAccepted ? "refused" : "accepted") wrongly: \(row["gecko_error"] ?? "")")
            for error in errors { print("    " + error.summary) }
        }
        print("verdicts: \(counts.accepted) of \(counts.acceptable) accepted, \(counts.refused) of \(counts.refusable) refused")
    }

    private func baselineLines(_ text: String) -> [Int] {
        text.matches(of: /error at line (\d+)/).compactMap { Int($0.output.1) }
    }
}
