package import BindgenABI

/// What the module exports: namespaces, classes, and the functions that stand for Swift closures.
extension JavaScriptEmitter {
    mutating func emitDefinitions() -> String {
        out = CodePrinter(unit: "  ")
        emitErrorClasses()
        for callback in plan.callbacks where plan.isDeclared(callback.name) { emitCallbackConstants(callback) }
        var open = plan.containers.filter { !$0.isImported }
        // A class is declared after its parent.
        while let container = open.first(where: { container in !open.contains { $0.name == container.parent?.name } }) {
            open.removeAll { $0.name == container.name }
            switch container.kind {
            case .namespace: emitNamespace(container)
            case .interface: emitClass(container)
            }
        }
        emitClassList()
        return out.text
    }

    private mutating func emitNamespace(_ namespace: ContainerPlan) {
        emitComment(namespace.documentation, &out)
        out.print("const \(namespaceVariable(namespace)) = {")
        // Where the object is not seen, its constants are what is exported.
        for constant in namespace.constants where namespace.hasNamedExports {
            let line = "\(jsPropertyName(constant.jsName)): \(constant.crossing.spelling.literal(constant.value)),"
            out.indent { $0.print(line) }
        }
        for text in memberTexts(namespace) { out.indent { $0.print(text + ",") } }
        out.print("};")
        guard namespace.hasNamedExports else { return emitConstants(namespace, on: [namespaceVariable(namespace)]) }
        let names = namespace.exportedMembers.map { $0 == Naming.jsBinding($0) ? $0 : "\($0): \(Naming.jsBinding($0))" }
        out.print("const { \(names.joined(separator: ", ")) } = \(namespaceVariable(namespace));")
    }

    /// One whose members are exports has no name of its own.
    private func namespaceVariable(_ namespace: ContainerPlan) -> String {
        (namespace.hasNamedExports ? "$exports$" : "") + Naming.jsBinding(namespace.jsName)
    }

    /// All members but constructors and constants; overloads stand together where the first of them does.
    mutating func memberTexts(_ container: ContainerPlan) -> [String] {
        container.functions.compactMap { function in
            if function.kind == .constructor || !function.kind.isNamed { return nil }
            guard let overload = container.overload(of: function) else {
                return [memberText(function), assignmentText(function)].compactMap { $0 }.joined(separator: "\n")
            }
            return overload.symbols.first == function.symbol ? overloadText(overload, container) : nil
        }
    }

    private mutating func memberText(_ function: FunctionPlan) -> String {
        let modifier = function.isStatic ? "static " : ""
        let accessor = function.kind == .getter ? "get " : function.kind == .setter ? "set " : ""
        return functionText(function, "\(modifier)\(accessor)\(jsPropertyName(function.jsName))", end: "}")
    }

    /// A function of a class's static block, which reaches the private fields: `this` is the object.
    mutating func closureText(_ function: FunctionPlan, _ name: String) -> String {
        functionText(function, "const \(name) = function ", end: "};")
    }

    private mutating func functionText(_ function: FunctionPlan, _ head: String, end: String) -> String {
        var text = CodePrinter(unit: "  ")
        if function.kind != .setter { emitComment(function.documentation, &text) }
        let parameters = function.arguments.parameterList
        let view = "this.#\(viewField(function))"
        let (remembers, keeps) = (remembersView(function), keepsView(function))
        let finish: (String) -> String = { value in
            if remembers { return Self.finishView(value, view) }
            return keeps ? "return \(view) = \(value);" : "return \(value);"
        }
        if let owner = plan.definition(named: function.owner.name)?.exportedContainer, !standsOnProxies(owner) {
            viewFields(function).forEach { text.print($0) }
        }
        text.block("\(head)(\(parameters)) {", end: end) { text in
            emitOutermost(isPromised: function.isPromised, &text) { emitter, text in
                emitter.emitBody(of: function, view: view, finish: finish, &text)
            }
        }
        return text.text.dropLastNewline
    }

    /// Functions of JavaScript's that are to be called later are called when the outermost of these calls returns.
    mutating func emitOutermost(
        isPromised: Bool = false, _ text: inout CodePrinter, _ body: (inout JavaScriptEmitter, inout CodePrinter) -> Void
    ) {
        guard support.defersCallbacks else { return body(&self, &text) }
        use("deferred")
        text.block("return $outermost(() => {", end: isPromised ? "}, true);" : "});") { body(&self, &$0) }
    }

    private mutating func emitBody(
        of function: FunctionPlan, view: String, finish: (String) -> String, _ text: inout CodePrinter
    ) {
        if function.keepsView, function.isSameObject {
            text.print("if (#\(viewField(function)) in this && \(view)?.length) return \(view);")
        }
        if function.isPromised { return emitPromised(function, view: view, &text) }
        if function.kind == .getter, function.result.crossing.form.promised != nil {
            // Web IDL 3.7.6: whatever is wrong rejects.
            text.print("try {")
            text.indent { text in
                emitReceiverCheck(function, &text)
                emitCall(call(of: function, view: view, &text), finish: finish, &text)
            }
            return text.print("} catch ($failure$) {\n  return Promise.reject($failure$);\n}")
        }
        emitReceiverCheck(function, &text)
        emitCall(call(of: function, view: view, &text), finish: finish, &text)
        if function.returnsReceiver { text.print("return this;") }
    }

