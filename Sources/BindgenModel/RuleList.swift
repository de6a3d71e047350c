/// Every rule, by when it is checked. Rules that are found broken while names are resolved report from there.
package enum RuleList {
    static let declarations: [any DeclarationRule.Type] = [
        DuplicateDefinition.self,
        PartialTarget.self,
        IncludesTarget.self,
        InvalidParent.self,
        InheritanceCycle.self,
    ]

    static let types: [any TypeRule.Type] = []

    /// Checked by the resolver itself.
    static let resolution: [any Rule.Type] = [
        UnknownName.self, NotAType.self, TypedefCycle.self, TypeTooLarge.self, InvalidNullable.self, TypeAttributeTarget.self,
        ConflictingTypeAttributes.self, AllowSharedBufferSource.self,
    ]

    /// The ids of all rules.
    package static var ids: [String] {
        (declarations.map { $0.id } + types.map { $0.id } + resolution.map { $0.id }).sorted()
    }
}
