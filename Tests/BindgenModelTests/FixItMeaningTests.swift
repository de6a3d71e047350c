import BindgenIDL
import BindgenModel
import Foundation
import Testing

/// `check --fix` never changes what was written into something else: the declarations mean the same before and after.
@Suite
struct FixItMeaningTests {
    /// Rules whose fix-it makes the declarations other ones than those that were read, and why that is right.
    private static let reasons = [
        "array-type": "a sequence is read, and becomes one",
        "default-without-optional": "what has a default may be left out",
        "dictionary-argument-default": "what may be left out is then the dictionary without members, as before",
        "dictionary-argument-nullable": "null is read as the dictionary without members, as before",
        "dictionary-argument-optional": "the standard lets callers leave it out; they may go on giving it",
        "duplicate-enum-value": "the value is there once before and once after",
        "foreign-syntax": "what was no Web IDL gets the meaning that it has in its language",
        "includes-target": "the statement is there twice",
        "syntax": "a keyword with a slip is no other word",
        "unknown-name": "the letters are the same, in another case or order, or the word has one meaning",
        "default-value-type": "null is read as the dictionary without members; of texts, the letters are the same",
        "legacy-implements": "the word of old for includes",
        "legacy-stringifier": "the form of old",
        "missing-semicolon": "what follows is read as it stands",
        "nullable-any": "any holds null", "nullable-twice": "null is null", "invalid-nullable": "null is held already",
        "const-type": "a constant has a value", "unclosed-body": "what follows is no member",
        "unknown-attribute": "the letters are the same, in another case or order",
        "unknown-generic": "the word has one meaning", "record-key": "the word has one meaning",
        "allow-shared-buffer-source": "the standard's name of the same",
        "enum-comma": "two texts are two values",
        "readonly-type-attributes": "it says how a value is taken, and none is", "vendor-type": "the standard's name of the same",
    ]

    @Test("the fix-its of each rule keep what the declarations mean", arguments: DiagnosticFolderTests.rules)
    func folders(_ rule: String) throws {
        let url = DiagnosticFolderTests.folder.appendingPathComponent(rule).appendingPathComponent("input.idl")
        let bytes = Array(try Data(contentsOf: url))
        let dialect: Dialect = bytes.starts(with: "// --standard".utf8) ? .standard : .bindgen
        let file = SourceFile(path: "input.idl", bytes: bytes)
        for diagnostic in check([file], dialect: dialect) where diagnostic.fixIts.count == 1 {
            if Self.reasons[diagnostic.rule] != nil { continue }
            let mended = FixItApplication.apply([diagnostic], to: file).bytes
            let (before, after) = (
                Self.meaning(file, dialect), Self.meaning(SourceFile(path: "input.idl", bytes: mended), dialect)
            )
            #expect(before == after, "\(diagnostic.rule): \(diagnostic.fixIts[0].message)")
        }
    }

    @Test("a word that is near another one is not replaced by it unless the letters are the same")
    func near() {
        let words = ["float6", "Float3Array", "doubles", "shorts", "longg", "Options", "Opton", "bytes2", "Int8", "Uint1Array"]
        for word in words {
            let text = "dictionary Option { long x; };\nnamespace A { undefined f(optional \(word) x, \(word)? y); };\n"
            let file = SourceFile(path: "a.idl", text: text)
            for diagnostic in check([file], dialect: .bindgen) where diagnostic.rule == "unknown-name" {
                let edits = diagnostic.fixIts.flatMap(\.edits).map(\.replacement)
                #expect(edits.isEmpty || (word == "Int8" && edits == ["byte"]), "\(word): \(edits)")
            }
        }
    }

    @Test("what takes something away is not mended")
    func losses() {
        let texts = [
            "namespace A { attribute long x; };", "interface A { attribute Promise<long> x; };", "interface A { long x; };",
            "interface A { f(); };", "namespace A { undefined f([Copy=false] Uint8Array x); };",
            "interface A { async_iterable<long>(long from); };", "interface A { attribute [TreatNullAs=Zero] DOMString x; };",
        ]
        for text in texts {
            let diagnostics = check([SourceFile(path: "a.idl", text: text)], dialect: .bindgen)
            #expect(!diagnostics.isEmpty && diagnostics.allSatisfy(\.fixIts.isEmpty), "\(text)")
        }
    }

    // MARK: - What declarations mean

    private static func meaning(_ file: SourceFile, _ dialect: Dialect) -> [String] {
        resolve([parse(file, dialect: dialect).tree], dialect: dialect).module.declarations.map { declaration in
            switch declaration {
            case .interface(let decl):
                "interface \(decl.name) : \(decl.parent ?? "") { \(decl.members.map(meaning).joined(separator: "; ")) }"
            case .namespace(let decl):
                "namespace \(decl.name) { "
                    + decl.members.map { member in
                        switch member {
                        case .attribute(let decl): meaning(.attribute(decl))
                        case .operation(let decl): meaning(.operation(decl))
                        case .constant(let decl): meaning(.constant(decl))
                        }
                    }.joined(separator: "; ") + " }"
            case .dictionary(let decl):
                "dictionary \(decl.name) : \(decl.parent ?? "") { "
                    + decl.members.map { "\($0.isRequired) \($0.type) \($0.name) \($0.defaultValue?.spelling ?? "")" }
                    .joined(separator: "; ") + " }"
            case .enumeration(let decl): "enum \(decl.name) { \(decl.values.map(\.text)) }"
            case .callbackFunction(let decl): "callback \(decl.name) = \(decl.result) \(meaning(decl.arguments))"
            case .callbackInterface(let decl): "callback interface \(decl.name)"
            }
        }
    }

    private static func meaning(_ member: InterfaceDecl.Member) -> String {
        switch member {
        case .constructor(let decl): "constructor \(meaning(decl.arguments)) \(decl.origin.annotations)"
        case .attribute(let decl):
            "attribute \(decl.isStatic) \(decl.isReadonly) \(decl.isStringifier) \(decl.type) \(decl.name) \(decl.origin.annotations)"
        case .operation(let decl):
            "operation \(decl.isStatic) \(String(describing: decl.special)) \(decl.result) \(decl.name ?? "") \(meaning(decl.arguments)) "
                + "\(decl.origin.annotations)"
        case .constant(let decl): "const \(decl.type) \(decl.name) = \(decl.value.spelling)"
        case .iterable(let decl):
            "\(decl.kind) \(String(describing: decl.key)) \(decl.value) \(decl.isReadonly) \(meaning(decl.arguments))"
        }
    }

    private static func meaning(_ arguments: [ArgumentDecl]) -> String {
        arguments.map { "\($0.isOptional) \($0.isVariadic) \($0.type) \($0.name) \($0.defaultValue?.spelling ?? "")" }
            .joined(separator: ", ")
    }
}
