import BindgenABI
import BindgenIDL
import BindgenModel
import Testing

/// A plan of some IDL; the test fails where it has an error.
func planned(_ text: String) -> BindingPlan {
    let file = parse(SourceFile(path: "api.idl", text: text), dialect: .bindgen)
    let (module, faults) = resolve([file.tree], dialect: .bindgen)
    let (plan, planFaults, _) = plan(module, moduleName: "Module")
    let diagnostics: [Diagnostic] = file.diagnostics + faults + planFaults
    let errors: [String] = diagnostics.filter { $0.severity == .error }.map(\.message)
    #expect(errors.isEmpty)
    return plan
}

/// What crosses with a value, decided without a module: no wasm is built here.
@Suite
struct OwnershipTests {
    private static let definitions = """
        interface Image { constructor(); };
        [Import] interface Row {};
        callback Job = undefined ();
        dictionary One { required Image first; };
        dictionary Pair { required Image first; required unsigned long n; Job done; };
        dictionary Holder { required sequence<One> list; Row row; };
        dictionary Late { One one; };
        """

    /// The result of `type f()`, with the names that stand before it.
    private func result(_ type: String) throws -> ResultPlan {
        let plan = planned("\(Self.definitions) interface X { static \(type) f(); };")
        return try #require(plan.containers.first { $0.name == "X" }?.functions.first).result
    }

    @Test(
        "References come from every depth of a type",
        arguments: [
            ("Image", "object"), ("Image?", "object"), ("One", "first:object"), ("Pair", "first:object done:closure"),
            ("sequence<Image?>", "[]:object"), ("Holder", "list.[].first:object row:handle"), ("Row?", "handle"),
            ("record<DOMString, One>", "[].first:object"), ("sequence<long>", ""), ("DOMString", ""),
            ("Late", "one.first:object"),
        ])
    func references(_ type: String, _ expected: String) throws {
        let references = try result(type).crossing.references.map { reference in
            (reference.path.isEmpty ? "" : reference.path.joined(separator: ".") + ":") + reference.kind.rawValue
        }
        #expect(references.joined(separator: " ") == expected)
    }

    @Test("A reference behind a flag says where both stand")
    func flags() throws {
        let late = try #require(try result("Late").crossing.references.first)
        #expect((late.offset, late.flags) == (4, [0]))
        let pair = try result("Pair").crossing.references
        #expect(pair.map(\.offset) == [0, 8] && pair.allSatisfy(\.flags.isEmpty))
    }

    @Test(
        "What Swift drops with its value is delivered while the value lives",
        arguments: ["Row", "Row?", "sequence<Row>", "sequence<sequence<Row?>>", "Holder", "record<DOMString, Row>"])
    func lending(_ type: String) throws {
        let result = try result(type)
        #expect(result.crossing.traits.contains(.lendsHandle))
        #expect(result.passing == .delivered)
    }

    @Test("The plan's text says which references come with a result, so that they are in its fingerprint")
    func text() {
        let text = planned("\(Self.definitions) namespace X { Pair pair(); One one(); };").text
        #expect(text.contains("-> Pair area, owns first (object), owns done (closure)"))
        #expect(text.contains("-> One slot, owns first (object)"))
    }

    @Test(
        "It says so at every depth, and that handles are lent",
        arguments: [
            ("sequence<Image>", "delivered, owns [] (object)"),
            ("record<DOMString, Pair?>", "delivered, owns [].first (object), owns [].done (closure)"),
            ("Pair?", "delivered, owns first (object), owns done (closure)"), ("sequence<Row>", "delivered, lends [] (handle)"),
            ("[View] Uint8Array", "area, owns view"), ("[View] Uint8Array?", "area, owns view"),
            ("(Image or Job)", "delivered, owns image (object), owns job (closure)"),
        ])
    func textAtDepth(_ type: String, _ expected: String) throws {
        let text = planned("\(Self.definitions) namespace X { \(type) f(); };").text
        let line = try #require(text.split(separator: "\n").first { $0.contains("    -> ") && $0.hasSuffix(expected) })
        #expect(line.contains(" \(expected)"))
    }

    @Test("A module retains objects exactly where JavaScript hands some over with a reference")
    func support() {
        func retains(_ members: String) -> Bool { planned("\(Self.definitions) \(members)").support.retainsObjects }
        #expect(!retains("namespace X { undefined f(Image image); undefined g(One one); };"))
        #expect(retains("namespace X { undefined f(sequence<Image> images); };"))
        #expect(retains("namespace X { undefined f(record<DOMString, Image> images); };"))
        #expect(retains("[Throws] callback Give = Pair (); namespace X { undefined f(Give give); };"))
    }
}
