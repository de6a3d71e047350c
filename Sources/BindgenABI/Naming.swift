/// Every identifier on either side is made here.
package enum Naming {
    /// An IDL name as a Swift identifier.
    package static func swiftIdentifier(_ name: String) -> String {
        let plain = name.contains("-") ? camelCase(name) : name
        // Inside of a method `self` is the receiver, with backticks too.
        if plain == "self" { return "self_" }
        return swiftKeywords.contains(plain) ? "`\(plain)`" : plain
    }

    /// An IDL name as the name of a member: in `X.Type` and `X.Protocol` Swift sees a metatype, with backticks too.
    package static func swiftMember(_ name: String) -> String {
        name == "Type" || name == "Protocol" ? name + "_" : swiftIdentifier(name)
    }

    /// A C symbol, and so a Swift function, of generated code's own: a member's has no `$`.
    package static func symbol(_ name: String, module: String) -> String { "bindgen_\(module)$\(name)" }

    /// A Swift identifier as a label in a call, where most keywords stand as they are.
    package static func swiftLabel(_ identifier: String) -> String {
        let plain = identifier.filter { $0 != "`" }
        return plain == "inout" ? identifier : plain
    }

    /// An enum value as a Swift case name: words joined in camel case, `empty` for "".
    package static func swiftCaseName(_ value: String) -> String {
        let name = camelCase(value)
        if name.isEmpty { return value.isEmpty ? "empty" : "other" }
        if let first = name.unicodeScalars.first, first != "_", !first.properties.isIDStart { return "_" + name }
        return swiftKeywords.contains(name) ? "`\(name)`" : name
    }

    /// The words of a text, split at everything that cannot stand in an identifier, in camel case.
    package static func camelCase(_ text: String) -> String {
        var words: [String] = []
        var word = ""
        for scalar in text.unicodeScalars {
            if isWordScalar(scalar) {
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        guard let first = words.first else { return "" }
        let isShouting = !first.contains { $0.isLowercase }
        let head = isShouting ? first.lowercased() : first.prefix(1).lowercased() + first.dropFirst()
        return head + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// An argument's name as a JavaScript binding; generated names contain `$`, so only reserved words collide.
    package static func jsBinding(_ name: String) -> String {
        let plain = name.contains("-") ? camelCase(name) : name
        return jsReservedWords.contains(plain) || jsGlobals.contains(plain) ? plain + "$" : plain
    }

    /// The name of a definition inside of the TypeScript declarations, which export it under its own.
    package static func tsBinding(_ name: String) -> String { tsTypes.contains(name) ? name + "$" : jsBinding(name) }

    /// A name as a part of a longer JavaScript variable; different names give different parts.
    package static func jsPart(_ name: String) -> String {
        name.split(separator: "-", omittingEmptySubsequences: false).joined(separator: "$$")
    }

    /// The name of a wasm export or import as a part of a Swift function's name; different names give different parts.
    package static func swiftPart(_ symbol: String) -> String {
        symbol.map { $0 == "." ? "_" : $0 == "_" ? "__" : $0 == "-" ? "_h_" : $0 == ":" ? "_t_" : String($0) }.joined()
    }

    /// True where `name` can follow a dot in JavaScript.
    package static func isJSIdentifier(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, isASCIIWordScalar(first) || first == "$", !("0"..."9").contains(first) else {
            return false
        }
        return name.unicodeScalars.allSatisfy { isASCIIWordScalar($0) || $0 == "$" }
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        case _: !scalar.isASCII && scalar.properties.isIDContinue
        }
    }

    private static func isASCIIWordScalar(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && isWordScalar(scalar) }

    package static let swiftKeywords: Set<String> = [
        "Any", "Protocol", "Self", "Type", "actor", "as", "associatedtype", "async", "await", "borrowing", "break", "case",
        "catch",
        "class", "consuming", "continue", "default", "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false",
        "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator",
        "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct",
        "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]

    static let jsReservedWords: Set<String> = [
        "arguments", "await", "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do",
        "else",
        "enum", "eval", "export", "extends", "false", "finally", "for", "function", "if", "implements", "import", "in",
        "instanceof", "interface", "let", "new", "null", "package", "private", "protected", "public", "return", "static", "super",
        "switch", "this", "throw", "true", "try", "typeof", "undefined", "var", "void", "while", "with", "yield",
    ]

    /// Types that TypeScript has without a declaration, and those that the declarations name.
    static let tsTypes: Set<String> = [
        "ArrayBufferView", "Iterable", "IterableIterator", "Omit", "Pick", "Record", "ReturnType", "SymbolConstructor", "any",
        "bigint", "boolean", "never",
        "number",
        "object", "string", "symbol", "unknown",
    ]

    /// The globals that generated code and the runtime use; a definition of that name gets another binding inside the module.
    static let jsGlobals: Set<String> = [
        "Array", "ArrayBuffer", "BigInt", "BigInt64Array", "BigUint64Array", "Error", "FinalizationRegistry", "Float32Array",
        "Float64Array", "Infinity", "Int16Array", "Int32Array", "Int8Array", "Map", "Math", "NaN", "Number", "Object", "Promise",
        "RangeError", "Reflect", "Request", "Response", "SharedArrayBuffer", "String", "Symbol", "TextDecoder", "TextEncoder",
        "TypeError", "URL", "Uint16Array", "Uint32Array", "Uint8Array", "Uint8ClampedArray", "WeakRef", "WebAssembly", "console",
        "crypto", "decodeURIComponent", "dispose", "encodeURIComponent", "escape", "fetch", "globalThis", "init", "inspect",
        "instantiate", "isFinite", "isNaN", "unescape",
    ]
}
