/// The name of a new package, its target and its Swift module, from which the names of the npm package follow.
package struct ModuleName: Sendable {
    package var text: String

    /// The name of the npm package.
    package var packageName: String { OutputNames.packageName(moduleName: text) }

    /// - Throws: A sentence that says what is wrong with the name, and a name that would do where there is one.
    package init(_ text: String) throws(BuildError) {
        self.text = text
        if let reason = Self.problem(with: text) {
            let other = Self.upperCamelCase(text)
            // A name that would lose letters is nobody's wish.
            let isPlain = text.allSatisfy(\.isASCII) && text.first?.isLetter == true
            let hint = isPlain && other != text && Self.problem(with: other) == nil ? "; `\(other)` would do" : ""
            throw BuildError("`\(text)` cannot be the name of a package: \(reason)\(hint)")
        }
    }

    /// npm's limit (`validate-npm-package-name`).
    private static let longest = 214

    private static func problem(with text: String) -> String? {
        let isIdentifier = text.unicodeScalars.allSatisfy { character in
            switch character {
            case "A"..."Z", "a"..."z", "0"..."9", "_": true
            default: false
            }
        }
        guard let first = text.unicodeScalars.first else { return "it is empty" }
        if !isIdentifier || first.properties.numericType != nil {
            return "it names a Swift module, so it is made of the letters A to Z, digits and `_`, and begins with a letter"
        }
        if first == "_" { return "npm allows no name that begins with `_`" }
        if keywords.contains(text) { return "it is a word of the Swift language" }
        // Files and folders are named after modules, and not every disk tells capital letters apart.
        let same = { (name: String) in name.lowercased() == text.lowercased() }
        if let module = modules.first(where: same) {
            return "Swift has a module of that name" + (module == text ? "" : ", `\(module)`, in other letters")
        }
        if let own = ownNames.first(where: same) {
            return "swift-bindgen, on which the package depends, has a target of that name"
                + (own == text ? "" : ", `\(own)`, in other letters")
        }
        let packageName = OutputNames.packageName(moduleName: text)
        if packageName.utf8.count > longest { return "npm allows \(longest) characters, and these are \(packageName.utf8.count)" }
        if PackageName.nodeModules.contains(packageName) {
            return "the npm package would be `\(packageName)`, which is a module of Node"
        }
        return nil
    }

    /// `my-words` becomes `MyWords`.
    private static func upperCamelCase(_ text: String) -> String {
        var name = ""
        var startsWord = true
        for character in text {
            guard character.isLetter || character.isNumber else {
                startsWord = true
                continue
            }
            name += startsWord ? character.uppercased() : String(character)
            startsWord = false
        }
        return name
    }

    /// "Lexical Structure" of The Swift Programming Language: words that are reserved everywhere.
    private static let keywords: Set<String> = [
        "Any", "Protocol", "Self", "Type", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default",
        "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if",
        "import", "in", "init", "inout", "internal", "is", "let", "nil", "open", "operator", "precedencegroup", "private",
        "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw",
        "throws", "true", "try", "typealias", "var", "where", "while",
    ]

    /// Modules of the toolchain and its platforms, in the order of the alphabet; `main` is what the compiler calls a module without a
    /// name.
    private static let modules = [
        "Android", "Builtin", "CoreFoundation", "Cxx", "CxxStdlib", "Darwin", "Dispatch", "Distributed", "Foundation",
        "FoundationEssentials", "FoundationInternationalization", "FoundationNetworking", "FoundationXML", "Glibc", "Musl",
        "Observation", "PackageDescription", "PackagePlugin", "RegexBuilder", "Runtime", "Swift", "SwiftOnoneSupport",
        "SwiftShims", "Synchronization", "Testing", "WASILibc", "XCTest", "main",
    ]

    /// Every target and product of swift-bindgen itself, as its Package.swift has them: SwiftPM wants different names in all
    /// packages of a build.
    static let ownNames = [
        "BindgenABI", "BindgenABITests", "BindgenCommand", "BindgenDiff", "BindgenDriver", "BindgenDriverTests", "BindgenEmit",
        "BindgenIDL", "BindgenIDLTests", "BindgenModel", "BindgenModelTests", "BindgenPlugin", "BindgenRuntime", "BindgenServe",
        "BindgenWIT", "BindgenWasm", "BindgenWasmTests", "CarriedFiles", "EmbeddedSupport", "WASI", "WASIPreview1", "bindgen",
    ]
}
