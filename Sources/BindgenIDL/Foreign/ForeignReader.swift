/// Reads what is written in the way of Swift or TypeScript, and says it in Web IDL. It runs only where the parser has failed.
struct ForeignReader {
    let file: SourceFile
    let tokens: [Token]
    var position: Int
    /// Whether the Web IDL that came out is the only one that is right.
    var isSure = true
    /// How many arguments had their type behind a colon.
    var annotationCount = 0
    /// Function types that were met, each as a callback.
    var callbacks: [String] = []

    init(_ parser: Parser, at position: Int) {
        file = parser.file
        tokens = parser.tokens
        self.position = position
    }

    // MARK: - Tokens

    var kind: TokenKind { tokens[position].kind }
    var text: String { text(at: position) }

    func text(at index: Int) -> String { file.text(in: tokens[min(index, tokens.count - 1)].offsets) }
    func kind(ahead distance: Int) -> TokenKind { tokens[min(position + distance, tokens.count - 1)].kind }

    mutating func advance() { position = min(position + 1, tokens.count - 1) }

    mutating func eat(_ kind: TokenKind) -> Bool {
        guard self.kind == kind else { return false }
        advance()
        return true
    }

    /// Takes the word, whatever kind of token it is.
    mutating func eat(_ words: String...) -> Bool {
        guard isWord, words.contains(text) else { return false }
        advance()
        return true
    }

    /// Whether something that looks like a name stands here.
    var isWord: Bool { kind == .identifier || kind.isKeyword }

    func isAt(_ sign: String) -> Bool { kind == .other && text == sign }

    /// `=>` and `->`, which are two tokens of Web IDL.
    mutating func eatArrow() -> Bool {
        guard kind == .equals || kind == .minus, kind(ahead: 1) == .greater, areTogether(position) else { return false }
        advance()
        advance()
        return true
    }

    private func areTogether(_ index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index].end == tokens[index + 1].start
    }

    /// Whether the token stands on a later line than the one before it.
    var startsLine: Bool {
        position > 0
            && file.bytes[Int(tokens[position - 1].end)..<Int(tokens[position].start)].contains(UInt8(ascii: "\n"))
    }

    /// Skips what stands between brackets, the opening one being here.
    mutating func skipBrackets() -> Bool {
        var depth = 0
        let last = position + 4096
        while kind != .endOfFile, position < last {
            switch kind {
            case .leftBrace, .leftParenthesis, .leftBracket: depth += 1
            case .rightBrace, .rightParenthesis, .rightBracket: depth -= 1
            default: break
            }
            advance()
            if depth == 0 { return true }
        }
        return false
    }

    // MARK: - Types

    /// A type with all that may follow it, in Web IDL.
    mutating func type(depth: Int = 0) -> String? {
        guard depth < 16 else { return nil }
        if isAt("|") { advance() }
        var members: [String] = []
        var (isNullable, isUndefined) = (false, false)
        repeat {
            if kind == .null || (isWord && text == "nil") {
                advance()
                isNullable = true
            } else if kind == .undefined, kind(ahead: 1) == .other || !members.isEmpty {
                advance()
                isUndefined = true
            } else {
                guard let member = suffixed(depth: depth) else { return nil }
                members.append(member)
            }
        } while eatBar()
        if isUndefined { members.append("undefined") }
        guard let first = members.first else { return nil }
        let union = members.count == 1 ? first : "(\(members.joined(separator: " or ")))"
        return isNullable && !union.hasSuffix("?") ? union + "?" : union
    }

    private mutating func eatBar() -> Bool {
        guard isAt("|") else { return false }
        advance()
        return true
    }

    private mutating func suffixed(depth: Int) -> String? {
        while isAt("@") {
            advance()
            advance()
        }
        if isWord, ["some", "inout", "borrowing", "consuming", "readonly"].contains(text) {
            isSure = isSure && text == "readonly"
            advance()
        }
        if kind == .any, kind(ahead: 1) == .identifier { advance() }
        guard var type = primary(depth: depth) else { return nil }
        while true {
            if kind == .leftBracket, kind(ahead: 1) == .rightBracket {
                advance()
                advance()
                type = "sequence<\(type)>"
            } else if kind == .question {
                advance()
                if !type.hasSuffix("?") { type += "?" }
            } else if isAt("!") {
                advance()
                isSure = false
            } else {
                return type
            }
        }
    }

    private mutating func primary(depth: Int) -> String? {
        switch kind {
        case .leftBracket: return array(depth: depth)
        case .leftParenthesis: return parenthesized(depth: depth)
        case .identifier: return named(depth: depth)
        case .unsigned, .unrestricted:
            let head = text
            advance()
            guard kind.isKeyword, let rest = named(depth: depth) else { return nil }
            return "\(head) \(rest)"
        case .long:
            advance()
            return eat(.long) ? "long long" : "long"
        case .sequence, .frozenArray, .promise, .record, .observableArray, .asyncSequence: return generic(text, depth: depth)
        default:
            guard TypeSyntax.Builtin(keyword: kind) != nil else { return nil }
            let word = text
            advance()
            return word
        }
    }

    /// `[T]` and `[K: V]`.
    private mutating func array(depth: Int) -> String? {
        advance()
        guard let first = type(depth: depth + 1) else { return nil }
        guard eat(.colon) else { return eat(.rightBracket) ? "sequence<\(first)>" : nil }
        guard let value = type(depth: depth + 1), eat(.rightBracket) else { return nil }
        return "record<\(key(first)), \(value)>"
    }

    /// The key of a record is a string.
    private mutating func key(_ type: String) -> String {
        if ["DOMString", "USVString", "ByteString"].contains(type) { return type }
        isSure = false
        return "DOMString"
    }

    /// `(T)`, `()`, and function types, which need a callback with a name.
    private mutating func parenthesized(depth: Int) -> String? {
        advance()
        var parameters: [(text: String, isNamed: Bool)] = []
        while kind != .rightParenthesis {
            guard let parameter = closureParameter(parameters.count, depth: depth) else { return nil }
            parameters.append(parameter)
            if !eat(.comma) { break }
        }
        guard eat(.rightParenthesis) else { return nil }
        while eat("async") || eat("throws") { isSure = false }
        if eatArrow() {
            guard let result = type(depth: depth + 1) else { return nil }
            let name = callbacks.isEmpty ? "Callback" : "Callback\(callbacks.count + 1)"
            let list = parameters.enumerated().map { index, parameter in
                parameter.isNamed ? parameter.text : "\(parameter.text) value\(index == 0 ? "" : "\(index + 1)")"
            }
            callbacks.append("callback \(name) = \(result) (\(list.joined(separator: ", ")));")
            isSure = false
            return name
        }
        if parameters.isEmpty { return "undefined" }
        return parameters.count == 1 && !parameters[0].isNamed ? parameters[0].text : nil
    }

    private mutating func closureParameter(_ index: Int, depth: Int) -> (text: String, isNamed: Bool)? {
        let (start, wasSure) = (position, isSure)
        if let text = annotated() { return (text, true) }
        (position, isSure) = (start, wasSure)
        return type(depth: depth + 1).map { ($0, false) }
    }

    private mutating func named(depth: Int) -> String? {
        let word = text
        if kind(ahead: 1) == .less { return generic(word, depth: depth) }
        advance()
        if kind == .period { return nil }
        if word == "void" { return "undefined" }
        let (type, isOnly) = ForeignType.example(for: word)
        isSure = isSure && isOnly
        return type
    }

    private mutating func generic(_ name: String, depth: Int) -> String? {
        advance()
        guard eat(.less) else { return nil }
        var parameters: [String] = []
        repeat {
            guard let parameter = type(depth: depth + 1) else { return nil }
            parameters.append(parameter)
        } while eat(.comma)
        guard eat(.greater), let first = parameters.first else { return nil }
        switch (ForeignGeneric.meaning(of: name), parameters.count) {
        case (.sequence(let isOnly), 1):
            isSure = isSure && isOnly
            return "sequence<\(first)>"
        case (.record(let isOnly), 2):
            isSure = isSure && isOnly
            return "record<\(key(first)), \(parameters[1])>"
        case (.nullable, 1): return first.hasSuffix("?") ? first : first + "?"
        case (.promise(let isOnly), 1):
            isSure = isSure && isOnly
            return "Promise<\(first)>"
        case (.result, _):
            isSure = false
            return first
        default:
            guard TokenKind.genericNames.contains(name) else { return nil }
            return "\(name)<\(parameters.joined(separator: ", "))>"
        }
    }
}

