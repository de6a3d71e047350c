import BindgenIDL
import BindgenModel
import Testing

@Suite
struct ResolveTests {
    private func module(_ texts: String..., dialect: Dialect = .bindgen) -> ResolvedModule {
        let files = texts.enumerated().map { parse(SourceFile(path: "\($0).idl", text: $1), dialect: dialect) }
        let (module, diagnostics) = resolve(files.map(\.tree), dialect: dialect)
        #expect((files.flatMap(\.diagnostics) + diagnostics).filter { $0.severity == .error }.map(\.summary) == [])
        return module
    }

    private func interface(_ name: String, in module: ResolvedModule) throws -> InterfaceDecl {
        try #require(
            module.declarations.lazy.compactMap { declaration in
                if case .interface(let decl) = declaration, decl.name == name { return decl }
                return nil
            }.first)
    }

    private func attributeType(_ type: String, with more: String = "") throws -> ResolvedType {
        let module = module("\(more) interface Holder { undefined take(\(type) value); };")
        let holder = try interface("Holder", in: module)
        guard case .operation(let decl)? = holder.members.first else { throw Missing() }
        return try #require(decl.arguments.first).type
    }

    private struct Missing: Error {}

    @Test("Partials and mixins fold into the interface, in order, over several files")
    func folding() throws {
        let module = module(
            "partial interface Image { attribute long second; }; Image includes Named; interface mixin Named { attribute long third; };",
            "interface Image { attribute long first; }; partial interface mixin Named { attribute long fourth; };")
        let names = try interface("Image", in: module).members.map { member in
            if case .attribute(let decl) = member { return decl.name }
            return ""
        }
        #expect(names == ["first", "second", "third", "fourth"])
        #expect(module.declarations.count == 1)
    }

    @Test("Attributes travel with typedefs, through nullables and views")
    func typedefs() throws {
        #expect(try attributeType("Channel", with: "typedef [Clamp] octet Channel;") == .integer(.octet, .clamp))
        #expect(try attributeType("Channel?", with: "typedef [Clamp] octet Channel;") == .nullable(.integer(.octet, .clamp)))
        #expect(try attributeType("[EnforceRange] Count", with: "typedef long Count;") == .integer(.long, .enforceRange))
        #expect(try attributeType("[LegacyNullToEmptyString] DOMString") == .string(.domString, nullIsEmpty: true))
        let shared = ResolvedType.BufferSharing(allowsShared: true)
        #expect(try attributeType("[AllowShared] Uint8Array") == .buffer(.uint8Array, shared))
        guard case .union(let views, _) = try attributeType("[AllowShared] ArrayBufferView") else { throw Missing() }
        #expect(views.count == 13 && views.allSatisfy { if case .buffer(_, shared) = $0 { true } else { false } })
    }

    @Test("What the standard predefines is in the module only where it is referred to")
    func predefined() throws {
        #expect(module("interface A {};").declarations.count == 1)
        let module = module("interface A { undefined on(Function f); readonly attribute QuotaExceededError? error; };")
        let error = try interface("QuotaExceededError", in: module)
        #expect(error.parent == "DOMException" && error.origin.annotations.importSource == .global)
        _ = try interface("DOMException", in: module)
        let isThere = module.declarations.contains {
            if case .callbackFunction(let decl) = $0 { decl.name == "Function" } else { false }
        }
        #expect(isThere)
    }

    @Test("A definition of the user takes the place of a predefined one")
    func redefined() throws {
        let module = module("callback Function = long (); interface A { undefined on(Function f); };")
        #expect(module.declarations.count == 2)
    }

    @Test("Origins hold the name's range, the documentation, the breadcrumb and the annotations")
    func origins() throws {
        let module = module(
            """
            /// A picture.
            [JSName="Picture"] interface Image {
              /// Softens it.
              [Throws, Deprecated="use soften"] undefined blur([Borrow] DOMString how);
            };
            """)
        let image = try interface("Image", in: module)
        #expect(image.origin.documentation == "A picture." && image.origin.annotations.jsName == "Picture")
        guard case .operation(let blur)? = image.members.first, let argument = blur.arguments.first else { throw Missing() }
        #expect(blur.origin.range.file.text(in: blur.origin.range.offsets) == "blur")
        #expect(blur.origin.annotations.throws == .any && blur.origin.annotations.deprecation == "use soften")
        #expect(argument.origin.annotations.isBorrowed)
        #expect(argument.origin.breadcrumb == ["interface Image", "operation blur", "argument how"])
    }

    @Test("The arguments of factory functions are resolved and checked like those of constructors")
    func factoryFunctions() {
        let file = SourceFile(
            path: "a.idl",
            text: """
                [LegacyFactoryFunction=Picture(optional Missing a = 1, long b = 2)]
                interface First {};
                [LegacyFactoryFunction=Photo(DOMString a), LegacyFactoryFunction=Photo(USVString a)]
                interface Second {};
                [LegacyFactoryFunction=Sound(DOMString a), LegacyFactoryFunction=Sound(double a, optional boolean b)]
                interface Third {};
                """)
        let summaries = check([file], dialect: .bindgen).map { "\($0.range.start.line) \($0.rule)" }
        #expect(summaries == ["1 default-without-optional", "1 unknown-name", "3 overload-distinguishability"])
    }

    @Test("Integer literals keep their value in every base")
    func integers() throws {
        let module = module(
            "interface A { const unsigned long long X = 0xFFFFFFFFFFFFFFFF; const long Y = -017; const byte Z = -128; };")
        let values = try interface("A", in: module).members.compactMap {
            if case .constant(let decl) = $0 { decl.value } else { nil }
        }
        #expect(
            values == [
                .integer(magnitude: .max, isNegative: false), .integer(magnitude: 15, isNegative: true),
                .integer(magnitude: 128, isNegative: true),
            ])
    }
}
