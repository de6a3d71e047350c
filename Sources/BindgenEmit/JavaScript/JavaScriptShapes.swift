import BindgenABI

/// What members are in JavaScript alone.
extension JavaScriptEmitter {
    /// The setter of an attribute that is only read: `[PutForwards]` and `[Replaceable]` (Web IDL 3.7.6).
    func assignmentText(_ function: FunctionPlan) -> String? {
        guard function.kind == .getter, function.hasReceiver, function.forwardsTo != nil || function.isReplaceable else {
            return nil
        }
        var text = CodePrinter(unit: "  ")
        text.block("set \(jsPropertyName(function.jsName))(value) {", end: "}") { text in
            emitReceiverCheck(function, &text)
            if let name = function.forwardsTo {
                text.print(
                    """
                    const object = \(jsMember("this", function.jsName));
                    if (object === null) throw new TypeError(\(jsLiteral("\(function.displayName) is null, and nothing can be set there")));
                    \(jsMember("object", name)) = value;
                    """)
            } else {
                text.print(
                    "Object.defineProperty(this, \(jsLiteral(function.jsName)), { value, writable: true, enumerable: true, configurable: true });"
                )
            }
        }
        return text.text.dropLastNewline
    }

    /// `[Default] toJSON`.
    func jsonTexts(_ container: ContainerPlan) -> [String] {
        container.members.compactMap { member in
            guard case .json(let names, let inherited, _) = member else { return nil }
            let local = Naming.jsBinding(container.jsName)
            let values =
                (inherited.isEmpty ? [] : ["...super.toJSON()"]) + names.map { "\(jsPropertyName($0)): \(jsMember("this", $0))" }
            return """
                toJSON() {
                  if (!\(container.type.test("this"))) $refuse(this, \(jsLiteral("\(container.jsName).toJSON")), \(local));
                  return { \(values.joined(separator: ", ")) };
                }
                """
        }
    }

    /// `[JSOnly]`: a field of the class, which looks at the receiver as every other one does.
    func keptTexts(_ container: ContainerPlan) -> [String] {
        container.members.compactMap { (member) -> String? in
            guard case .kept(let plan) = member else { return nil }
            let (name, field) = (jsPropertyName(plan.jsName), "#\(keptField(plan))")
            let refuse =
                "$refuse(this, \(jsLiteral("\(container.jsName).\(plan.jsName)")), \(Naming.jsBinding(container.jsName)))"
            let comment = tsDoc(member.documentation)
            return (comment.isEmpty ? "" : comment + "\n") + """
                get \(name)() {
                  if (!(\(field) in this)) \(refuse);
                  return this.\(field);
                }
                set \(name)(value) {
                  if (!(\(field) in this)) \(refuse);
                  this.\(field) = value;
                }
                """
        }
    }

    /// The fields, which stand with those of views.
    func keptFields(_ container: ContainerPlan) -> [String] {
        container.members.compactMap { if case .kept(let plan) = $0 { "#\(keptField(plan)) = undefined;" } else { nil } }
    }

    private func keptField(_ plan: KeptPlan) -> String { Naming.camelCase(plan.jsName) + "Kept" }

    /// Constants cannot be changed.
    mutating func emitConstants(_ container: ContainerPlan, on objects: [String]) {
        guard !container.constants.isEmpty else { return }
        use("constants")
        out.block("$constants([\(objects.joined(separator: ", "))], {", end: "});") { out in
            for constant in container.constants {
                out.print("\(jsPropertyName(constant.jsName)): \(constant.crossing.spelling.literal(constant.value)),")
            }
        }
    }

    /// What stands on the prototype beside members.
    mutating func emitShape(_ container: ContainerPlan) {
        let local = Naming.jsBinding(container.jsName)
        let functions = container.functions
        let hidden = functions.filter(\.isUnscopable).map { "\(jsPropertyName($0.jsName)): true" }
        if !hidden.isEmpty {
            let value = "{ __proto__: null, \(hidden.joined(separator: ", ")) }"
            out.print("Object.defineProperty(\(local).prototype, Symbol.unscopables, { value: \(value), configurable: true });")
        }
        for function in functions where function.isDisposer {
            let part = function.isPromised ? "async-disposer" : "disposer"
            use(part)
            let name = function.isPromised ? "$asyncDisposer" : "$disposer"
            let (test, address) = (container.type.test("object"), container.type.address(of: "object"))
            out.print(
                "\(name)(\(local).prototype, \(jsLiteral(function.jsName)), (object) => \(test) && \(address) === 0);")
        }
    }
}
