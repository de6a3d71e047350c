/// Types in the way of another language: each is told with its Web IDL and read on as that.
extension Parser {
    // MARK: - Arrays

    /// Whether `[T]` or `[K: V]` stands here, and no list of extended attributes. `[A] name;` has no type if `[A]` is a list.
    var isForeignArray: Bool {
        guard at(.leftBracket) else { return false }
        let next = kind(ahead: 1)
        guard
            next == .identifier || next == .leftBracket || TypeSyntax.Builtin(keyword: next) != nil || next == .unsigned
                || next == .long
        else { return false }
        switch kind(ahead: 2) {
        case .colon: return true
        case .rightBracket where next != .leftBracket: return isForeignElement(position + 1, closedAt: position + 2)
        case .question, .less: return next != .leftBracket
        case .long: return next == .unsigned || next == .long
        case .rightBracket, .identifier, .leftBracket:
            guard next == .leftBracket, let end = matchingBracket(of: position) else { return false }
            return endsWithoutType(end)
        default: return false
        }
    }

    private func isForeignElement(_ element: Int, closedAt close: Int) -> Bool {
        guard endsWithoutType(close) else { return false }
        let word = text(at: element)
        return tokens[element].kind != .identifier || ForeignType.answer(to: word) != nil || declares(word)
    }

    /// Whether no type follows the bracket.
    private func endsWithoutType(_ close: Int) -> Bool {
        let (next, second) = (tokens[min(close + 1, tokens.count - 1)].kind, tokens[min(close + 2, tokens.count - 1)].kind)
        switch next {
        case .question, .greater, .comma, .rightParenthesis, .rightBracket: return true
        case .leftParenthesis: return second == .rightParenthesis || tokens[close + 2].kind != .leftParenthesis
        case .identifier:
            switch second {
            case .semicolon, .comma, .rightParenthesis, .equals, .leftParenthesis: return true
            default: return false
            }
        default: return false
        }
    }

    /// Whether the file has a definition of the name. Only asked where something is wrong.
    func declares(_ name: String) -> Bool {
        tokens.indices.dropLast().contains { index in
            tokens[index].kind.startsDefinition && tokens[index + 1].kind == .identifier && text(at: index + 1) == name
        }
    }

    /// `[T]`, `[K: V]`
    mutating func parseForeignArray(_ place: TypePlace) throws(ParseFailure) -> TypeSyntax.Kind {
        let start = position
        advance()
        let first = try parseType(after: "`[`")
        let element = file.text(in: first.range.offsets)
        if eat(.colon) {
            let value = try parseType(after: "`:`")
            try expect(.rightBracket, "after the types")
            let text = "record<DOMString, \(file.text(in: value.range.offsets))>"
            let isText = isStringKey(first)
            reportForeignType(
                "array-type",
                "keys with values are a record in Web IDL\(isText ? "" : ", and its keys are text"); write `\(text)`",
                from: start, text, isSure: isText)
            return .record(key: stringKey(first), value: value)
        }
        try expect(.rightBracket, "after the type")
        let name = place.isAttribute ? "FrozenArray" : "sequence"
        reportForeignType(
            "array-type", "an array is a sequence in Web IDL, and a FrozenArray as an attribute; write `\(name)<\(element)>`",
            from: start, "\(name)<\(element)>")
        return place.isAttribute ? .frozenArray(first) : .sequence(first)
    }

    private func isStringKey(_ type: TypeSyntax) -> Bool {
        switch type.kind {
        case .builtin(let builtin): builtin.isString
        case .named(let name): ForeignType.answer(to: name.text) == .one("DOMString")
        default: false
        }
    }

    /// The key of a record is a DOMString where another language has its strings.
    private func stringKey(_ type: TypeSyntax) -> TypeSyntax {
        if case .builtin(let builtin) = type.kind, builtin.isString { return type }
        return TypeSyntax(
            extendedAttributes: ExtendedAttributeListSyntax(), kind: .builtin(.domString), nullableRange: nil,
            legacySpelling: nil, range: type.range)
    }

    private mutating func reportForeignType(
        _ rule: String, _ message: String, from start: Int, _ text: String, isSure: Bool = true
    ) {
        let whole = range(from: start)
        report(
            .error, rule, message, at: whole, fixIts: isSure ? [fixIt("replace by `\(text)`", replace: whole, with: text)] : [])
    }

