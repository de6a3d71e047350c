import BindgenABI

/// The classes that stand for interfaces implemented by Swift.
///
/// Each holds the address of its Swift object in a private field of its own, so that no prototype and no forged object passes for
/// another class, and engines see one shape at each place. Functions outside of the class reach the field by functions that its
/// static block hands out.
extension JavaScriptEmitter {
    mutating func emitClass(_ classPlan: ContainerPlan) {
        use("objects", "type")
        let local = Naming.jsBinding(classPlan.jsName)
        let isLifted = plan.reach.toJavaScript.contains(classPlan.name)
        if isLifted { use("identity") }
        let (test, address, settle) = classPlan.type.accessors
        out.print("let \(test), \(address), \(settle);")
        emitComment(classPlan.documentation, &out)
        out.print("class \(local) {")
        var members: [String] = []
        if local != classPlan.jsName { members.append("static name = \(jsLiteral(classPlan.jsName));") }
        members += classPlan.constants.map { "static \(jsPropertyName($0.jsName)) = \($0.crossing.spelling.literal($0.value));" }
        members.append(ownershipText(classPlan))
        members.append(constructorText(classPlan, isLifted: isLifted))
        for function in classPlan.functions where function.kind != .constructor { members.append(memberText(function)) }
        for member in members { out.indent { $0.print(member) } }
        out.print("}")
        out.print("$disposable(\(local).prototype, \(jsLiteral(classPlan.jsName)));")
        for constant in classPlan.constants {
            out.print(
                "\(jsMember("\(local).prototype", constant.jsName)) = \(constant.crossing.spelling.literal(constant.value));")
        }
    }

    /// The private fields, the functions that reach them, and `dispose`.
    private func ownershipText(_ classPlan: ContainerPlan) -> String {
        let (test, address, settle) = classPlan.type.accessors
        return """
            #address = 0;
            #isRegistered = false;
            static {
              \(test) = (object) => typeof object === "object" && object !== null && #address in object;
              \(address) = (object) => object.#address;
              \(settle) = (object) => {
                if (object.#address !== 0) object.#isRegistered = $register(object, object.#address);
              };
            }
            /** Releases the Swift object now; every later use is an error. Disposing twice is allowed. */
            dispose() {
              if (!\(test)(this)) $refuse(this, \(jsLiteral("\(classPlan.jsName).dispose")), \(Naming.jsBinding(classPlan.jsName)));
              const address = this.#address;
              this.#address = 0;
              if (address !== 0) $dispose(this, address, this.#isRegistered, \(jsLiteral(classPlan.jsName)));
            }
            """
    }

    private mutating func constructorText(_ classPlan: ContainerPlan, isLifted: Bool) -> String {
        var text = CodePrinter(unit: "  ")
        let constructor = classPlan.constructor
        let born = "$born(this, \(classPlan.type.accessors.settle));"
        if let constructor { emitComment(constructor.documentation, &text) }
        text.print("constructor(\(constructor?.arguments.parameterList ?? "")) {")
        text.indent { text in
            if isLifted {
                text.print(
                    """
                    if ($lifting === \(Naming.jsBinding(classPlan.jsName))) {
                      $lifting = undefined;
                      this.#address = $adopted;
                      \(born)
                      return;
                    }
                    """)
            }
            if let constructor {
                let call = JSCall(
                    symbol: constructor.symbol, receiver: nil, arguments: constructor.arguments, result: constructor.result,
                    throwing: constructor.throwing, name: constructor.displayName, requiredCount: constructor.requiredCount,
                    isConstructor: true)
                emitCall(call, finish: { "this.#address = \($0) >>> 0;\n\(born)" }, &text)
            } else {
                text.print(
                    "throw new TypeError(\"\(classPlan.jsName) has no constructor; \(classPlan.jsName) objects come from other members\");"
                )
            }
        }
        text.print("}")
        return text.text.dropLastNewline
    }
}