    private mutating func emitPromised(_ function: FunctionPlan, view: String, _ text: inout CodePrinter) {
        emitPromised(function.displayName, &text) { emitter, text in
            emitter.emitReceiverCheck(function, &text)
            emitter.emitPromisedCall(emitter.call(of: function, view: view, &text), &text)
        }
    }

    /// Whether the receiver is one at all is asked before anything else.
    func emitReceiverCheck(_ function: FunctionPlan, _ text: inout CodePrinter) {
        guard function.hasReceiver, !function.isTrap else { return }
        let (isOther, _) = looks(atReceiverOf: function)
        text.print(
            "if (\(isOther)) $refuse(this, \(jsLiteral(function.displayName)), \(Naming.jsBinding(function.owner.jsName)));")
    }

    /// The call behind a member, after the looks at its receiver that come first.
    func call(of function: FunctionPlan, view: String = "", _ text: inout CodePrinter) -> JSCall {
        var call = JSCall(
            symbol: function.symbol, receiver: nil, arguments: function.arguments, result: function.result,
            throwing: function.throwing, name: function.displayName,
            requiredCount: function.kind == .operation ? function.requiredCount : 0, isSetter: function.kind == .setter,
            remembersView: remembersView(function), forgetsView: function.remembersView && isCompact)
        guard function.hasReceiver else { return call }
        let display = jsLiteral(function.displayName)
        // Private fields of a proxy are slow, so its handler knows the address, too.
        let address = function.isTrap ? "this.address" : looks(atReceiverOf: function).address
        let look = "\(address) || $live(0, \(display), \(jsLiteral("this " + function.owner.jsName)))"
        if call.runsCode {
            call.receiver = .address(look: look)
        } else {
            text.print("const $address$ = \(look);")
            call.receiver = .plain("$address$")
        }
        if remembersView(function) { text.print("const $known$ = \(view)?.byteOffset > 0 ? \(view)Object : 0;") }
        return call
    }

    /// Whether the receiver is another object, and its address. Each member looks by itself, so that engines see one shape at each place.
    private func looks(atReceiverOf function: FunctionPlan) -> (isOther: String, address: String) {
        let owner = function.owner
        guard let member = plan.hierarchy.member(named: owner.name), !member.isRoot else {
            if isCompact { return ("!\(owner.test("this"))", "this.#address") }
            return ("typeof this !== \"object\" || this === null || !(#address in this)", "this.#address")
        }
        return ("!\(owner.test("this"))", owner.address(of: "this"))
    }

    /// Whether the object keeps the last view, which saves a look into the table of all views.
    private func remembersView(_ function: FunctionPlan) -> Bool { function.remembersView && !isCompact }

    private func keepsView(_ function: FunctionPlan) -> Bool { function.keepsView && (function.isSameObject || !isCompact) }

    /// The fields that keep the views of an object's attributes.
    func viewFields(_ container: ContainerPlan) -> [String] { container.functions.flatMap { viewFields($0) } }

    private func viewFields(_ function: FunctionPlan) -> [String] {
        let field = viewField(function)
        return (keepsView(function) ? ["#\(field) = null;"] : []) + (remembersView(function) ? ["#\(field)Object = 0;"] : [])
    }

    /// The private field that keeps the last view that an attribute gave.
    private func viewField(_ function: FunctionPlan) -> String { Naming.camelCase(function.jsName) + "View" }

    /// Keeps the view in the wrapper: a look there costs a fifth of one in the table of all views. A view that growth has detached begins
    /// at 0; where that happened during the call, its object came without the reference that another view needs.
    private static func finishView(_ value: String, _ view: String) -> String {
        """
        const $object$ = $shown();
        if ($object$ !== 0 && $object$ === $known$) {
          if (\(view).byteOffset > 0) return \(view);
          $wasm.retain($object$);
        }
        \(view)Object = $object$;
        return \(view) = \(value);
        """
    }

    /// A TSDoc comment; the text cannot close it.
    func emitComment(_ documentation: Documentation, _ text: inout CodePrinter) {
        let comment = tsDoc(documentation)
        if !comment.isEmpty { text.print(comment) }
    }
}

/// Documentation as a `/** … */` comment; empty where there is none.
package func tsDoc(_ documentation: Documentation, tags: [String] = []) -> String {
    var lines = documentation.text.map { $0.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) } ?? []
    if let deprecation = documentation.deprecation { lines.append("@deprecated \(deprecation)") }
    lines += tags
    guard !lines.isEmpty else { return "" }
    // A comment ends at the first */, so one inside the text is broken up; TSDoc reads &#42; as an asterisk.
    let safe = lines.map { line in line.split(separator: "*/", omittingEmptySubsequences: false).joined(separator: "*\\/") }
    if safe.count == 1 { return "/** \(safe[0]) */" }
    return "/**\n" + safe.map { $0.isEmpty ? " *" : " * \($0)" }.joined(separator: "\n") + "\n */"
}

extension [ArgumentPlan] {
    /// The parameters of a function. Its `length` counts those before the first that has a default (Web IDL 3.7.8: the required ones).
    var parameterList: String {
        let first = firstIndex { $0.isOptional }
        return enumerated().map { ($1.isVariadic ? "..." : "") + $1.jsName + ($0 == first ? " = undefined" : "") }.joined(
            separator: ", ")
    }
}