    /// `T[]`, `T[]?` and `T[][]` behind the `T`.
    mutating func parseForeignBrackets(_ element: TypeSyntax, start: Int, _ place: TypePlace) -> TypeSyntax {
        var type = element
        var text = file.text(in: element.range.offsets)
        while at(.leftBracket), kind(ahead: 1) == .rightBracket {
            advance()
            advance()
            let isLast = !(at(.leftBracket) && kind(ahead: 1) == .rightBracket)
            let isFrozen = place.isAttribute && isLast
            text = "\(isFrozen ? "FrozenArray" : "sequence")<\(text)>"
            type = TypeSyntax(
                extendedAttributes: ExtendedAttributeListSyntax(), kind: isFrozen ? .frozenArray(type) : .sequence(type),
                nullableRange: nil, legacySpelling: nil, range: range(from: start))
        }
        reportForeignType(
            "array-type", "array types `T[]` are no longer part of Web IDL; write `\(text)`", from: start, text)
        if at(.question) {
            type.nullableRange = here
            advance()
        }
        return type
    }

    // MARK: - Unions

    var isAtBar: Bool { at(.other) && isText("|", at: position) }

    /// `A | B` and `A | null` behind the first type.
    mutating func parseForeignUnion(_ first: TypeSyntax, start: Int) throws(ParseFailure) -> TypeSyntax {
        var reader = ForeignReader(self, at: start)
        let text = reader.type()
        let isSure = reader.isSure && reader.callbacks.isEmpty
        var members = [first]
        var nullMark = first.nullableRange
        while isAtBar {
            advance()
            if at(.null) || isText("nil", at: position) {
                nullMark = here
                advance()
                continue
            }
            foreignUnions += 1
            defer { foreignUnions -= 1 }
            members.append(try parseType(after: "`|`"))
        }
        if foreignUnions == 0 {
            let written = text ?? "(A or B)"
            reportForeignType(
                "foreign-syntax", "a union is written `(A or B)` in Web IDL, and what may be null `T?`; write `\(written)`",
                from: start,
                written, isSure: isSure && text != nil && reader.position == position)
        }
        var type = first
        if members.count > 1 {
            type = TypeSyntax(
                extendedAttributes: ExtendedAttributeListSyntax(), kind: .union(members), nullableRange: nil,
                legacySpelling: nil, range: range(from: start))
        }
        type.nullableRange = nullMark
        type.range = range(from: start)
        return type
    }

    // MARK: - What has no form of its own

    /// A function type, an object type or a type of texts, each of which needs a definition in Web IDL; nil for what is none of them.
    mutating func parseForeignStructure(at start: Int, downTo count: Int) -> TypeSyntax.Kind? {
        position = start
        let message: String
        switch kind {
        case .string:
            var values: [String] = []
            while at(.string) || isAtBar {
                if at(.string) { values.append(text(at: position)) }
                advance()
            }
            let list = values.joined(separator: ", ")
            message = "a type of a few texts is an enum of its own: `enum Name { \(list) };`, and `Name` here"
        case .leftBrace:
            guard let end = matchingBrace(of: start) else { return nil }
            message = "an object type is a dictionary of its own: `dictionary Name { required double x; };`, and `Name` here"
            position = end + 1
        case .leftParenthesis, .other:
            var reader = ForeignReader(self, at: start)
            guard reader.type() != nil, let callback = reader.callbacks.last else { return nil }
            message = "a function type is a callback of its own: `\(callback)`, and `Callback` here"
            position = reader.position
        default: return nil
        }
        retract(downTo: count)
        report(.error, "foreign-syntax", message, at: range(from: start))
        unreadNames.insert("")
        return .named(NameSyntax(text: "", range: range(from: start)))
    }

