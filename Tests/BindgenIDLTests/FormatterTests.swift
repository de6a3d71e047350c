import Testing

@testable import BindgenIDL

@Suite struct FormatterTests {
    private func formatted(_ text: String) -> String? { format(SourceFile(path: "test.idl", text: text)) }

    @Test func writesOneStyle() {
        let text = """
            // head
            [Exposed=( Window , Worker ),SecureContext] interface  A:B{ // after
            readonly   attribute unsigned long long n ;   // the n


              /** Doc
               *  more
               */
              [Throws]undefined f( optional DOMString?a="x" ,(A or B)... rest ) ;
              getter DOMString(unsigned long index);
              constructor ( );
              // last
            } ;
            enum E{"a","b"};dictionary D{};
            callback F=undefined(double x);
            typedef [Clamp]octet O; typedef sequence<record< DOMString , any >> S;
            [Own(1  + 2), Other={ a b }] interface X {};
            dictionary Empty { sequence<long> list=[ ]; Empty other={ }; };
            """
        let wanted = """
            // head
            [Exposed=(Window,Worker), SecureContext]
            interface A : B { // after
              readonly attribute unsigned long long n; // the n

              /** Doc
               *  more
               */
              [Throws] undefined f(optional DOMString? a = "x", (A or B)... rest);
              getter DOMString (unsigned long index);
              constructor();
              // last
            };

            enum E { "a", "b" };
            dictionary D {};
            callback F = undefined (double x);
            typedef [Clamp] octet O;
            typedef sequence<record<DOMString, any>> S;
            [Own(1 + 2), Other={ a b }]
            interface X {};

            dictionary Empty {
              sequence<long> list = [];
              Empty other = {};
            };

            """
        #expect(formatted(text) == wanted)
        #expect(formatted(wanted).flatMap(formatted) == formatted(wanted))
    }

    @Test func breaksLongStatements() {
        let text = """
            interface A {
              Promise<sequence<DOMString>> aRatherLongOperationName(DOMString theFirstArgument, optional unsigned long theSecondArgument = 0);
              undefined f(long a, // first
                /* second */ long b);
            };
            """
        let wanted = """
            interface A {
              Promise<sequence<DOMString>> aRatherLongOperationName(
                  DOMString theFirstArgument,
                  optional unsigned long theSecondArgument = 0);
              undefined f(
                  long a, // first
                  /* second */
                  long b);
            };

            """
        #expect(formatted(text) == wanted)
        #expect(formatted(wanted) == wanted)
    }

    @Test func leavesBrokenFilesAlone() {
        #expect(formatted("interface A { attribute; };") == nil)
        #expect(formatted("") == "")
    }

    @Test("the corpus keeps its tokens and comments, and a second run changes nothing", .enabled(if: Corpus.isPresent))
    func corpus() throws {
        var count = 0
        for file in try Corpus.everything() {
            guard let first = format(file) else { continue }
            count += 1
            let once = SourceFile(path: file.path, text: first)
            let twice = try #require(format(once), "\(file.path)")
            if twice != first { Issue.record("\(file.path) is not stable:\n\(difference(first, twice))") }
            #expect(words(file) == words(once), "\(file.path)")
            #expect(comments(file) == comments(once), "\(file.path)")
        }
        print("formatter: \(count) files, tokens and comments kept, stable")
    }

    private func difference(_ first: String, _ second: String) -> String {
        let pairs = zip(
            first.split(separator: "\n", omittingEmptySubsequences: false),
            second.split(separator: "\n", omittingEmptySubsequences: false))
        return pairs.first { $0 != $1 }.map { "\($0)\n\($1)" } ?? "length"
    }

    private func words(_ file: SourceFile) -> [String] {
        let tree = parse(file).tree
        return tree.tokens.map { file.text(in: $0.offsets) }
    }

    private func comments(_ file: SourceFile) -> [String] {
        var end = 0
        var texts: [String] = []
        for token in parse(file).tree.tokens {
            for piece in Trivia.pieces(of: file.bytes[end..<Int(token.start)]) {
                switch piece {
                case .lineBreaks: break
                case .lineComment(let text), .blockComment(let text):
                    texts.append(
                        text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: " ")
                    )
                }
            }
            end = Int(token.end)
        }
        return texts
    }
}