/// What types with parameters of other languages are in Web IDL.
enum ForeignGeneric {
    /// `isOnly`: whether it is the one type that is meant.
    enum Meaning {
        case sequence(isOnly: Bool)
        case record(isOnly: Bool)
        case nullable
        case promise(isOnly: Bool)
        case asyncSequence
        case result
    }

    static func meaning(of name: String) -> Meaning? {
        switch name {
        case "Array", "ArraySlice", "ContiguousArray", "List", "Vec", "vector", "NSArray", "ReadonlyArray", "Sequence", "Seq":
            .sequence(isOnly: true)
        case "Collection", "Set", "ReadonlySet", "HashSet", "Iterable", "Iterator", "IterableIterator", "Generator", "Span",
            "UnsafeBufferPointer", "Slice":
            .sequence(isOnly: false)
        case "Dictionary", "Record", "HashMap": .record(isOnly: true)
        case "Map", "ReadonlyMap", "WeakMap", "KeyValuePairs", "OrderedDictionary", "unordered_map": .record(isOnly: false)
        case "Optional", "Option", "Nullable", "Maybe", "optional": .nullable
        case "PromiseLike", "Awaited": .promise(isOnly: true)
        case "Future", "Task": .promise(isOnly: false)
        case "AsyncSequence", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "AsyncStream": .asyncSequence
        case "Result": .result
        default: nil
        }
    }

    /// What to write for those that are no type of Web IDL at all.
    static func advice(on name: String) -> String? {
        switch name {
        case "Partial", "Required", "Pick", "Omit", "Readonly": "declare a `dictionary` with the members that are meant"
        case "UnsafePointer", "UnsafeMutablePointer", "UnsafeRawBufferPointer", "InlineArray":
            "addresses do not cross, so bytes are a `Uint8Array`, and numbers a `Float64Array` and the like"
        case "Function", "Fn", "FnMut": "a function has a declaration of its own: `callback Name = undefined (DOMString text);`"
        default: nil
        }
    }
}

extension TokenKind {
    /// The types with parameters that Web IDL has.
    static let genericNames: Set<String> = [
        "sequence", "async_sequence", "FrozenArray", "ObservableArray", "Promise", "record",
    ]
}
