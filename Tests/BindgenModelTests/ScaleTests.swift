import BindgenIDL
import BindgenModel
import Testing

/// No input makes the resolver trap, hang or grow without bound.
@Suite
struct ScaleTests {
    /// Independent definitions of every kind, about one kilobyte each.
    private func unit(_ index: Int) -> String {
        """
        enum Mode\(index) { "fast", "good", "best" };
        dictionary Options\(index) { required double width; double height = 1; Mode\(index) mode = "good"; sequence<DOMString> tags = []; };
        typedef [Clamp] octet Channel\(index);
        callback Progress\(index) = undefined (double fraction);
        interface mixin Named\(index) { attribute DOMString name; };
        interface Image\(index)\(index % 7 > 0 ? " : Image\(index - 1)" : "") {
          constructor(unsigned long width, unsigned long height);
          readonly attribute unsigned long width\(index);
          undefined blur\(index)(double radius, optional Options\(index) options = {});
          undefined blur\(index)(DOMString how, optional Progress\(index) progress);
          (DOMString or double or Image\(index))? pick\(index)(Channel\(index) red, optional boolean deep = false);
          Promise<sequence<Image\(index)>> find\(index)(DOMString what, (Image\(index) or DOMString)... rest);
        };
        partial interface Image\(index) { attribute double gamma\(index); };
        Image\(index) includes Named\(index);

        """
    }

    @Test("The time grows with the size")
    func linear() {
        var times: [Double] = []
        for count in [20, 200, 2000] {
            let file = SourceFile(path: "scale.idl", text: (0..<count).map(unit).joined())
            let tree = parse(file).tree
            var errors: [Diagnostic] = []
            // The least of three, for a neighbour may take the processor's caches in between.
            let runs = (0..<3).map { _ in
                processorSeconds { errors = resolve([tree]).diagnostics.filter { $0.severity == .error } }
            }
            let time = runs.min() ?? 0
            #expect(errors.prefix(3).map(\.summary) == [])
            times.append(time)
            print("scale: \(file.bytes.count) bytes resolved in \(Int(time * 1e6)) µs")
        }
        #expect(times[2] < times[1] * 30, "ten times the text takes more than thirty times as long")
    }

    struct Shape: CustomTestStringConvertible, Sendable {
        var name: String
        var text: String
        var testDescription: String { name }
    }

    private static func times(_ count: Int, _ text: (Int) -> String) -> String {
        var result = ""
        for index in 0..<count { result += text(index) }
        return result
    }

    private static func shape(_ name: String, _ count: Int, inside: String? = nil, _ text: (Int) -> String) -> Shape {
        let body = times(count, text)
        return Shape(name: name, text: inside.map { "interface \($0) {\(body)};" } ?? body)
    }

    static let shapes: [Shape] = [
        shape("typedef chain", 5000) { "typedef T\($0 + 1) T\($0);" },
        shape("typedefs that double", 200) { "typedef record<DOMString, (A\($0) or sequence<A\($0)>)> A\($0 + 1);" },
        shape("interface chain", 5000) { "interface I\($0) : I\($0 + 1) { attribute long a\($0); };" },
        shape("interface ring", 5000) { "interface I\($0) : I\(($0 + 1) % 5000) {};" },
        shape("dictionary ring", 5000) { "dictionary D\($0) { D\(($0 + 1) % 5000) next; };" },
        shape("dictionary parents", 5000) { "dictionary D\($0) : D\(($0 + 1) % 5000) { long a\($0); };" },
        shape("overloads", 2000, inside: "I") { _ in "undefined f(long a, long b);" },
        shape("long overloads", 40, inside: "I") { _ in
            "undefined f(optional DOMString a" + times(400) { ", optional long a\($0)" } + ");"
        },
        shape("unknown names", 5000, inside: "I") { "attribute Type\($0) a\($0);" },
        shape("unknown attributes", 5000) { "[Attr\($0)] interface I\($0) {};" },
        shape("wide union", 1) { _ in "typedef (long" + times(3000) { " or I\($0)" } + ") U;" },
        shape("mixins", 2000) { "interface mixin M\($0) { attribute long a\($0); }; interface I; I includes M\($0);" },
        shape("one includes many", 2000) {
            ($0 == 0 ? "interface I {};" : "") + "interface mixin M\($0) { attribute long a\($0); }; I includes M\($0);"
        },
    ]

    @Test("A fault at every member of a large file is told a thousand times, and mended everywhere")
    func manyFaults() {
        let members = Self.times(5000) { "undefined f\($0)(Options a);\n" }
        var file = SourceFile(path: "many.idl", text: "dictionary Options { double x; };\ninterface A {\n\(members)};")
        var rounds = 0
        let time = processorSeconds {
            while rounds < 10 {
                let diagnostics = check([file], dialect: .bindgen)
                #expect(diagnostics.count == (rounds < 5 ? 1000 : 0))
                let (bytes, applied) = FixItApplication.apply(diagnostics, to: file)
                if applied == 0 { break }
                file = SourceFile(path: "many.idl", bytes: bytes)
                rounds += 1
            }
        }
        #expect(rounds == 5 && time < 30)
    }

    @Test("Hostile shapes end with a message", arguments: shapes)
    func hostile(_ shape: Shape) {
        let time = processorSeconds {
            _ = resolve([parse(SourceFile(path: "hostile.idl", text: shape.text)).tree])
        }
        print("hostile: \(shape.name) in \(Int(time * 1000)) ms")
        #expect(time < 30)
    }
}
