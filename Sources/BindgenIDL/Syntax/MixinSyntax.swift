/// `interface mixin M { … };` and `partial interface mixin M { … };`.
package struct MixinSyntax: DocumentedSyntax {
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var documentation: String?
    package var isPartial: Bool
    package var name: NameSyntax
    /// Constants, attributes, regular operations and stringifiers.
    package var members: [MemberSyntax]
    package var range: SourceRange
}

extension Parser {
    /// `MixinRest`
    mutating func parseMixin(_ head: DeclarationHead, isPartial: Bool) throws(ParseFailure) -> MixinSyntax {
        advance()
        let name = try parseName("the mixin")
        enter(isPartial ? "partial interface mixin" : "interface mixin")
        defer { leave() }
        if at(.colon) {
            throw fail("syntax", "a mixin cannot inherit; include it where it is wanted: `A includes \(name.text);`")
        }
        let members = try parseMembers(of: .mixin)
        return MixinSyntax(
            extendedAttributes: head.attributes, documentation: head.documentation, isPartial: isPartial, name: name,
            members: members.list, range: range(from: head.start))
    }
}
