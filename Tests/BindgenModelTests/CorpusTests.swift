import BindgenIDL
import BindgenModel
import Foundation
import Testing

/// What the resolver makes of the web platform. `Tests/run corpus` tells the figures of its rules, through the tool.
@Suite(.enabled(if: Corpus.isPresent, "the IDL corpus is not there"), .serialized)
struct CorpusTests {
    /// Prints the time of this build; a release build (`swift test -c release`) is what the figure is about.
    @Test("The web platform is read, resolved and checked at once")
    func webPlatformSpeed() throws {
        let files = try Corpus.files("wpt/idl")
        var best = Double.infinity
        for _ in 0..<3 {
            best = min(best, processorSeconds { _ = check(files, dialect: .bindgen) })
        }
        let bytes = files.reduce(0) { $0 + $1.bytes.count }
        print("web platform speed: \(bytes) bytes in \(best) s")
        #expect(best < 20)
    }
}
