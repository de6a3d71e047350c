import BindgenABI

/// One wasm import; on the host, where nothing can be called, a stub that says so.
struct SwiftExtern {
    /// The name of the import.
    let symbol: String
    let function: String
    /// The parameters in parentheses, and the result.
    let signature: String
    let access: String
}

/// The imports of a module stand at the end of its file, under one condition: a condition for each takes the compiler longer.
extension SwiftEmitter {
    mutating func emitExtern(
        symbol: String, function: String, slots: [Slot], result: CoreType?, access: String = "private "
    ) {
        let parameters = slots.enumerated().map { "_ p\($0): \(type($1.type))" }.joined(separator: ", ")
        let arrow = result.map { " -> \(type($0))" } ?? ""
        externs.append(SwiftExtern(symbol: symbol, function: function, signature: "(\(parameters))\(arrow)", access: access))
    }

    mutating func emitExterns() {
        if externs.isEmpty { return }
        out.print("\n#if arch(wasm32)")
        for extern in externs {
            // The compiler warns of a name that C does not have, unless it stands there in words.
            let name = extern.function.contains("$") ? ", \(swiftLiteral(extern.function))" : ""
            out.print(
                """
                @_extern(wasm, module: "bindgen", name: \(swiftLiteral(extern.symbol))) @_extern(c\(name))
                \(extern.access)func \(extern.function)\(extern.signature)
                """)
        }
        out.print("#else")
        for extern in externs {
            let body = "{ BindgenRuntime.Region.hostOnly(\(swiftLiteral(extern.symbol))) }"
            out.print("\(extern.access)func \(extern.function)\(extern.signature) \(body)")
        }
        out.print("#endif")
    }
}
