extension Parser {
    /// What stood where a type is missing; it becomes text only in the diagnostic.
    enum TypePlace {
        case after(String)
        case of(String)
    }

    /// `TypeWithExtendedAttributes`
    mutating func parseTypeWithExtendedAttributes(after what: String) throws(ParseFailure) -> TypeSyntax {
        let start = position
        let attributes = isForeignArray ? ExtendedAttributeListSyntax() : try parseExtendedAttributes()
        if at(.leftBracket), let first = attributes.range { throw failDoubleList(first) }
        return try parseType(start: start, attributes: attributes, .after(what))
    }

    /// `Type` behind a token.
    mutating func parseType(after what: String) throws(ParseFailure) -> TypeSyntax {
        try parseType(start: position, attributes: ExtendedAttributeListSyntax(), .after(what))
    }

    /// `Type` at the start of something.
    mutating func parseMemberType(_ what: String) throws(ParseFailure) -> TypeSyntax {
        try parseType(start: position, attributes: ExtendedAttributeListSyntax(), .of(what))
    }

    /// Whether the current token can start a type.
    var startsType: Bool {
        switch kind {
        case .identifier, .leftParenthesis, .unsigned, .unrestricted, .long, .sequence, .asyncSequence, .frozenArray,
            .observableArray, .promise, .record:
            true
        default: TypeSyntax.Builtin(keyword: kind) != nil
        }
    }

    private mutating func parseType(
        start: Int, attributes: ExtendedAttributeListSyntax, _ place: TypePlace
    ) throws(ParseFailure) -> TypeSyntax {
        try enterNesting()
        let first = position
        let kind = try parseTypeKind(place)
        leaveNesting()
        var type = TypeSyntax(
            extendedAttributes: attributes, kind: kind, nullableRange: nil, legacySpelling: legacySpelling(from: first),
            range: range(from: start))
        if at(.question) {
            try checkNullable(type)
            type.nullableRange = range(at: position)
            advance()
            if at(.question) {
                // The rest can be read: a member that was left out would be missed elsewhere.
                _ = fail("nullable-twice", "the type is nullable already", fixIts: [fixIt("remove `?`", replace: here, with: "")])
                while at(.question) { advance() }
            }
            type.range = range(from: start)
        }
        return try parseForeignSuffixes(type, start: first, place)
    }

    /// What other languages write behind a type: `T[]`, `A | B`, `T*`.
    private mutating func parseForeignSuffixes(
        _ type: TypeSyntax, start: Int, _ place: TypePlace
    ) throws(ParseFailure) -> TypeSyntax {
        var type = type
        if let mark = foreignNullable {
            type.nullableRange = type.nullableRange ?? mark
            foreignNullable = nil
        }
        if at(.leftBracket), kind(ahead: 1) == .rightBracket { type = parseForeignBrackets(type, start: start, place) }
        if at(.other), isAtBar { return try parseForeignUnion(type, start: start) }
        if at(.asterisk) {
            throw fail("foreign-syntax", "addresses do not cross; text is `DOMString`, and bytes are `Uint8Array`")
        }
        return type
    }

