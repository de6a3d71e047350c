/// Every rule, by when it is checked.
package enum RuleList {
    /// Over all declarations, once.
    static let declarations: [any DeclarationRule.Type] = [
        ArgumentType.self,
        AliasConflict.self,
        AsyncIterableArguments.self,
        AttributeForm.self,
        AttributeKind.self,
        AttributePlacement.self,
        AttributeType.self,
        BigIntPosition.self,
        CallbackInterfaceOperation.self,
        ConstantValue.self,
        CrossOverload.self,
        CrossingAttributeTarget.self,
        DefaultValueType.self,
        DictionaryArgumentDefault.self,
        DictionaryArgumentNullable.self,
        DictionaryArgumentOptional.self,
        DictionaryMemberType.self,
        DuplicateArgument.self,
        DuplicateAttribute.self,
        DuplicateDefinition.self,
        DuplicateDictionaryMember.self,
        DuplicateEnumValue.self,
        DuplicateMember.self,
        DuplicateSpecialOperation.self,
        ExposureSubset.self,
        ForwardingAttribute.self,
        GlobalInterface.self,
        IncludesTarget.self,
        IncompleteOperation.self,
        InheritanceCycle.self,
        InheritanceDepth.self,
        InheritedAttribute.self,
        InvalidParent.self,
        IterableConflict.self,
        IterableType.self,
        JSONOperation.self,
        LegacyNamespaceTarget.self,
        MissingExposed.self,
        NoInterfaceObject.self,
        NewObjectType.self,
        NonstandardAttribute.self,
        OverloadAttributes.self,
        OverloadDistinguishability.self,
        OverloadPromise.self,
        PartialTarget.self,
        ReadonlyTypeAttributes.self,
        RecursiveDictionary.self,
        RedundantContext.self,
        RenamedMember.self,
        ReservedStaticName.self,
        ReturnType.self,
        SameObjectType.self,
        SpecialOperation.self,
        StringifierType.self,
        ThrowsType.self,
        UnforgeableShadowed.self,
        UnknownAttribute.self,
        UnknownGlobal.self,
        ValueIteratorGetter.self,
        VariadicArgument.self,
    ]

    /// At every type as it is written.
    static let types: [any TypeRule.Type] = [
        AttributeForm.self,
        AttributePlacement.self,
        BigIntPosition.self,
        DuplicateAttribute.self,
        InnerType.self,
        NonstandardAttribute.self,
        UnionDistinguishability.self,
        UnionMember.self,
        UnknownAttribute.self,
    ]

    /// By the resolver, where a name or an attribute gets its meaning.
    static let resolution: [any Rule.Type] = [
        AllowSharedBufferSource.self,
        ConflictingTypeAttributes.self,
        InvalidNullable.self,
        NotAType.self,
        TypeAttributeTarget.self,
        TypeTooLarge.self,
        TypedefCycle.self,
        UnknownName.self,
        VendorType.self,
    ]

    /// The ids of all rules.
    package static var ids: [String] {
        Set(declarations.map { $0.id } + types.map { $0.id } + resolution.map { $0.id }).sorted()
    }
}
