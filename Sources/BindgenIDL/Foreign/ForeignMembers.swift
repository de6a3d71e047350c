/// A member, argument or definition in the way of another language: what it is in Web IDL, and where it ends.
struct ForeignAnswer {
    enum Language: String {
        case swift = "Swift"
        case typeScript = "TypeScript"
    }
    /// Nil where both write it so.
    var language: Language?
    /// The Web IDL for it, or a sentence where there is none of the same meaning.
    var text: String
    var isAdvice = false
    /// Whether it is the only Web IDL that is right.
    var isSure = false
    /// The token behind the last one.
    var end: Int

    /// Functions inside of it, each of which is a callback of its own.
    var callbacks: [String] = []

    var message: String {
        let callbacks = callbacks.isEmpty ? "" : ", with `\(callbacks.joined(separator: " "))` beside the interface"
        guard let language else { return "in Web IDL the type stands before the name; write `\(text)`\(callbacks)" }
        let words = isAdvice ? text : "in Web IDL it is `\(text)`"
        return "this is \(language.rawValue); \(words)\(callbacks)"
    }
}

extension ForeignReader {
    /// Where a member stands.
    enum Place {
        case interface, dictionary
    }

    /// The member that starts here, behind its extended attributes; nil for what is in nobody's way.
    static func member(_ parser: Parser, at start: Int, in place: Place) -> ForeignAnswer? {
        var reader = ForeignReader(parser, at: start)
        if var answer = reader.member(in: place) {
            reader.finish(&answer)
            return answer
        }
        return nil
    }

    /// The function that starts here, as a member of a namespace.
    func asMember() -> ForeignAnswer? {
        var reader = self
        guard var answer = reader.member(in: .interface) else { return nil }
        reader.finish(&answer)
        return answer
    }

    /// The end of a statement: `;`, `,` or a line's end.
    private mutating func finish(_ answer: inout ForeignAnswer) {
        if kind == .leftBrace {
            if !skipBrackets() { return }
            answer.isSure = false
        }
        if !eat(.semicolon) { _ = eat(.comma) }
        answer.isSure = answer.isSure && isSure && !answer.isAdvice
        answer.callbacks = callbacks
        answer.end = position
    }

    /// Words before a member that say nothing about its type.
    private struct Modifiers {
        var (isStatic, isReadonly, isAsync) = (false, false, false)
        var language: ForeignAnswer.Language?
    }

    private mutating func modifiers() -> Modifiers {
        var found = Modifiers()
        while true {
            if isAt("@") {
                found.language = .swift
                advance()
                advance()
                if kind == .leftParenthesis { _ = skipBrackets() }
                continue
            }
            // A member may have one of these words as its name.
            guard isWord, kind(ahead: 1) == .identifier || kind(ahead: 1).isKeyword else { return found }
            switch text {
            case "static": found.isStatic = true
            case "readonly": found.isReadonly = true
            case "async": found.isAsync = true
            case "class": (found.isStatic, found.language) = (true, .swift)
            case "public", "private", "protected": break
            case "export", "declare", "abstract": found.language = .typeScript
            case "open", "internal", "fileprivate", "final", "mutating", "nonisolated", "override", "lazy", "weak", "required",
                "convenience":
                // In a dictionary, `required` is Web IDL.
                if text != "required" { found.language = .swift }
            default: return found
            }
            advance()
        }
    }

    private mutating func member(in place: Place) -> ForeignAnswer? {
        let modifiers = modifiers()
        if isWord {
            switch text {
            case "func", "init": if let answer = function(modifiers, place) { return answer }
            case "function": if let answer = function(modifiers, place) { return answer }
            case "var", "let": if let answer = variable(modifiers, place) { return answer }
            case "case":
                return ForeignAnswer(
                    language: .swift, text: "the cases of an enum are `enum Name { \"a\", \"b\" };`", isAdvice: true, end: 0)
            case "subscript", "deinit", "typealias":
                let (word, advice) = (text, Self.advices[text] ?? "")
                guard kind(ahead: 1) != .semicolon else { return nil }
                advance()
                while !startsLine, kind != .semicolon, kind != .leftBrace, kind != .rightBrace, kind != .endOfFile { advance() }
                return ForeignAnswer(
                    language: .swift, text: "`\(word)` has no form in Web IDL; \(advice)", isAdvice: true, end: 0)
            default: break
            }
        }
        return typeScriptMember(modifiers, place)
    }

