/// `interface A : B { … };` and `partial interface A { … };`.
package struct InterfaceSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var isPartial: Bool
    package var name: NameSyntax
    /// The interface it inherits from; never present in a partial one.
    package var inheritance: NameSyntax?
    package var members: [MemberSyntax]
    /// The history form `[Constructor(…)]`, read as constructor operations; empty in the standard dialect.
    package var legacyConstructors: [ConstructorSyntax]
    package var range: SourceRange
    /// Whether `{ … }` follows its name. Engines write `interface A;` for what is defined elsewhere; that is an error here.
    package var hasBody = true
}

extension Parser {
    /// `"interface" InterfaceOrMixin`, also behind `partial`.
    mutating func parseInterfaceOrMixin(_ head: DeclarationHead, isPartial: Bool) throws(ParseFailure) -> DefinitionSyntax {
        advance()
        if at(.mixin) { return .mixin(try parseMixin(head, isPartial: isPartial)) }
        return .interface(try parseInterface(head, isPartial: isPartial))
    }

    /// `InterfaceRest`, `PartialInterfaceRest`
    private mutating func parseInterface(_ head: DeclarationHead, isPartial: Bool) throws(ParseFailure) -> InterfaceSyntax {
        let name = try parseName("the interface")
        enter(isPartial ? "partial interface" : "interface")
        defer { leave() }
        let inheritance = try parseInheritance(isPartial: isPartial, "interface")
        if at(.semicolon), !isPartial, inheritance == nil { return withoutBody(head, name) }
        let members = try parseMembers(of: isPartial ? .partialInterface : .interface)
        return InterfaceSyntax(
            extendedAttributes: head.attributes, documentation: head.documentation, isPartial: isPartial, name: name,
            inheritance: inheritance, members: members.list,
            legacyConstructors: legacyConstructors(head.attributes, bodyStart: members.bodyStart), range: range(from: head.start))
    }

    /// `interface A;`, which other languages have as a forward declaration.
    private mutating func withoutBody(_ head: DeclarationHead, _ name: NameSyntax) -> InterfaceSyntax {
        report(
            .error, "missing-body",
            "an interface has a body; write `interface \(name.text) {};` for one of which nothing is known, or remove this line",
            at: name.range)
        advance()
        return InterfaceSyntax(
            extendedAttributes: head.attributes, documentation: head.documentation, isPartial: false, name: name, members: [],
            legacyConstructors: [], range: range(from: head.start), hasBody: false)
    }

    /// `Inheritance`
    mutating func parseInheritance(isPartial: Bool, _ what: String) throws(ParseFailure) -> NameSyntax? {
        let colon = position
        guard eat(.colon) else { return try parseForeignInheritance() }
        let parent = try parseReference("the \(what) to inherit from")
        guard isPartial else { return parent }
        report(
            .error, "partial-inheritance", "a partial \(what) cannot inherit; write `: \(parent.text)` at the main definition",
            at: range(from: colon))
        return nil
    }

    /// The history form `[Constructor(…)]`, now a member of the interface.
    private mutating func legacyConstructors(
        _ attributes: ExtendedAttributeListSyntax, bodyStart: SourceRange
    ) -> [ConstructorSyntax] {
        var constructors: [ConstructorSyntax] = []
        for (index, attribute) in attributes.enumerated() where attribute.name.text == "Constructor" {
            var arguments: [ArgumentSyntax] = []
            var text = "()"
            switch attribute.value {
            case .none: break
            case .arguments(let list):
                arguments = list
                text = attribute.valueRange.map { file.text(in: $0.offsets) } ?? text
            default: continue
            }
            let insertion = Diagnostic.FixIt.Edit(range: bodyStart, replacement: "\n  constructor\(text);")
            let removal = Diagnostic.FixIt.Edit(range: rangeToRemove(index, of: attributes), replacement: "")
            reportLegacy(
                "legacy-constructor-attribute", "`[Constructor]` is now a member: write `constructor\(text);` in the interface",
                at: attribute.range,
                fixIts: [Diagnostic.FixIt(message: "make it a member", edits: [removal, insertion])])
            constructors.append(
                ConstructorSyntax(
                    extendedAttributes: ExtendedAttributeListSyntax(), documentation: nil, keywordRange: attribute.name.range,
                    arguments: arguments, range: attribute.range))
        }
        return constructors
    }
}