    private func matchingBrace(of start: Int) -> Int? {
        var depth = 0
        for index in start..<min(start + 1000, tokens.count) {
            if tokens[index].kind == .leftBrace { depth += 1 }
            if tokens[index].kind == .rightBrace { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    /// `unsigned int`, `unsigned char` behind `unsigned`, and nil for anything else.
    mutating func parseForeignInteger() -> TypeSyntax.Builtin? {
        guard at(.identifier) || at(.byte) else { return nil }
        let builtin: TypeSyntax.Builtin
        switch text(at: position) {
        case "int": builtin = .unsignedLong
        case "char", "byte": builtin = .octet
        default: return nil
        }
        advance()
        let start = position - 2
        reportForeignType(
            "foreign-syntax", "`\(file.text(in: range(from: start).offsets))` is `\(builtin.rawValue)` in Web IDL", from: start,
            builtin.rawValue)
        return builtin
    }

    // MARK: - Parameters

    /// `Name<…>` of which Web IDL has no such type.
    mutating func parseForeignGeneric(_ name: NameSyntax, _ place: TypePlace) throws(ParseFailure) -> TypeSyntax.Kind {
        guard let meaning = ForeignGeneric.meaning(of: name.text) else { throw unknownGeneric(name) }
        let open = here
        advance()
        var parameters: [TypeSyntax] = []
        repeat {
            parameters.append(try parseTypeWithExtendedAttributes(after: "`<`"))
        } while eat(.comma)
        let close = here
        try expect(.greater, "after the type in `\(name.text)<…>`")
        guard let first = parameters.first, let last = parameters.last else { throw unknownGeneric(name) }
        let head = SourceRange(file: file, offsets: name.range.offsets.lowerBound..<open.offsets.upperBound)
        let tell = { (parser: inout Parser, message: String, new: String?) in
            parser.report(
                .error, "unknown-generic", "there is no type `\(name.text)<…>` in Web IDL; \(message)", at: name.range,
                fixIts: new.map { [parser.fixIt("replace by `\($0)`", replace: name.range, with: $0)] } ?? [])
        }
        switch meaning {
        case .sequence(let isOnly):
            let list = place.isAttribute ? "FrozenArray" : "sequence"
            tell(&self, isOnly ? "write `\(list)<…>`" : "`\(list)<…>` has the elements in their order", isOnly ? list : nil)
            return place.isAttribute ? .frozenArray(first) : .sequence(first)
        case .record(let isOnly):
            tell(
                &self,
                isOnly
                    ? "write `record<DOMString, …>`" : "`record<DOMString, …>` is an object whose keys are text, in their order",
                isOnly ? "record" : nil)
            if isOnly, parameters.count == 2 { _ = recordKey(first) }
            return .record(key: stringKey(first), value: last)
        case .nullable:
            let edits = [
                Diagnostic.FixIt.Edit(range: head, replacement: ""), Diagnostic.FixIt.Edit(range: close, replacement: "?"),
            ]
            report(
                .error, "unknown-generic", "there is no type `\(name.text)<…>` in Web IDL; what may be null is `T?`",
                at: name.range,
                fixIts: first.isNullable ? [] : [Diagnostic.FixIt(message: "write `?`", edits: edits)])
            foreignNullable = close
            return first.kind
        case .promise(let isOnly):
            tell(&self, "what comes later is `Promise<…>`", isOnly ? "Promise" : nil)
            return .promise(first)
        case .asyncSequence:
            tell(&self, "write `async_sequence<…>`", "async_sequence")
            return .asyncSequence(first)
        case .result:
            tell(&self, "a member that may throw has `[Throws]` before it, and the type of what it gives", nil)
            return first.kind
        }
    }

    /// The key of a record, where it is a string of Web IDL or of another language.
    mutating func recordKey(_ type: TypeSyntax) -> TypeSyntax? {
        if type.isNullable { return nil }
        if case .builtin(let builtin) = type.kind, builtin.isString { return type }
        guard case .named(let name) = type.kind, case .one("DOMString") = ForeignType.answer(to: name.text) else { return nil }
        report(
            .error, "record-key",
            "the key of a record is `DOMString`, `USVString` or `ByteString`; `\(name.text)` is `DOMString`",
            at: type.range, fixIts: [fixIt("replace by `DOMString`", replace: type.range, with: "DOMString")])
        return stringKey(type)
    }

    private mutating func unknownGeneric(_ name: NameSyntax) -> ParseFailure {
        if case .advice(let sentence) = ForeignType.answer(to: name.text) {
            return fail("unknown-generic", "there is no type `\(name.text)<…>` in Web IDL; \(sentence)", at: name.range)
        }
        if let advice = ForeignGeneric.advice(on: name.text) {
            return fail("unknown-generic", "there is no type `\(name.text)<…>` in Web IDL; \(advice)", at: name.range)
        }
        let generics = [
            "sequence", "async_sequence", "FrozenArray", "ObservableArray", "Promise", "record", "iterable", "maplike", "setlike",
        ]
        guard let nearest = NearestName.findOnly(name.text, in: generics) else {
            return fail(
                "unknown-generic", "`\(name.text)` takes no type parameter; only the types of Web IDL itself do", at: name.range)
        }
        return fail(
            "unknown-generic", "there is no type `\(name.text)<…>`; did you mean `\(nearest)`?", at: name.range,
            fixIts: [fixIt("replace by `\(nearest)`", replace: name.range, with: nearest)])
    }
}

extension Parser.TypePlace {
    /// Whether it is the type of an attribute, which cannot be a sequence.
    var isAttribute: Bool {
        if case .after("`attribute`") = self { return true }
        return false
    }
}