    private static let advices = [
        "subscript": "declare operations that get and set: `double item(unsigned long index);`",
        "deinit": "Swift runs it when nobody holds the object any more",
        "typealias": "outside of the interface there is `typedef double Length;`",
    ]

    // MARK: - Swift

    /// `func f(…) async throws -> T`, `init(…)`, and TypeScript's `function f(…): T`.
    private mutating func function(_ modifiers: Modifiers, _ place: Place) -> ForeignAnswer? {
        let keyword = text
        advance()
        var name = "constructor"
        if keyword != "init" {
            guard isWord else { return nil }
            name = text
            advance()
        } else if eat(.question) {
            // `new` always gives an object.
            isSure = false
        }
        if kind == .less { return nil }
        guard let arguments = parameters() else { return nil }
        var (isAsync, throwing, result) = (modifiers.isAsync, "", "undefined")
        if eat("async") { isAsync = true }
        if eat("throws") || eat("rethrows") {
            throwing = "[Throws] "
            if kind == .leftParenthesis {
                isSure = false
                _ = skipBrackets()
            }
        }
        if eatArrow() || (keyword == "function" && eat(.colon)) {
            guard let type = type() else { return nil }
            result = type
        }
        if isAsync, !result.hasPrefix("Promise<") { result = "Promise<\(result)>" }
        let head = keyword == "init" ? "" : (modifiers.isStatic ? "static " : "") + result + " "
        let language: ForeignAnswer.Language = keyword == "function" ? .typeScript : .swift
        return operation("\(throwing)\(head)\(Self.escaped(name))(\(arguments));", language, place)
    }

    /// A dictionary has no operations.
    private func operation(_ text: String, _ language: ForeignAnswer.Language?, _ place: Place) -> ForeignAnswer {
        guard place == .dictionary else { return ForeignAnswer(language: language, text: text, isSure: true, end: 0) }
        return ForeignAnswer(
            language: language ?? .typeScript, text: "a dictionary holds values alone; in an interface it is `\(text)`",
            isAdvice: true, end: 0)
    }

    /// `var x: T { get }`, `let x: T`.
    private mutating func variable(_ modifiers: Modifiers, _ place: Place) -> ForeignAnswer? {
        var isReadonly = text == "let"
        advance()
        guard isWord else { return nil }
        let name = text
        advance()
        guard eat(.colon) else {
            // Only the value tells the type.
            guard kind == .equals else { return nil }
            skipValue()
            return ForeignAnswer(
                language: .swift, text: "Web IDL states the type: `attribute long \(Self.escaped(name));`", isAdvice: true, end: 0
            )
        }
        guard let type = type() else { return nil }
        if kind == .equals {
            isSure = false
            skipValue()
        }
        if kind == .leftBrace {
            let start = position
            guard skipBrackets() else { return nil }
            let body = (start..<position).map { text(at: $0) }
            isReadonly = isReadonly || !body.contains("set")
            if body.contains(where: { !["{", "}", "get", "set"].contains($0) }) { isSure = false }
        }
        let isTypeScript = kind == .semicolon && modifiers.language == .typeScript
        return property(
            name, type, isOptional: false, isReadonly: isReadonly, modifiers.isStatic, isTypeScript ? .typeScript : .swift, place)
    }

    private mutating func skipValue() {
        repeat { advance() } while !startsLine && ![.semicolon, .rightBrace, .leftBrace, .endOfFile, .comma].contains(kind)
    }

    private mutating func property(
        _ name: String, _ type: String, isOptional: Bool, isReadonly: Bool, _ isStatic: Bool,
        _ language: ForeignAnswer.Language?, _ place: Place
    ) -> ForeignAnswer {
        let name = Self.escaped(name)
        var type = type
        switch place {
        case .dictionary:
            // A member that may be missing is nil in Swift, as `T?` is.
            if isOptional || type.hasSuffix("?") {
                if !isOptional, language == .swift { type.removeLast() }
                if !isOptional { isSure = false }
                let isRequired = !isOptional && language == .typeScript
                return ForeignAnswer(
                    language: language, text: "\(isRequired ? "required " : "")\(type) \(name);", isSure: true, end: 0)
            }
            return ForeignAnswer(language: language, text: "required \(type) \(name);", isSure: true, end: 0)
        case .interface:
            if isOptional, !type.hasSuffix("?") {
                type += "?"
                isSure = false
            }
            let head = (isStatic ? "static " : "") + (isReadonly ? "readonly " : "")
            return ForeignAnswer(
                language: language, text: "\(head)attribute \(Self.attributeType(type)) \(name);", isSure: true, end: 0)
        }
    }