    private mutating func parseTypeKind(_ place: TypePlace) throws(ParseFailure) -> TypeSyntax.Kind {
        if let builtin = TypeSyntax.Builtin(keyword: kind) {
            advance()
            return .builtin(builtin)
        }
        let (start, count) = (position, diagnostics.count)
        switch kind {
        case .leftParenthesis:
            do throws(ParseFailure) { return try parseUnion() } catch {
                let failed = position
                if let kind = parseForeignStructure(at: start, downTo: count) { return kind }
                position = failed
                throw error
            }
        case .leftBracket where isForeignArray: return try parseForeignArray(place)
        case .string, .leftBrace, .other:
            if let kind = parseForeignStructure(at: start, downTo: count) { return kind }
            position = start
            throw expectedType(place)
        case .null where kind(ahead: 1) == .other:
            advance()
            guard isAtBar else { throw expectedType(place) }
            advance()
            let type = try parseType(after: "`|`")
            foreignNullable = range(at: start)
            let (whole, text) = (range(from: start), file.text(in: type.range.offsets) + (type.isNullable ? "" : "?"))
            report(
                .error, "foreign-syntax", "what may be null is `T?` in Web IDL; write `\(text)`", at: whole,
                fixIts: [fixIt("replace by `\(text)`", replace: whole, with: text)])
            return type.kind
        case .null:
            throw fail("syntax", "`null` is a value and no type; what may be null is `T?`")
        case .unsigned, .long: return .builtin(try parseInteger())
        case .unrestricted: return .builtin(try parseUnrestrictedFloat())
        case .sequence: return .sequence(try parseParameter("sequence"))
        case .asyncSequence: return .asyncSequence(try parseParameter("async_sequence"))
        case .frozenArray: return .frozenArray(try parseParameter("FrozenArray"))
        case .observableArray: return .observableArray(try parseParameter("ObservableArray"))
        case .promise: return .promise(try parsePromiseParameter())
        case .record: return try parseRecord()
        case .identifier: return try parseNamedType(place)
        default: throw expectedType(place)
        }
    }

    private mutating func expectedType(_ place: TypePlace) -> ParseFailure {
        switch place {
        case .after(let what): expected("a type after \(what)")
        case .of(let what): expected(what.hasPrefix("a member") ? "a member or a type" : "\(what)")
        }
    }

    // MARK: - Numbers

    /// `UnsignedIntegerType` from `unsigned` or `long` on.
    private mutating func parseInteger() throws(ParseFailure) -> TypeSyntax.Builtin {
        let isUnsigned = eat(.unsigned)
        if eat(.short) { return isUnsigned ? .unsignedShort : .short }
        guard eat(.long) else {
            if isUnsigned, let builtin = parseForeignInteger() { return builtin }
            throw expected("`short` or `long` after `unsigned`")
        }
        if eat(.long) { return isUnsigned ? .unsignedLongLong : .longLong }
        return isUnsigned ? .unsignedLong : .long
    }

    private mutating func parseUnrestrictedFloat() throws(ParseFailure) -> TypeSyntax.Builtin {
        advance()
        if eat(.float) { return .unrestrictedFloat }
        if eat(.double) { return .unrestrictedDouble }
        throw expected("`float` or `double` after `unrestricted`")
    }

    // MARK: - Parameters

    /// `"<" TypeWithExtendedAttributes ">"`
    private mutating func parseParameter(_ name: String) throws(ParseFailure) -> TypeSyntax {
        advance()
        try expect(.less, "and a type after `\(name)`")
        let type = try parseTypeWithExtendedAttributes(after: "`<`")
        try expect(.greater, "after the type in `\(name)<…>`")
        return type
    }

    /// `"Promise" "<" Type ">"`
    private mutating func parsePromiseParameter() throws(ParseFailure) -> TypeSyntax {
        advance()
        try expect(.less, "and a type after `Promise`, such as `Promise<undefined>`")
        if at(.leftBracket) {
            throw fail("promise-attributes", "the type in `Promise<…>` cannot have extended attributes of its own")
        }
        let type = try parseType(after: "`Promise<`")
        try expect(.greater, "after the type in `Promise<…>`")
        return type
    }

    /// `RecordType`
    private mutating func parseRecord() throws(ParseFailure) -> TypeSyntax.Kind {
        advance()
        try expect(.less, "and two types after `record`")
        if at(.leftBracket) {
            throw fail("record-key", "the key type of a record cannot have extended attributes")
        }
        let written = try parseType(after: "`record<`")
        guard let key = recordKey(written) else {
            throw fail("record-key", "the key of a record is `DOMString`, `USVString` or `ByteString`", at: written.range)
        }
        try expect(.comma, "and the type of the values after the key type of `record`")
        let value = try parseTypeWithExtendedAttributes(after: "`,`")
        try expect(.greater, "after the types in `record<…>`")
        return .record(key: key, value: value)
    }

