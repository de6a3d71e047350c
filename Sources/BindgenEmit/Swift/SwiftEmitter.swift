package import BindgenABI

/// The Swift side of a plan: value types, the protocols that the program's types adopt, and the shims behind wasm's exports and
/// imports.
///
/// - Parameters:
///   - sourceName: the IDL file's name, for the header.
///   - hostMain: whether to add an entry point for builds that are not for WebAssembly, so that editors and `swift build` link.
///   - component: what the module is as a component; nil for one that JavaScript loads.
package func emitSwift(
    _ plan: BindingPlan, sourceName: String, hostMain: Bool, component: ComponentContext? = nil
) -> String {
    var emitter = SwiftEmitter(plan)
    emitter.component = component
    emitter.emitFile(sourceName: sourceName, hostMain: hostMain)
    return emitter.out.text
}

package struct SwiftEmitter {
    let plan: BindingPlan
    var out = CodePrinter(unit: "    ")
    /// What a shim's parameters must not be called.
    let reservedNames: Set<String>
    /// Whether other modules use what is generated.
    let isPublic: Bool
    /// What stands before a declaration that users of the module have.
    let access: String
    /// What stands before a class or a member that users of the module may override.
    let openAccess: String
    /// What stands before a declaration that only generated code names, that of other modules among it.
    let sharedAccess: String
    var component: ComponentContext?
    /// What the module imports.
    var externs: [SwiftExtern] = []

    init(_ plan: BindingPlan) {
        self.plan = plan
        reservedNames = Self.reservedNames(plan)
        isPublic = plan.scope.isLibrary
        access = isPublic ? "public " : ""
        openAccess = isPublic ? "open " : ""
        sharedAccess = isPublic ? "public " : "private "
    }

    /// An emitter for text that is put in its place later.
    func fresh() -> SwiftEmitter {
        var emitter = self
        emitter.out = CodePrinter(unit: "    ")
        return emitter
    }

    mutating func emitFile(sourceName: String, hostMain: Bool) {
        out.print(
            """
            \(generatedHeader(sourceName))

            \(access)import BindgenRuntime
            """)
        for module in plan.scope.modules { out.print("\(access)import \(module)") }
        emitShared()
        if isPublic { emitUses() }
        for definition in plan.ownDefinitions {
            switch definition {
            case .enumeration(let plan): emitEnum(plan)
            case .dictionary(let plan): emitDictionary(plan)
            case .union(let plan): emitUnion(plan)
            case .callback(let plan): emitCallback(plan)
            case .container(let plan): plan.isImported ? emitImported(plan) : emitExported(plan)
            }
        }
        for container in plan.additions { emitAdditions(container) }
        if let component {
            emitComponent(component)
        } else {
            emitDeliveries()
            emitPromises()
            if !isPublic { emitSupportExports() }
        }
        emitExterns()
        if hostMain { emitHostMain() }
    }

    /// A type that two of the imported modules have would be ambiguous by its name alone.
    private mutating func emitShared() {
        for name in plan.scope.shared {
            guard let owner = plan.scope.owners[name], let type = plan.definition(named: name)?.swiftName else { continue }
            out.print("\n/// Several of the libraries have a type for this union: here it is \(owner)'s.")
            out.print("\(access)typealias \(type) = \(owner).\(type)")
        }
    }

    /// The compiler warns of a public import that no public declaration uses, as one of the IDL may not.
    private mutating func emitUses() {
        out.print("\npublic typealias \(symbol("uses$BindgenRuntime")) = BindgenRuntime.JSObject")
        for module in plan.scope.modules {
            guard let definition = plan.definitions.first(where: { plan.scope.owners[$0.name] == module }) else { continue }
            let isProtocol = definition.exportedContainer != nil
            let type = definition.swiftName.filter { !isProtocol || $0 != "`" } + (isProtocol ? "Exports" : "")
            out.print("public typealias \(symbol("uses$\(module)")) = \(type)")
        }
    }

    /// `///` lines; the text is already free of comment markers, and a line comment cannot be closed from inside.
    mutating func emitDocumentation(_ documentation: Documentation) {
        // An empty line parts paragraphs.
        for line in documentation.text?.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) ?? [] {
            out.print(line.isEmpty ? "///" : "/// \(line)")
        }
        if let deprecation = documentation.deprecation {
            out.print(
                deprecation.isEmpty
                    ? "@available(*, deprecated)" : "@available(*, deprecated, message: \(swiftLiteral(deprecation)))")
        }
    }

    /// Values that JavaScript reads while they live (see `ResultPlan.Passing.delivered`).
    private mutating func emitDeliveries() {
        for delivery in plan.deliveries {
            emitExtern(
                symbol: delivery.symbol, function: deliveryFunction(delivery.crossing), slots: delivery.crossing.slots,
                result: nil)
        }
    }

    func deliveryFunction(_ crossing: Crossing) -> String {
        guard let index = plan.deliveries.firstIndex(where: { $0.crossing == crossing }) else {
            preconditionFailure("the plan has no delivery of \(crossing)")
        }
        return symbol("deliver\(index)")
    }

    /// The name of a function that stands for no member.
    func symbol(_ name: String) -> String { Naming.symbol(name, module: plan.moduleName) }

    /// The name of a function of a definition, which stands in the module that has the definition.
    func symbol(_ name: String, of definition: String) -> String {
        Naming.symbol("\(name)$\(definition)", module: plan.module(of: definition))
    }

    /// What the glue calls besides the program's members: only what the plan can need.
    private mutating func emitSupportExports() {
        out.print()
        out.print("#if arch(wasm32)")
        emitFingerprint()
        for export in plan.support.exports { emitSupport(export) }
        if plan.support.tellsClasses { emitClassNumber() }
        out.print("#endif")
    }

    /// An interface's descendants have higher numbers than itself, and are asked for first.
    private mutating func emitClassNumber() {
        out.print(
            """
            /// The number of an object's class among those that inherit. Of a class that no IDL declares, it is the number of the nearest that
            /// one does.
            @_expose(wasm, "bindgen.class") @_cdecl("\(symbol("class"))")
            public func \(symbol("class"))(_ address: Int32) -> Int32 {
                let object = BindgenRuntime.Lift.object(address, as: AnyObject.self)
            """)
        for member in plan.hierarchy.members.dropFirst().reversed() where plan.reach.toJavaScript.contains(member.type.name) {
            out.indent { $0.print("if object is \(member.type.swiftName) { return \(member.number) }") }
        }
        out.print("    return 0\n}")
    }

    /// One of `SupportPlan.exports`.
    private mutating func emitSupport(_ export: SupportPlan.Export) {
        let (signature, body) =
            switch export {
            case .region: ("() -> Int32", "Region.address")
            case .allocate: ("(_ byteCount: Int32) -> Int32", "Region.allocate(byteCount)")
            case .free: ("(_ address: Int32)", "Region.release(address)")
            case .release: ("(_ address: Int32)", "Lower.release(address)")
            case .releaseClosure: ("(_ address: Int32)", "ClosureBox.release(address)")
            case .closureCall: ("(_ address: Int32) -> Int32", "ClosureBox.function(address)")
            case .retain: ("(_ address: Int32)", "Lower.retain(address)")
            case .rejectPromise: ("(_ observer: Int32, _ error: Int32)", "AnyPromiseObserver.reject(observer, error)")
            }
        out.print(
            """
            @_expose(wasm, "\(export.symbol)") @_cdecl("\(symbol(export.rawValue))")
            public func \(symbol(export.rawValue))\(signature) { BindgenRuntime.\(body) }
            """)
    }

    private mutating func emitFingerprint() {
        out.print(
            """
            /// The glue looks for this name, so that a .js and a .wasm of different builds are told apart before a call goes wrong.
            @_expose(wasm, "bindgen:\(plan.fingerprint)") @_cdecl("\(symbol("fingerprint"))")
            public func \(symbol("fingerprint"))() {}
            """)
    }

    private mutating func emitHostMain() {
        out.print(
            """

            #if !arch(wasm32)
            /// This module runs in JavaScript; on the host it only compiles, so that editors and `swift build` can check it.
            @main struct \(plan.moduleName)HostMain {
                static func main() {
                    print("\(plan.moduleName) is a WebAssembly module: build it with `bindgen build`")
                }
            }
            #endif
            """)
    }
}

/// A Swift string literal.
func swiftLiteral(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": literal += "\\\""
        case "\\": literal += "\\\\"
        case "\n": literal += "\\n"
        case "\r": literal += "\\r"
        case "\t": literal += "\\t"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F || (0x2028...0x2029).contains(scalar.value):
            literal += "\\u{\(String(scalar.value, radix: 16))}"
        default: literal.unicodeScalars.append(scalar)
        }
    }
    return literal + "\""
}
