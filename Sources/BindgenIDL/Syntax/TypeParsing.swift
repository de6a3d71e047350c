extension Parser {
    /// What stood where a type is missing; it becomes text only in the diagnostic.
    enum TypePlace {
        case after(String)
        case of(String)
    }

    /// `TypeWithExtendedAttributes`
    mutating func parseTypeWithExtendedAttributes(after what: String) throws(ParseFailure) -> TypeSyntax {
        let start = position
        let attributes = try parseExtendedAttributes()
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
                throw fail(
                    "nullable-twice", "the type is nullable already", fixIts: [fixIt("remove `?`", replace: here, with: "")])
            }
            type.range = range(from: start)
        }
        if at(.leftBracket), self.kind(ahead: 1) == .rightBracket {
            throw fail("array-type", "array types `T[]` are no longer part of Web IDL; write `FrozenArray<T>` or `sequence<T>`")
        }
        return type
    }

    private mutating func parseTypeKind(_ place: TypePlace) throws(ParseFailure) -> TypeSyntax.Kind {
        if let builtin = TypeSyntax.Builtin(keyword: kind) {
            advance()
            return .builtin(builtin)
        }
        switch kind {
        case .leftParenthesis: return try parseUnion()
        case .unsigned, .long: return .builtin(try parseInteger())
        case .unrestricted: return .builtin(try parseUnrestrictedFloat())
        case .sequence: return .sequence(try parseParameter("sequence"))
        case .asyncSequence: return .asyncSequence(try parseParameter("async_sequence"))
        case .frozenArray: return .frozenArray(try parseParameter("FrozenArray"))
        case .observableArray: return .observableArray(try parseParameter("ObservableArray"))
        case .promise: return .promise(try parsePromiseParameter())
        case .record: return try parseRecord()
        case .identifier: return try parseNamedType()
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
        guard eat(.long) else { throw expected("`short` or `long` after `unsigned`") }
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
        try expect(.less, "and a type after `Promise`")
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
        let key = try parseType(after: "`record<`")
        guard case .builtin(let builtin) = key.kind, builtin.isString, !key.isNullable else {
            throw fail("record-key", "the key of a record is `DOMString`, `USVString` or `ByteString`", at: key.range)
        }
        try expect(.comma, "and the type of the values after the key type of `record`")
        let value = try parseTypeWithExtendedAttributes(after: "`,`")
        try expect(.greater, "after the types in `record<…>`")
        return .record(key: key, value: value)
    }

    // MARK: - Names

    private mutating func parseNamedType() throws(ParseFailure) -> TypeSyntax.Kind {
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
        if at(.less) { throw unknownGeneric(name) }
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

    private mutating func unknownGeneric(_ name: NameSyntax) -> ParseFailure {
        let generics = [
            "sequence", "async_sequence", "FrozenArray", "ObservableArray", "Promise", "record", "iterable", "maplike", "setlike",
        ]
        guard let nearest = NearestName.find(name.text, in: generics) else {
            return fail(
                "unknown-generic", "`\(name.text)` takes no type parameter; only the types of Web IDL itself do", at: name.range)
        }
        return fail(
            "unknown-generic", "there is no type `\(name.text)<…>`; did you mean `\(nearest)`?", at: name.range,
            fixIts: [fixIt("replace by `\(nearest)`", replace: name.range, with: nearest)])
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
