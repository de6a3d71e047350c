package import BindgenABI

extension CallbackObjectCrossing: HandleSpelling {
    package func type(in swift: SwiftEmitter) -> String { Naming.swiftIdentifier(name) }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        "\(type(in: swift))(adopting: \(slots[0]))"
    }

    /// Web IDL 3.2.16 and 3.2.19: an operation is looked for when it is called.
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use("type", "handles")
        let name = value.variable
        let isNoObject = isInterface ? " && (typeof \(name) !== \"object\" || \(name) === null)" : ""
        let expected = isInterface ? "a function or an object" : "a function"
        return JSLowering(
            convert: [
                .check("if (typeof \(name) !== \"function\"\(isNoObject)) $type(\(name), \(value.place.text), \"\(expected)\");")
            ],
            slots: [js.kept(value)])
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String { typeScript.name(name, use) }
}
