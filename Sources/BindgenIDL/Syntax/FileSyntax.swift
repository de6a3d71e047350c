/// The syntax tree of one file. What stands in `tokens` and the trivia between them is the whole text.
package struct FileSyntax: Sendable {
    package var file: SourceFile
    /// Every token in order; the last one is the end of the file and holds the trailing trivia.
    package var tokens: [Token]
    /// In source order. Definitions with an error are left out, or kept with the members that could be read.
    package var definitions: [DefinitionSyntax]

    package init(file: SourceFile, tokens: [Token], definitions: [DefinitionSyntax]) {
        self.file = file
        self.tokens = tokens
        self.definitions = definitions
    }
}

/// The `Definition` production; partial definitions are told apart by `isPartial`.
package enum DefinitionSyntax: Sendable {
    case interface(InterfaceSyntax)
    case mixin(MixinSyntax)
    case callbackFunction(CallbackFunctionSyntax)
    case callbackInterface(CallbackInterfaceSyntax)
    case namespace(NamespaceSyntax)
    case dictionary(DictionarySyntax)
    case enumeration(EnumSyntax)
    case typedef(TypedefSyntax)
    case includes(IncludesSyntax)

    /// The node behind the case.
    package var node: any DocumentedSyntax {
        switch self {
        case .interface(let node): node
        case .mixin(let node): node
        case .callbackFunction(let node): node
        case .callbackInterface(let node): node
        case .namespace(let node): node
        case .dictionary(let node): node
        case .enumeration(let node): node
        case .typedef(let node): node
        case .includes(let node): node
        }
    }

    /// What the definition defines; nil for an `includes` statement, which defines nothing.
    package var name: NameSyntax? {
        switch self {
        case .interface(let node): node.name
        case .mixin(let node): node.name
        case .callbackFunction(let node): node.name
        case .callbackInterface(let node): node.name
        case .namespace(let node): node.name
        case .dictionary(let node): node.name
        case .enumeration(let node): node.name
        case .typedef(let node): node.name
        case .includes: nil
        }
    }
}
