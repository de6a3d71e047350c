/// The syntax tree of one file. What stands in `tokens` and the trivia between them is the whole text.
package struct FileSyntax: Sendable {
    package var file: SourceFile
    /// Every token in order; the last one is the end of the file and holds the trailing trivia.
    package var tokens: [Token]
    /// In source order. Definitions with an error are left out, or kept with the members that could be read.
    package var definitions: [DefinitionSyntax]
    /// The names of definitions that could not be read: there is no use in calling them unknown as well.
    package var unreadNames: Set<String> = []

    package init(file: SourceFile, tokens: [Token], definitions: [DefinitionSyntax]) {
        self.file = file
        self.tokens = tokens
        self.definitions = definitions
    }
}

/// The `Definition` production; partial definitions are told apart by `isPartial`.
package indirect enum DefinitionSyntax: Sendable {
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

extension FileSyntax {
    /// The text of the file, put together again from the tokens and the trivia before each.
    package var text: [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(file.bytes.count)
        var end = 0
        for token in tokens {
            text.append(contentsOf: file.bytes[end..<Int(token.start)])
            text.append(contentsOf: file.bytes[token.offsets])
            end = Int(token.end)
        }
        return text
    }
}

extension Parser {
    /// `Definitions`
    mutating func parseDefinitions() -> [DefinitionSyntax] {
        var definitions: [DefinitionSyntax] = []
        while !at(.endOfFile) {
            let checkpoint = checkpoint
            let count = diagnostics.count
            do throws(ParseFailure) {
                definitions.append(try parseDefinition())
            } catch {
                unwind(to: checkpoint)
                if answerForeignDefinition(at: checkpoint.position, downTo: count, &definitions) { continue }
                position = max(position, checkpoint.position)
                skipDefinition(startedAt: checkpoint.position)
                if position == checkpoint.position { advance() }
                noteUnread(checkpoint.position..<position)
            }
        }
        return definitions
    }

    /// Remembers the name of a definition that was skipped.
    private mutating func noteUnread(_ skipped: Range<Int>) {
        var index = skipped.lowerBound
        if tokens[index].kind == .leftBracket, let end = matchingBracket(of: index) { index = end + 1 }
        guard index < skipped.upperBound, tokens[index].kind.startsDefinition else { return }
        if tokens[index].kind == .typedef {
            // The name of a typedef is its last word.
            if let name = skipped.last(where: { tokens[$0].kind == .identifier }) { unreadNames.insert(text(at: name)) }
        } else if let name = (index..<skipped.upperBound).first(where: { tokens[$0].kind == .identifier }) {
            unreadNames.insert(text(at: name))
        }
    }

    /// `ExtendedAttributeList Definition`
    private mutating func parseDefinition() throws(ParseFailure) -> DefinitionSyntax {
        let start = position
        let attributes = try parseExtendedAttributes()
        let head = DeclarationHead(
            start: start, attributes: attributes, documentation: documentation(before: start, orBefore: position))
        switch kind {
        case .callback: return try parseCallback(head, isPartial: false)
        case .interface: return try parseInterfaceOrMixin(head, isPartial: false)
        case .namespace: return .namespace(try parseNamespace(head, isPartial: false))
        case .dictionary: return .dictionary(try parseDictionary(head, isPartial: false))
        case .partial: return try parsePartial(head)
        case .enum: return .enumeration(try parseEnum(head))
        case .typedef: return .typedef(try parseTypedef(head))
        case .identifier where kind(ahead: 1) == .includes: return .includes(try parseIncludes(head))
        default: throw expectedDefinition(after: attributes)
        }
    }

    /// `"partial" PartialDefinition`
    private mutating func parsePartial(_ head: DeclarationHead) throws(ParseFailure) -> DefinitionSyntax {
        advance()
        switch kind {
        case .interface: return try parseInterfaceOrMixin(head, isPartial: true)
        case .namespace: return .namespace(try parseNamespace(head, isPartial: true))
        case .dictionary: return .dictionary(try parseDictionary(head, isPartial: true))
        case .callback where kind(ahead: 1) == .interface: return try parseCallback(head, isPartial: true)
        default: throw expected("`interface`, `dictionary` or `namespace` after `partial`")
        }
    }

    private mutating func expectedDefinition(after attributes: ExtendedAttributeListSyntax) -> ParseFailure {
        if at(.leftBracket), let first = attributes.range { return failDoubleList(first) }
        if attributes.range != nil, at(.endOfFile) { return expected("the definition that the extended attributes belong to") }
        guard at(.identifier) else { return expected("a definition, such as `interface` or `dictionary`") }
        if kind(ahead: 1) == .identifier, text(at: position + 1) == "implements" {
            return fail(
                "legacy-implements",
                "`implements` is no longer part of Web IDL; write `includes`, with an `interface mixin` after it",
                at: range(at: position + 1),
                fixIts: [fixIt("replace by `includes`", replace: range(at: position + 1), with: "includes")])
        }
        let word = text(at: position)
        let keywords = ["interface", "dictionary", "namespace", "callback", "enum", "typedef", "partial"]
        if let keyword = NearestName.findOnly(word, in: keywords) {
            return fail(
                "syntax", "expected a definition, found the name `\(word)`; did you mean `\(keyword)`?",
                fixIts: [fixIt("replace by `\(keyword)`", replace: here, with: keyword)])
        }
        return expected("a definition, such as `interface` or `dictionary`")
    }
}

/// What stands before a definition or member: where it starts, its attributes and its documentation.
struct DeclarationHead {
    var start: Int
    var attributes: ExtendedAttributeListSyntax
    var documentation: String?
}
