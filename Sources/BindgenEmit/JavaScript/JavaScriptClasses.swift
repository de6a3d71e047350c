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
        if standsOnProxies(classPlan) { return emitExoticClass(classPlan, place) }
        out.print("class \(local)\(classPlan.parent.map { " extends \(Naming.jsBinding($0.jsName))" } ?? "") {")
        var members: [String] = []
        if classPlan.parent == nil { members.append(ownershipText(classPlan, place)) }
        members.append(constructorText(classPlan, place, isLifted: isLifted))
        members += memberTexts(classPlan)
        members += keptFields(classPlan) + keptTexts(classPlan) + iterationTexts(classPlan) + jsonTexts(classPlan)
        members += accessTexts(classPlan, place)
        for member in members { out.indent { $0.print(member) } }
        out.print("}")
        finishClass(classPlan)
    }

    /// Whether the class's private fields are put on objects that are there already, since some are proxies. Those of a root are the fields of all
    /// classes that inherit from it.
    func standsOnProxies(_ classPlan: ContainerPlan) -> Bool { classPlan.parent == nil && plan.hasProxies(classPlan) }

    /// A class whose objects are proxies, with properties by index or name. The private fields are those of a class around it, which puts them on
    /// the proxy: the members are written inside of both.
    private mutating func emitExoticClass(_ classPlan: ContainerPlan, _ place: ClassHierarchy.Member?) {
        use(place == nil ? "exotic" : "exotic-classes")
        let local = Naming.jsBinding(classPlan.jsName)
        let (fields, members) = ownershipTexts(classPlan, place)
        var inner = [members, constructorText(classPlan, place, isLifted: plan.reach.toJavaScript.contains(classPlan.name))]
        inner += memberTexts(classPlan) + keptTexts(classPlan) + iterationTexts(classPlan) + jsonTexts(classPlan)
        inner += accessTexts(classPlan, place)
        var text = CodePrinter(unit: "  ")
        text.print("let \(local);")
        text.block("class \(fieldsClass(classPlan)) extends $Onto {", end: "}") { text in
            if place == nil { text.print("static #access;") }
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

    /// The functions that the proxies' traps call. Where interfaces inherit, a class has those of its parent besides.
    private mutating func accessTexts(_ classPlan: ContainerPlan, _ place: ClassHierarchy.Member?) -> [String] {
        let root = place.flatMap { plan.definition(named: $0.root.name)?.exportedContainer } ?? classPlan
        guard standsOnProxies(root) else { return [] }
        let inherited = classPlan.parent.flatMap { plan.hierarchy.member(named: $0.name) }.map { "$accesses[\($0.number)]" }
        let home = place.map { "$accesses[\($0.number)]" } ?? "\(fieldsClass(classPlan)).#access"
        if classPlan.properties.isEmpty { return inherited.map { ["static {\n  \(home) = \($0);\n}"] } ?? [] }
        var text = CodePrinter(unit: "  ")
        text.block("static {", end: "}") { text in
            var parts = inherited.map { ["...\($0)"] } ?? []
            for plan in classPlan.properties {
                parts.append("\(plan.isIndexed ? "indexed" : "named"): { \(accessFields(plan, classPlan, &text)) }")
                if plan.isOverriding { parts.append("isOverriding: true") }
                if plan.isHidden { parts.append("isHidden: true") }
            }
            text.print("\(home) = { \(parts.joined(separator: ", ")) };")
        }
        return [text.text.dropLastNewline]
    }

    private mutating func accessFields(_ properties: PropertiesPlan, _ classPlan: ContainerPlan, _ text: inout CodePrinter)
        -> String
    {
        let stem = properties.isIndexed ? "$index" : "$name"
        let functions = [
            ("get", properties.getter), ("set", properties.setter), ("delete", properties.deleter), ("names", properties.names),
            ("has", properties.test), ("length", properties.isIndexed ? length(of: classPlan) : nil),
        ]
        return functions.compactMap { key, function in
            function.map { function in
                text.print(closureText(function, "\(stem)$\(key)"))
                return "\(key): \(stem)$\(key)"
            }
        }.joined(separator: ", ")
    }

    /// How many properties by index there are: the nearest attribute `length`.
    private func length(of classPlan: ContainerPlan) -> FunctionPlan? {
        let chain = [classPlan] + classPlan.ancestors.compactMap { plan.definition(named: $0.name)?.exportedContainer }
        var length = chain.flatMap(\.functions).first { $0.kind == .getter && $0.jsName == "length" && $0.hasReceiver }
        length?.isTrap = true
        return length
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
        let exotic = "#exotic;\nconstructor(exotic) {\n  super(exotic.object);\n  this.#exotic = exotic;\n}\n"
        let fields = """
            \(standsOnProxies(classPlan) ? exotic : "")#address = 0;
            #isRegistered = false;\(place.map { "\n#class = \($0.number);" } ?? "")
            static {
              \(test) = (object) => \(isOwn);
              \(address) = (object) => object.#address;
              \(settle) = (object) => {
                \(settlement(of: classPlan))
              };\(descendants.joined())
            }
            """
        let isHeld = holds(classPlan, place, "this") != ("", "")
        let members = """
            /** Releases the Swift object now; every later use is an error. Disposing twice is allowed. */
            dispose() {
              if (!\(test)(this)) $refuse(this, \(jsLiteral("\(classPlan.jsName).dispose")), \(Naming.jsBinding(classPlan.jsName)));
              const address = this.#address;
              this.#address = 0;\(standsOnProxies(classPlan) ? "\n  this.#exotic.address = 0;" : "")\(isHeld ? "\n  $overriding.delete(this);" : "")
              if (address !== 0) $dispose(this, address, this.#isRegistered, \(jsLiteral(classPlan.jsName)));
            }
            """
        return (fields, members)
    }

    /// Statements that keep an object of a class of the program's, further down than the module's, where it may override what Swift calls: of one
    /// that this class's constructor makes, and of one for a class below it.
    private func holds(_ classPlan: ContainerPlan, _ place: ClassHierarchy.Member?, _ object: String) -> (
        own: String, below: String
    ) {
        let own =
            classPlan.hasOverridable
            ? "\nif (new.target !== \(Naming.jsBinding(classPlan.jsName))) $overriding.add(\(object));" : ""
        guard let place, support.tellsClasses else { return (own, "") }
        let owners = plan.hierarchy.members[place.numbers].filter { member in
            plan.definition(named: member.type.name)?.exportedContainer?.hasOverridable ?? false
        }
        if owners.isEmpty { return ("", "") }
        let tests = owners.map { $0.isMet("\(object).#class") }.joined(separator: " || ")
        let isOwner = classPlan.hasOverridable ? "" : " && (\(tests))"
        return (own, "\n  if (new.target !== $classes[\(object).#class]\(isOwner)) $overriding.add(\(object));")
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
            let isExotic = standsOnProxies(classPlan)
            let object = isExotic ? "$object$" : "this"
            let address = isExotic ? "$object$.#address = $exotic$.address" : "this.#address"
            if isExotic {
                let fields = fieldsClass(classPlan)
                let exotic =
                    place.map { "$behind(new.target.prototype, $accesses[\($0.isMet("$lifting")) ? $lifting : \($0.number)])" }
                    ?? "new $Exotic(new.target.prototype, \(fields).#access)"
                text.print("const $exotic$ = \(exotic), $object$ = new \(fields)($exotic$);")
            }
            let scope = support.hasScopes ? "\n$made?.push(\(object));" : ""
            let born = "$born(\(object), \(classPlan.type.accessors.settle));\(scope)"
            let (ownHold, lowerHold) = holds(classPlan, place, object)
            if !(ownHold + lowerHold).isEmpty { use("overriding") }
            if isLifted || place != nil {
                text.print(
                    """
                    if (\(place?.isMet("$lifting") ?? "$lifting === \(Naming.jsBinding(classPlan.jsName))")) {\(place == nil ? "" : "\n  \(object).#class = $lifting;")
                      $lifting = undefined;
                      \(address) = $adopted;
                      \(born)\(lowerHold)
                      return\(isExotic ? " $object$" : "");
                    }
                    """)
            }
            emitMaking(classPlan, { "\(address) = \($0) >>> 0;\n\(born)\(ownHold)" }, &text)
            if isExotic, classPlan.constructor != nil { text.print("return $object$;") }
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