    // MARK: - Names

    private mutating func parseNamedType(_ place: TypePlace) throws(ParseFailure) -> TypeSyntax.Kind {
        let start = position
        let isEscaped = file.bytes[Int(tokens[start].start)] == UInt8(ascii: "_")
        if !isEscaped, isText("void", at: start) {
            advance()
            reportLegacy(
                "legacy-void", "`void` is now spelled `undefined`", at: range(at: start),
                fixIts: [fixIt("replace by `undefined`", replace: range(at: start), with: "undefined")])
            return .builtin(.undefined)
        }
        if kind(ahead: 1) == .iterable, kind(ahead: 2) == .less, isText("async", at: start) {
            advance()
            let both = SourceRange(file: file, offsets: tokens[start].offsets.lowerBound..<tokens[position].offsets.upperBound)
            reportLegacy(
                "legacy-async-sequence", "the type `async iterable<…>` is now spelled `async_sequence<…>`", at: both,
                fixIts: [fixIt("replace by `async_sequence`", replace: both, with: "async_sequence")])
            return .asyncSequence(try parseParameter("async_sequence"))
        }
        let name = takeName()
        if at(.less) { return try parseForeignGeneric(name, place) }
        if at(.colon), kind(ahead: 1) == .colon {
            throw fail("scoped-name", "scoped names `a::b` are no longer part of Web IDL; all names live in one space")
        }
        return .named(name)
    }

    /// Whether the token has this text, which is compared without making a string.
    func isText(_ text: StaticString, at index: Int) -> Bool {
        let offsets = tokens[index].offsets
        guard offsets.count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { file.bytes[offsets].elementsEqual($0) }
    }

    private func legacySpelling(from first: Int) -> String? {
        guard tokens[first].kind == .identifier else { return nil }
        if isText("void", at: first) { return "void" }
        return isText("async", at: first) && tokens[first + 1].kind == .iterable && position > first + 1 ? "async iterable" : nil
    }

    // MARK: - Unions and `?`

    /// `UnionType`
    private mutating func parseUnion() throws(ParseFailure) -> TypeSyntax.Kind {
        let open = position
        advance()
        var members: [TypeSyntax] = []
        repeat {
            members.append(try parseUnionMember())
        } while eat(.or)
        guard eat(.rightParenthesis) else { throw expected("`or` or `)` in the union type") }
        guard members.count > 1 else {
            throw fail(
                "union-members", "a union has two or more member types; write the type without parentheses", at: range(from: open)
            )
        }
        return .union(members)
    }

    /// `UnionMemberType`
    private mutating func parseUnionMember() throws(ParseFailure) -> TypeSyntax {
        let start = position
        let member = try parseTypeWithExtendedAttributes(after: tokens[position - 1].kind == .or ? "`or`" : "`(`")
        switch member.kind {
        case .builtin(.any):
            throw fail(
                "union-any", "`any` holds every value already, so it cannot be a member of a union", at: range(from: start))
        case .promise:
            throw fail("union-promise", "a promise cannot be a member of a union", at: range(from: start))
        case .union where !member.extendedAttributes.isEmpty:
            throw fail(
                "union-attributes", "a union inside a union cannot have extended attributes; write them at its members",
                at: member.extendedAttributes.range)
        default: return member
        }
    }

    private mutating func checkNullable(_ type: TypeSyntax) throws(ParseFailure) {
        switch type.kind {
        case .builtin(.any):
            throw fail(
                "nullable-any", "`any` includes null already; remove `?`", fixIts: [fixIt("remove `?`", replace: here, with: "")])
        case .promise:
            throw fail("nullable-promise", "a promise cannot be nullable; the type inside can: `Promise<T?>`")
        default: return
        }
    }
}
