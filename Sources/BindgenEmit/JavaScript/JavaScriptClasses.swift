import BindgenABI

/// The classes that stand for interfaces implemented by Swift.
///
/// Each holds the address of its Swift object in a private field of its own, so that no prototype and no forged object passes for
/// another class, and engines see one shape at each place. Functions outside of the class reach the field by functions that its
/// static block hands out.
///
/// Where interfaces inherit, the field is the root's, with another one for the number of the object's class: the root alone writes both.
extension JavaScriptEmitter {
    mutating func emitClass(_ classPlan: ContainerPlan) {
        use("objects", "type")
        let local = Naming.jsBinding(classPlan.jsName)
        let isLifted = plan.reach.toJavaScript.contains(classPlan.name)
        if isLifted { use("identity") }
        let place = plan.hierarchy.member(named: classPlan.name)
        if place != nil { use("adopt") }
        if classPlan.parent == nil { out.print("let \(accessors(of: classPlan).joined(separator: ", "));") }
        emitComment(classPlan.documentation, &out)
        if classPlan.isExotic { return emitExoticClass(classPlan) }
        out.print("class \(local)\(classPlan.parent.map { " extends \(Naming.jsBinding($0.jsName))" } ?? "") {")
        var members: [String] = []
        if classPlan.parent == nil { members.append(ownershipText(classPlan, place)) }
        members.append(constructorText(classPlan, place, isLifted: isLifted))
        members += memberTexts(classPlan)
        members += keptFields(classPlan) + keptTexts(classPlan) + iterationTexts(classPlan) + jsonTexts(classPlan)
        for member in members { out.indent { $0.print(member) } }
        out.print("}")
        finishClass(classPlan)
    }

    /// A class whose objects are proxies, with properties by index or name. The private fields are those of a class around it, which puts them on
    /// the proxy: the members are written inside of both.
    private mutating func emitExoticClass(_ classPlan: ContainerPlan) {
        use("exotic")
        let local = Naming.jsBinding(classPlan.jsName)
        let (fields, members) = ownershipTexts(classPlan, nil)
        var inner = [members, constructorText(classPlan, nil, isLifted: plan.reach.toJavaScript.contains(classPlan.name))]
        inner +=
            memberTexts(classPlan) + keptTexts(classPlan) + iterationTexts(classPlan) + jsonTexts(classPlan) + [
                accessText(classPlan)
            ]
        var text = CodePrinter(unit: "  ")
        text.print("let \(local);")
        text.block("class \(fieldsClass(classPlan)) extends $Onto {", end: "}") { text in
            text.print("static #access;")
            (viewFields(classPlan) + keptFields(classPlan)).forEach { text.print($0) }
            text.print(fields)
            text.block("static {", end: "}") { text in
                text.block("\(local) = class \(local) {", end: "};") { text in inner.forEach { text.print($0) } }
            }
        }
        out.print(text.text.dropLastNewline)
        finishClass(classPlan)
    }

    private func fieldsClass(_ classPlan: ContainerPlan) -> String { "$Fields$\(Naming.jsBinding(classPlan.jsName))" }

    /// The functions that the proxies' traps call.
    private mutating func accessText(_ classPlan: ContainerPlan) -> String {
        var text = CodePrinter(unit: "  ")
        text.block("static {", end: "}") { text in
            var parts: [String] = []
            for plan in classPlan.properties {
                let stem = plan.isIndexed ? "$index" : "$name"
                let functions = [
                    ("get", plan.getter), ("set", plan.setter), ("delete", plan.deleter), ("names", plan.names),
                    ("has", plan.test),
                ]
                var fields: [String] = []
                for case (let key, let function?) in functions {
                    text.print(closureText(function, "\(stem)$\(key)"))
                    fields.append("\(key): \(stem)$\(key)")
                }
                parts.append("\(plan.isIndexed ? "indexed" : "named"): { \(fields.joined(separator: ", ")) }")
                if plan.isIndexed {
                    parts.append("length: Object.getOwnPropertyDescriptor(this.prototype, \"length\").get")
                } else {
                    if plan.isOverriding { parts.append("isOverriding: true") }
                    if plan.isHidden { parts.append("isHidden: true") }
                }
            }
            text.print("\(fieldsClass(classPlan)).#access = { \(parts.joined(separator: ", ")) };")
        }
        return text.text.dropLastNewline
    }

