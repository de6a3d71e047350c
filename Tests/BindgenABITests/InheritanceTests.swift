import BindgenABI
import BindgenIDL
import BindgenModel
import Testing

/// Chains of interfaces, and members that are declared again.
@Suite
struct InheritanceTests {
    @Test("Each tree is numbered in preorder, whatever the order of the IDL")
    func numbers() {
        let plan = planned(
            """
            interface C : B {}; interface Lone {}; interface B : A {}; interface E : D {}; interface A {}; interface D {};
            interface B2 : A {}; [Import] interface J {};
            """)
        let numbered = plan.hierarchy.members.map { "\($0.type.name) \($0.numbers) of \($0.root.name)" }
        #expect(numbered == ["A 0...3 of A", "B 1...2 of A", "C 2...2 of A", "B2 3...3 of A", "D 4...5 of D", "E 5...5 of D"])
        #expect(plan.hierarchy.member(named: "Lone") == nil)
        #expect(plan.hierarchy.descendants(of: "A").map(\.type.name) == ["B", "C", "B2"])
        #expect(plan.hierarchy.inherits("C", from: "A") && !plan.hierarchy.inherits("A", from: "C"))
        #expect(!plan.hierarchy.inherits("E", from: "A") && !plan.hierarchy.inherits("Lone", from: "Lone"))
        #expect(plan.containers.first { $0.name == "C" }?.ancestors.map(\.name) == ["B", "A"])
    }

    @Test("What is reached of an interface is reached of its descendants")
    func reach() {
        let plan = planned("interface A {}; interface B : A {}; interface C : B {}; namespace N { B f(); undefined g(A a); };")
        #expect(plan.reach.toJavaScript == ["B", "C"])
        #expect(plan.reach.toSwift == ["A", "B", "C"])
        #expect(plan.support.tellsClasses)
        #expect(!planned("interface A {}; interface B : A { constructor(); }; interface C { C f(); };").support.tellsClasses)
    }

    /// `A` has the first members, `C : B : A` the second ones.
    private func errors(_ inherited: String, _ own: String) -> [String] {
        let text =
            "interface A { \(inherited) }; interface B : A {}; interface C : B { \(own) }; interface X {}; callback F = undefined ();"
        let file = parse(SourceFile(path: "api.idl", text: text), dialect: .bindgen)
        let (module, faults) = resolve([file.tree], dialect: .bindgen)
        let (_, planFaults, _) = plan(module, moduleName: "Module")
        #expect(file.diagnostics.isEmpty && faults.isEmpty)
        return planFaults.map(\.rule)
    }

    @Test(
        "A member that is declared again fits the inherited one",
        arguments: [
            ("long f(long a);", "long f(long a);"), ("long f(long a);", "long f(long a, optional long b);"), ("A f();", "C f();"),
            ("A? f();", "B? f();"), ("A? f();", "C f();"), ("[Throws] long f();", "long f();"),
            ("static A f();", "static C f();"),
            ("readonly attribute long x;", "attribute long x;"), ("readonly attribute long x;", "inherit attribute long x;"),
            ("attribute A x;", "attribute A x;"), ("long f();", "static long f();"),
            ("constructor(long a);", "constructor(A a);"),
            ("long f();", "[JSName=\"g\", SwiftName=\"g\"] DOMString f();"), ("long f(long a);", "long f(long b);"),
            ("getter A (DOMString n);", "getter C (DOMString n);"),
            ("getter long (DOMString n);", "setter undefined (DOMString n, long v);"),
        ])
    func fitting(_ inherited: String, _ own: String) { #expect(errors(inherited, own) == []) }

    @Test(
        "One that does not fit is refused",
        arguments: [
            ("long f(long a);", "long f();"), ("long f();", "long f(long a);"), ("long f();", "DOMString f();"),
            ("C f();", "A f();"), ("A f();", "A? f();"), ("A f();", "X f();"), ("long f();", "[Throws] long f();"),
            ("long f();", "readonly attribute long f;"),
            ("attribute long x;", "readonly attribute long x;"),
            ("attribute A x;", "attribute C x;"), ("const long X = 1;", "const long X = 1;"), ("const long X = 1;", "long X();"),
            ("long f(long a);", "[JSName=\"f\"] long g();"), ("long f(optional long a);", "long f(long a);"),
            ("getter long (DOMString n);", "getter DOMString (DOMString n);"),
            ("getter long (DOMString n);", "[Throws] getter long (DOMString n);"),
            ("getter A (DOMString n); setter undefined (DOMString n, A v);", "getter C (DOMString n);"),
        ])
    func clashing(_ inherited: String, _ own: String) { #expect(errors(inherited, own) == ["redeclared-member"]) }

    @Test("Names that meet in Swift alone are refused")
    func swiftNames() {
        #expect(errors("[SwiftName=\"g\"] long f();", "long g();") == ["swift-name-collision"])
        #expect(errors("long f();", "[JSName=\"h\"] DOMString f();") == ["swift-name-collision"])
    }
}
