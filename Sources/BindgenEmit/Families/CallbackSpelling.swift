package import BindgenABI

extension CallbackCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { Naming.swiftIdentifier(name) }
    package func parameterType(in swift: SwiftEmitter) -> String { "@escaping \(type(in: swift))" }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String { "lift$\(name)(\(slots[0]))" }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        LoweredValue(slots: ["lower$\(self.name)(\(value))"])
    }

    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use("type", "handles")
        let name = value.variable
        var convert: [JSStatement] = [
            .check("if (typeof \(name) !== \"function\") $type(\(name), \(value.place.text), \"a function\");")
        ]
        if let object = value.object {
            js.use("method")
            convert.append(.assign(name, "$onObject(\(name), \(object))"))
        }
        return JSLowering(convert: convert, slots: [js.kept(value)])
    }
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String { "\(js.closureFunction(self))(\(slots[0]))" }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String {
        use.isResult ? "\(Naming.tsBinding(name)) & { dispose(): void; [Symbol.dispose](): void }" : typeScript.name(name, use)
    }
}

extension JavaScriptEmitter {
    /// A handle for a value that Swift holds from now on.
    mutating func kept(_ value: JSValue) -> String {
        if value.isStored { use("hold-handle") }
        return value.isStored ? "$holdHandle($keep(\(value.variable)))" : "$keep(\(value.variable))"
    }

    /// A function that makes the JavaScript function for a Swift closure: `(address)`.
    mutating func closureFunction(_ crossing: CallbackCrossing) -> String { closureFunction(of: plan.callback(crossing)) }

    mutating func closureFunction(of callback: CallbackPlan) -> String {
        typeFunction("closure \(callback.name)", name: "$closure\(callback.name)") { js in
            js.use("closures")
            let look = JSStatement.check("if ($owner.address === 0) $ended(\"\(callback.name)\");")
            let call = JSCall(
                symbol: callback.exportSymbol, receiver: .closure("$owner.address", look: look),
                arguments: callback.arguments,
                result: callback.exportResult, throwing: callback.throwing, name: callback.name,
                requiredCount: callback.requiredCount)
            js.closures.append(callback.exportSymbol)
            var text = CodePrinter(unit: "  ")
            text.block("const $closure\(callback.name) = (address) => {", end: "};") { text in
                text.print("\(js.wasmVariable(callback.exportSymbol)) ??= $closureCall(address);")
                text.print("const $owner = { address: address >>> 0, isRegistered: false };")
                text.print(
                    "return $own(function (\(callback.arguments.map { ($0.isVariadic ? "..." : "") + $0.jsName }.joined(separator: ", "))) {"
                )
                text.indent { text in
                    if callback.isPromised { return js.emitPromisedClosure(call, look, &text) }
                    if !call.runsCode { text.print([look]) }
                    js.emitCall(call, finish: { "return \($0);" }, &text)
                }
                text.print("}, $owner);")
            }
            return text.text
        }
    }
}