    /// What every class has beside its members.
    private mutating func finishClass(_ classPlan: ContainerPlan) {
        let local = Naming.jsBinding(classPlan.jsName)
        out.print("$interface(\(local), \(jsLiteral(classPlan.jsName)));")
        if local != classPlan.jsName {
            out.print("Object.defineProperty(\(local), \"name\", { value: \(jsLiteral(classPlan.jsName)) });")
        }
        emitShape(classPlan)
        for case .attribute(let getter, let setter?) in classPlan.members where getter.isObservable {
            use("observable-array")
            out.print("$observeArray(\(local), \(jsLiteral(getter.jsName)), \(setter.isHidden));")
        }
        emitConstants(classPlan, on: [local, "\(local).prototype"])
    }

    /// The classes that inherit, by number.
    mutating func emitClassList() {
        guard support.tellsClasses else { return }
        let names = plan.hierarchy.members.map { Naming.jsBinding($0.type.jsName) }
        out.print("const $classes = [\(names.joined(separator: ", "))];")
    }

    /// The functions that reach the private fields of a class, and those for the classes below it.
    private func accessors(of classPlan: ContainerPlan) -> [String] {
        let (test, address, settle) = classPlan.type.accessors
        return [test, address, settle]
            + plan.hierarchy.descendants(of: classPlan.name).flatMap { [$0.type.accessors.test, $0.type.accessors.address] }
    }

    /// The private fields, the functions that reach them, and `dispose`.
    private func ownershipText(_ classPlan: ContainerPlan, _ place: ClassHierarchy.Member?) -> String {
        let (fields, members) = ownershipTexts(classPlan, place)
        return fields + "\n" + members
    }

    private func ownershipTexts(_ classPlan: ContainerPlan, _ place: ClassHierarchy.Member?) -> (fields: String, members: String)
    {
        let (test, address, settle) = classPlan.type.accessors
        let isOwn = "typeof object === \"object\" && object !== null && #address in object"
        let descendants = plan.hierarchy.descendants(of: classPlan.name).map { member in
            """

              \(member.type.accessors.test) = (object) => \(test)(object) && \(member.isMet("object.#class"));
              \(member.type.accessors.address) = (object) => object.#address;
            """
        }
        let fields = """
            #address = 0;
            #isRegistered = false;\(place.map { "\n#class = \($0.number);" } ?? "")
            static {
              \(test) = (object) => \(isOwn);
              \(address) = (object) => object.#address;
              \(settle) = (object) => {
                \(settlement(of: classPlan))
              };\(descendants.joined())
            }
            """
        let members = """
            /** Releases the Swift object now; every later use is an error. Disposing twice is allowed. */
            dispose() {
              if (!\(test)(this)) $refuse(this, \(jsLiteral("\(classPlan.jsName).dispose")), \(Naming.jsBinding(classPlan.jsName)));
              const address = this.#address;
              this.#address = 0;\(classPlan.hasOverridable ? "\n  $overriding.delete(this);" : "")
              if (address !== 0) $dispose(this, address, this.#isRegistered, \(jsLiteral(classPlan.jsName)));
            }
            """
        return (fields, members)
    }

    /// What becomes of an object that has outlived the job in which it was made.
    private func settlement(of classPlan: ContainerPlan) -> String {
        if !classPlan.hasNoFinalizer {
            return "if (object.#address !== 0) object.#isRegistered = $register(object, object.#address);"
        }
        return "if (object.#address === 0) return;\n    $onSettled?.(object, object.#address);\n    object.#isRegistered = true;"
    }