    /// An attribute cannot be a sequence.
    private static func attributeType(_ type: String) -> String {
        type.hasPrefix("sequence<") ? "FrozenArray" + type.dropFirst("sequence".count) : type
    }

    /// A name as Web IDL writes it: a keyword has an underscore before it.
    static func escaped(_ name: String) -> String {
        let kind = KeywordTable.shared.kind(of: Array(name.utf8), in: 0..<name.utf8.count)
        return kind.isKeyword && name != "constructor" ? "_" + name : name
    }

    // MARK: - TypeScript

    /// `name(…): T`, `name?: T`, `get name(): T`, `new (…): T`, and `T name(…)` whose arguments are written in another way.
    private mutating func typeScriptMember(_ modifiers: Modifiers, _ place: Place) -> ForeignAnswer? {
        if kind == .leftBracket { return indexSignature() }
        // `readonly` alone is Web IDL, but not before a name and a colon.
        guard isWord else { return nil }
        if text == "get" || text == "set", kind(ahead: 1) == .identifier { return accessor(modifiers, place) }
        if text == "attribute", kind(ahead: 1) == .identifier, kind(ahead: 2) == .colon { advance() }
        if text == "required", place == .dictionary, kind(ahead: 1) == .identifier { advance() }
        let name = text
        let start = position
        advance()
        let isOptional = eat(.question)
        if eat(.colon) {
            guard let type = type() else { return nil }
            if kind == .equals {
                isSure = false
                skipValue()
            }
            return property(
                name, type, isOptional: isOptional, isReadonly: modifiers.isReadonly, modifiers.isStatic,
                isOptional || modifiers.isReadonly ? .typeScript : modifiers.language, place)
        }
        if kind == .leftParenthesis, let arguments = parameters() {
            let isConstructor = name == "constructor" || name == "new"
            var result = "undefined"
            let hasResult = eat(.colon)
            if hasResult {
                guard let type = type() else { return nil }
                result = type
            } else if !isConstructor {
                return nil
            }
            if modifiers.isAsync, !result.hasPrefix("Promise<") { result = "Promise<\(result)>" }
            let head = isConstructor ? "constructor" : "\(modifiers.isStatic ? "static " : "")\(result) \(Self.escaped(name))"
            return operation("\(head)(\(arguments));", .typeScript, place)
        }
        position = start
        return mixedOperation(modifiers, place)
    }

    /// Web IDL, but for its arguments.
    private mutating func mixedOperation(_ modifiers: Modifiers, _ place: Place) -> ForeignAnswer? {
        guard let type = type(), isWord else { return nil }
        let name = text
        advance()
        guard kind == .leftParenthesis, let arguments = parameters(), annotationCount > 0 else { return nil }
        let head = modifiers.isStatic ? "static " : ""
        return operation("\(head)\(type) \(Self.escaped(name))(\(arguments));", nil, place)
    }

    private mutating func accessor(_ modifiers: Modifiers, _ place: Place) -> ForeignAnswer? {
        let isGetter = text == "get"
        advance()
        let name = text
        advance()
        guard kind == .leftParenthesis else { return nil }
        isSure = false
        if !isGetter {
            advance()
            guard isWord else { return nil }
            advance()
            guard eat(.colon), let type = type(), eat(.rightParenthesis) else { return nil }
            return property(name, type, isOptional: false, isReadonly: false, modifiers.isStatic, .typeScript, place)
        }
        guard skipBrackets(), eat(.colon), let type = type() else { return nil }
        return property(name, type, isOptional: false, isReadonly: true, modifiers.isStatic, .typeScript, place)
    }

    /// `[key: string]: T`
    private mutating func indexSignature() -> ForeignAnswer? {
        advance()
        guard isWord, kind(ahead: 1) == .colon else { return nil }
        advance()
        advance()
        guard let key = type(), eat(.rightBracket), eat(.colon), let value = type() else { return nil }
        return ForeignAnswer(
            language: .typeScript,
            text: "an object with any keys is a type of its own, `record<\(key == "double" ? "DOMString" : key), \(value)>`",
            isAdvice: true, end: 0)
    }
}
