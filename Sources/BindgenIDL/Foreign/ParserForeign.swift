/// Where the parser has failed, it asks whether the text is another language's, and reads on behind it.
extension Parser {
    // MARK: - Members

    /// Answers a member that could not be read, in the place of what was said about it.
    /// - Parameter count: how many diagnostics there were before the member.
    /// - Returns: whether it was answered; the parser then stands behind it.
    mutating func answerForeignMember(at start: Int, downTo count: Int, in place: ForeignReader.Place) -> Bool {
        var start = start
        var answer = ForeignReader.member(self, at: start, in: place)
        if answer == nil, tokens[start].kind == .leftBracket, let end = matchingBracket(of: start) {
            start = end + 1
            answer = ForeignReader.member(self, at: start, in: place)
        }
        guard let answer, answer.end > start else { return false }
        retract(downTo: count)
        report(answer, from: start)
        return true
    }

    private mutating func report(_ answer: ForeignAnswer, from start: Int) {
        position = answer.end
        let whole = range(from: start)
        report(
            .error, "foreign-syntax", answer.message, at: whole,
            fixIts: answer.isSure ? [fixIt("write it in Web IDL", replace: whole, with: answer.text)] : [])
    }

    // MARK: - Definitions

    /// As `answerForeignMember`, for a definition. One that has a body is read as what it is in Web IDL.
    mutating func answerForeignDefinition(at start: Int, downTo count: Int, _ definitions: inout [DefinitionSyntax]) -> Bool {
        if let (answer, name) = ForeignReader.definition(self, at: start) {
            retract(downTo: count)
            report(answer, from: start)
            if let name { unreadNames.insert(name) }
            return true
        }
        guard tokens[start].kind == .identifier || tokens[start].kind == .other else { return false }
        position = start
        if skipModifiers(downTo: count) { return true }
        guard let container = foreignContainer else { return false }
        retract(downTo: count)
        report(.error, "foreign-syntax", container.message, at: here, fixIts: container.fixIts)
        let checkpoint = checkpoint
        do throws(ParseFailure) {
            definitions.append(try parseForeignBody(container, start: start))
        } catch {
            unwind(to: checkpoint)
            skipDefinition(startedAt: checkpoint.position)
        }
        return true
    }

    /// `export`, `public`, `@objc` and the like before a definition: what a file declares is exported as it stands.
    private mutating func skipModifiers(downTo count: Int) -> Bool {
        let words: Set = ["export", "default", "declare", "public", "open", "final", "abstract", "internal", "indirect"]
        let start = position
        while at(.other) && text(at: position) == "@" || at(.identifier) && words.contains(text(at: position)) {
            position += at(.other) && kind(ahead: 1) == .identifier ? 2 : 1
        }
        guard position > start, kind.startsDefinition || at(.identifier) || at(.const) else {
            position = start
            return false
        }
        retract(downTo: count)
        let whole = range(from: start)
        let end = tokens[position].offsets.lowerBound
        let written = file.text(in: whole.offsets)
        report(
            .error, "foreign-syntax", "everything that a file declares is exported; leave `\(written)` out", at: whole,
            fixIts: [
                fixIt(
                    "leave it out", replace: SourceRange(file: file, offsets: whole.offsets.lowerBound..<end), with: "")
            ])
        return true
    }

    private struct ForeignContainer {
        var isDictionary: Bool
        var message: String
        var fixIts: [Diagnostic.FixIt] = []
    }

    private var foreignContainer: ForeignContainer? {
        guard at(.identifier), kind(ahead: 1) == .identifier else { return nil }
        let name = text(at: position + 1)
        switch text(at: position) {
        case "class", "actor":
            return ForeignContainer(
                isDictionary: false, message: "a class is an `interface` in Web IDL: `interface \(name) { constructor(); };`",
                fixIts: [fixIt("write `interface`", replace: here, with: "interface")])
        case "protocol":
            return ForeignContainer(
                isDictionary: false,
                message: "a protocol is an `interface` in Web IDL, or a `callback` where it has one function")
        case "struct":
            return ForeignContainer(
                isDictionary: true,
                message:
                    "a struct is a `dictionary` in Web IDL: `dictionary \(name) { required double x; };`, which crosses by value; "
                    + "what has operations is an `interface`",
                fixIts: hasFunctions ? [] : [fixIt("write `dictionary`", replace: here, with: "dictionary")])
        case "extension":
            return ForeignContainer(
                isDictionary: false, message: "an extension is a `partial interface` in Web IDL",
                fixIts: [fixIt("write `partial interface`", replace: here, with: "partial interface")])
        case "type" where kind(ahead: 2) == .equals && kind(ahead: 3) == .leftBrace:
            return ForeignContainer(
                isDictionary: true,
                message: "an object type is a `dictionary` in Web IDL: `dictionary \(name) { required double x; };`",
                fixIts: [
                    Diagnostic.FixIt(
                        message: "write `dictionary`",
                        edits: [
                            .init(range: here, replacement: "dictionary"), .init(range: range(at: position + 2), replacement: ""),
                        ])
                ])
        default: return nil
        }
    }

    /// Whether the body that follows has more than values.
    private var hasFunctions: Bool {
        var index = position
        while index < tokens.count, tokens[index].kind != .rightBrace, tokens[index].kind != .endOfFile {
            if tokens[index].kind == .identifier, ["func", "init", "get"].contains(text(at: index)) { return true }
            index += 1
        }
        return false
    }

    private mutating func parseForeignBody(
        _ container: ForeignContainer, start: Int
    ) throws(ParseFailure) -> DefinitionSyntax {
        advance()
        let name = try parseName("the definition")
        enter(container.isDictionary ? "dictionary" : "interface")
        defer { leave() }
        while !at(.leftBrace), !at(.semicolon), !at(.endOfFile) { advance() }
        let none = ExtendedAttributeListSyntax()
        if container.isDictionary {
            var members: [DictionaryMemberSyntax] = []
            try parseBody("dictionary") { (parser) throws(ParseFailure) in
                members.append(try parser.parseDictionaryMember())
            }
            return .dictionary(
                DictionarySyntax(
                    extendedAttributes: none, documentation: nil, isPartial: false, name: name, inheritance: nil,
                    members: members, range: range(from: start)))
        }
        let members = try parseMembers(of: .interface)
        return .interface(
            InterfaceSyntax(
                extendedAttributes: none, documentation: nil, isPartial: false, name: name, inheritance: nil,
                members: members.list, legacyConstructors: [], range: range(from: start)))
    }

    /// `extends B`, where Web IDL has `: B`. An interface has one parent, and `implements` nothing.
    mutating func parseForeignInheritance() throws(ParseFailure) -> NameSyntax? {
        guard at(.identifier), kind(ahead: 1) == .identifier,
            isText("extends", at: position) || isText("implements", at: position)
        else { return nil }
        let isParent = isText("extends", at: position)
        let keyword = here
        let only = kind(ahead: 2) == .leftBrace
        advance()
        let parent = takeName()
        report(
            .error, "foreign-syntax",
            isParent
                ? "in Web IDL `extends` is `:`, and an interface has one parent"
                : "in Web IDL an interface has the members that it declares; leave `implements` out",
            at: keyword, fixIts: isParent && only ? [fixIt("write `:`", replace: keyword, with: ":")] : [])
        while !at(.leftBrace), !at(.semicolon), !at(.endOfFile) { advance() }
        return isParent ? parent : nil
    }
}