    private mutating func constructorText(
        _ classPlan: ContainerPlan, _ place: ClassHierarchy.Member?, isLifted: Bool
    ) -> String {
        var text = CodePrinter(unit: "  ")
        if let constructor = classPlan.constructor { emitComment(constructor.documentation, &text) }
        let overload = classPlan.constructor.flatMap { classPlan.overload(of: $0) }
        let parameters =
            overload.map { parameterList(of: $0, classPlan) } ?? classPlan.constructor?.arguments.parameterList ?? ""
        text.print("constructor(\(parameters)) {")
        text.indent { text in
            if let place, !place.isRoot {
                text.print("if (\(place.isMissed("$lifting"))) {")
                text.indent { emitMaking(classPlan, { "$adopted = \($0) >>> 0;\n$lifting = \(place.number);" }, &$0) }
                text.print("}\nsuper();")
                return
            }
            // Where objects are proxies, `this` is none of them.
            let object = classPlan.isExotic ? "$object$" : "this"
            if classPlan.isExotic {
                let fields = fieldsClass(classPlan)
                text.print("const $object$ = new \(fields)(new $Exotic(new.target.prototype, \(fields).#access).object);")
            }
            let scope = support.hasScopes ? "\n$made?.push(\(object));" : ""
            let born = "$born(\(object), \(classPlan.type.accessors.settle));\(scope)"
            if classPlan.hasOverridable { use("overriding") }
            let isExtended = "new.target !== \(Naming.jsBinding(classPlan.jsName))"
            let held = classPlan.hasOverridable ? "\nif (\(isExtended)) $overriding.add(\(object));" : ""
            if isLifted || place != nil {
                text.print(
                    """
                    if (\(place?.isMet("$lifting") ?? "$lifting === \(Naming.jsBinding(classPlan.jsName))")) {\(place == nil ? "" : "\n  this.#class = $lifting;")
                      $lifting = undefined;
                      \(object).#address = $adopted;
                      \(born)
                      return\(classPlan.isExotic ? " $object$" : "");
                    }
                    """)
            }
            emitMaking(classPlan, { "\(object).#address = \($0) >>> 0;\n\(born)\(held)" }, &text)
            if classPlan.isExotic, classPlan.constructor != nil { text.print("return $object$;") }
        }
        text.print("}")
        return text.text.dropLastNewline
    }

    /// The call that makes the Swift object.
    private mutating func emitMaking(_ classPlan: ContainerPlan, _ finish: (String) -> String, _ text: inout CodePrinter) {
        guard let constructor = classPlan.constructor else {
            text.print(
                "throw new TypeError(\"\(classPlan.jsName) has no constructor; \(classPlan.jsName) objects come from other members\");"
            )
            return
        }
        guard support.defersCallbacks else { return emitMakingCall(classPlan, constructor, finish, &text) }
        use("deferred")
        text.block("$outermost(() => {", end: "});") { emitMakingCall(classPlan, constructor, finish, &$0) }
    }

    private mutating func emitMakingCall(
        _ classPlan: ContainerPlan, _ constructor: FunctionPlan, _ finish: (String) -> String, _ text: inout CodePrinter
    ) {
        if let overload = classPlan.overload(of: constructor) {
            return emitOverloads(overload, classPlan, &text) { emitter, function, text in
                emitter.emitCall(Self.call(of: function, requiredCount: 0), finish: finish, &text)
            }
        }
        emitCall(Self.call(of: constructor, requiredCount: constructor.requiredCount), finish: finish, &text)
    }

    private static func call(of constructor: FunctionPlan, requiredCount: Int) -> JSCall {
        JSCall(
            symbol: constructor.symbol, receiver: nil, arguments: constructor.arguments, result: constructor.result,
            throwing: constructor.throwing, name: constructor.displayName, requiredCount: requiredCount, isConstructor: true)
    }
}

extension ClassHierarchy.Member {
    /// A condition: `number` is the class's own, or one of its descendants.
    fileprivate func isMet(_ number: String) -> String {
        hasDescendants
            ? "\(number) >= \(numbers.lowerBound) && \(number) <= \(numbers.upperBound)" : "\(number) === \(numbers.lowerBound)"
    }

    /// The opposite; true for undefined.
    fileprivate func isMissed(_ number: String) -> String {
        hasDescendants ? "!(\(isMet(number)))" : "\(number) !== \(numbers.lowerBound)"
    }
}
