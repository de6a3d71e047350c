package import BindgenABI
import BindgenModel

/// What `<package>/worker` loads beside the program: classes and functions of the module's names whose members ask a worker.
///
/// As the glue itself it is one function, `$create`; its argument makes a worker.
package func emitRemoteClient(
    _ plan: BindingPlan, _ remote: RemotePlan, sourceName: String, runtime: RuntimeLibrary, hasPool: Bool
) -> String {
    var emitter = RemoteClientEmitter(plan: plan, remote: remote, maps: RemoteMaps(.client, plan))
    return emitter.emitFile(sourceName: sourceName, runtime: runtime, hasPool: hasPool)
}

private struct RemoteClientEmitter {
    let plan: BindingPlan
    let remote: RemotePlan
    var maps: RemoteMaps
    var out = CodePrinter(unit: "  ")
    /// The classes that inherit or are inherited from have constructors that make no object for one further down.
    private let token = "$inherits"

    init(plan: BindingPlan, remote: RemotePlan, maps: RemoteMaps) {
        self.plan = plan
        self.remote = remote
        self.maps = maps
    }

    mutating func emitFile(sourceName: String, runtime: RuntimeLibrary, hasPool: Bool) -> String {
        for callback in plan.exportedCallbacks {
            let local = RemoteMaps.local(callback.name)
            out.print("const \(local) = {};")
            emitConstants(callback.constants, on: [local])
        }
        for container in remote.containers { emit(container) }
        emitTables()
        maps.use("remote", "remote-error", hasPool ? "pool" : "one")
        if !plan.errors.isEmpty { maps.use("error-class") }
        for error in plan.errors { maps.use(error.isCode ? "code-error" : "fields-error") }
        var needed = runtime.closure(of: maps.parts)
        for part in ["objects", "functions", "answers"] where !needed.contains("remote-\(part)") { needed.insert("no-\(part)") }
        var body = CodePrinter(unit: "  ")
        body.print(
            """
            \(generatedHeader(sourceName))

            const $fingerprint = "bindgen:\(plan.fingerprint)";

            """)
        body.block("export const $create = ($spawn) => {", end: "};") { body in
            for part in runtime.parts where needed.contains(part.name) { body.print(part.text.dropLastNewline) }
            emitErrors(&body)
            if maps.parts.contains("remote-objects"), !plan.hierarchy.members.isEmpty { body.print("const \(token) = Symbol();") }
            body.print(out.text.dropLastNewline)
            let bindings = plan.remoteNames.map { $0.js == $0.local ? $0.js : "\($0.js): \($0.local)" }
            body.print("return { \((["init: $init", "terminate: $terminate"] + bindings).joined(separator: ", ")) };")
        }
        return body.text
    }

    private func emitErrors(_ body: inout CodePrinter) {
        var revived: [String] = []
        for error in plan.errors {
            let local = RemoteMaps.local(error.name)
            let parent = error.parent.map { ", \(RemoteMaps.local($0))" } ?? ""
            body.print("const \(local) = \(error.isCode ? "$codeError" : "$fieldsError")(\(jsLiteral(error.name))\(parent));")
            let made = error.isCode ? "new \(local)(fields.code, { message })" : "new \(local)({ ...fields, message, name })"
            revived.append("\(jsPropertyName(error.name)): (message, fields, name) => \(made)")
        }
        if revived.isEmpty { return body.print("const $revived = undefined;") }
        body.print("const $classes = { __proto__: null, \(revived.joined(separator: ", ")) };")
        body.print("const $revived = (made, ...parts) => $classes[made]?.(...parts);")
    }

    /// Behind the classes, which they name.
    private mutating func emitTables() {
        var lines: [String] = []
        for member in remote.members { lines += entries(member) }
        for function in maps.functions { out.print(function.text) }
        if maps.parts.contains("remote-heir") {
            let heirs = plan.hierarchy.members.map { RemoteMaps.local($0.type.jsName) }
            out.print("const $heirs = [\(heirs.joined(separator: ", "))];")
        }
        lines.insert("[\"init\", \(plan.hasThreads ? 3 : 2)],", at: 0)
        if maps.parts.contains("remote-iterator") { lines.append("[\"next\", 0],\n[\"return\", 0],") }
        out.print("/** Of each member its name, the number of its arguments, and what becomes of them and of its result. */")
        out.block("const $members = [", end: "];") { out in lines.forEach { out.print($0) } }
    }

    private mutating func entries(_ member: RemotePlan.Member) -> [String] {
        let name = jsLiteral(member.displayName)
        if member.kind == .view {
            maps.use("remote-view")
            return ["[\(name), 2],", "[\(name), 2, [$cutArray, 0]],", "[\(name), 2, [$move, 0]],"]
        }
        let lowers = maps.list(
            member.arguments.map { argument in
                maps.lower(argument.form, name: argument.name, isMoved: argument.isMoved)
            })
        var lift = member.kind == .constructor || member.kind == .write ? nil : maps.lift(member.result)
        if member.arguments.contains(where: { $0.form == .filled }) { lift = "$filled(\(lift ?? ""))" }
        let count = member.isVariadic ? "Infinity" : "\(member.arguments.count)"
        var parts = [name, count, lowers ?? "undefined", lift ?? "undefined"]
        while parts.last == "undefined" { parts.removeLast() }
        return ["[\(parts.joined(separator: ", "))],"]
    }

    // MARK: - Definitions

    private mutating func emit(_ container: RemotePlan.Container) {
        let plan = container.plan
        if plan.kind == .interface { return emitClass(container) }
        let local = RemoteMaps.local(plan.jsName)
        if plan.hasNamedExports {
            for constant in plan.constants {
                out.print("const \(RemoteMaps.local(constant.jsName)) = \(constant.crossing.spelling.literal(constant.value));")
            }
            for member in container.members {
                // A method has no `prototype` and cannot be called by `new`, as the module's own.
                let name = RemoteMaps.local(member.jsName)
                let text = method(member, container, key: jsPropertyName(member.jsName))
                out.print("const { \(jsPropertyName(member.jsName)): \(name) } = {\n  \(text),\n};")
            }
            return
        }
        var texts: [String] = []
        for member in container.members { texts.append(method(member, container, key: jsPropertyName(member.jsName)) + ",") }
        out.block("const \(local) = {", end: "};") { out in texts.forEach { out.print($0) } }
        emitConstants(plan.constants, on: [local])
    }

    private mutating func emitClass(_ container: RemotePlan.Container) {
        maps.use("remote-objects")
        let plan = container.plan
        let local = RemoteMaps.local(plan.jsName)
        let parent = plan.parent.map { " extends \(RemoteMaps.local($0.jsName))" } ?? ""
        var texts = [constructor(container)]
        for member in container.members where member.kind != .constructor {
            let text = method(member, container, key: jsPropertyName(member.jsName))
            texts.append((member.isStatic ? "static " : "") + text)
        }
        if plan.parent == nil { texts.append("dispose() {\n  $disposeOf(this, \(local));\n}") }
        texts += iteration(container)
        out.block("class \(local)\(parent) {") { out in texts.forEach { out.print($0) } }
        if plan.parent == nil {
            out.print(
                "if (Symbol.dispose) $define(\(local).prototype, Symbol.dispose, \(local).prototype.dispose);"
            )
        }
        for function in plan.functions where function.isDisposer {
            // The member first, then the object ends, in the worker as in the program.
            let (symbol, prefix) = function.isPromised ? ("asyncDispose", "async ") : ("dispose", "")
            let call = "\(function.isPromised ? "await " : "")\(jsMember("this", function.jsName))();"
            out.print("if (Symbol.\(symbol)) $define(\(local).prototype, Symbol.\(symbol), \(prefix)function () {")
            out.print("  \(call)\n  this.dispose();\n});")
        }
        if local != plan.jsName {
            out.print("$define(\(local), \"name\", \(jsLiteral(plan.jsName)));")
        }
        emitConstants(plan.constants, on: [local, "\(local).prototype"])
    }

    private mutating func emitConstants(_ constants: [ConstantPlan], on objects: [String]) {
        guard !constants.isEmpty else { return }
        let values = constants.map { constant in
            let literal = constant.crossing.spelling.literal(constant.value)
            return "\(jsPropertyName(constant.jsName)): { value: \(literal), enumerable: true }"
        }
        for object in objects { out.print("Object.defineProperties(\(object), { \(values.joined(separator: ", ")) });") }
    }

    private func constructor(_ container: RemotePlan.Container) -> String {
        let plan = container.plan
        let isInherited = self.plan.hierarchy.member(named: plan.name) != nil
        let member = container.members.first { $0.kind == .constructor }
        var lines = plan.parent == nil ? [] : ["super(\(token));"]
        if isInherited { lines.append("if (arguments[0] === \(token)) return;") }
        lines.append(
            member.map { "$make(\($0.number), this, arguments);" }
                ?? "throw new TypeError(\"\(plan.jsName) has no constructor; \(plan.jsName) objects come from other members\");")
        let parameters = member.flatMap(parameters) ?? ""
        return "constructor(\(parameters)) {\n  \(lines.joined(separator: "\n  "))\n}"
    }

    private func parameters(_ member: RemotePlan.Member) -> String? {
        member.functions.count == 1 ? member.functions[0].arguments.parameterList : nil
    }

    private mutating func method(_ member: RemotePlan.Member, _ container: RemotePlan.Container, key: String) -> String {
        let local = RemoteMaps.local(container.plan.jsName)
        let hasReceiver = container.plan.kind == .interface && !member.isStatic
        func call(_ given: String) -> String {
            hasReceiver ? "$call(\(member.number), this, \(given), \(local))" : "$call(\(member.number), undefined, \(given))"
        }
        switch member.kind {
        case .constructor: return ""
        case .read: return "get \(key)() {\n  return \(call("[]"));\n}"
        case .write: return "set \(key)(value) {\n  \(call("[value]"));\n}"
        case .view: return "get \(key)() {\n  return $view(\(member.number), this, \(local));\n}"
        case .json: return "toJSON() {\n  return \(call("[]"));\n}"
        case .iterate: return "\(key)() {\n  return \(iterate(call("[]"), member.result));\n}"
        case .operation:
            var text = call("arguments")
            if case .iterator = member.result { text = iterate(text, member.result) }
            if member.functions[0].returnsReceiver { text += ".then(() => this)" }
            return "\(key)(\(parameters(member) ?? "")) {\n  return \(text);\n}"
        }
    }

    private mutating func iterate(_ started: String, _ form: RemoteForm) -> String {
        let lift = maps.liftElement(form).map { ", \($0)" } ?? ""
        maps.use("remote-iterator")
        return "$iterate(\(remote.stepNumber), \(started)\(lift))"
    }

    /// What iterates by the members that give iterators.
    private func iteration(_ container: RemotePlan.Container) -> [String] {
        container.plan.members.flatMap { member -> [String] in
            guard case .iteration(let plan) = member else { return [] }
            let isPair = plan.key != nil
            let values = "[Symbol.asyncIterator](...given) {\n  return this.\(isPair ? "entries" : "values")(...given);\n}"
            if plan.kind == .asyncIterable {
                guard isPair else { return [values] }
                let parts = [("keys", 0), ("values", 1)].map { name, index in
                    "async *\(name)(...given) {\n  for await (const pair of this.entries(...given)) yield pair[\(index)];\n}"
                }
                return [values] + parts
            }
            return [
                values,
                """
                async forEach(callback, thisArg = undefined) {
                  if (typeof callback !== "function") throw new TypeError("\(container.plan.jsName).forEach: callback must be a function");
                  for await (const [key, value] of this.entries()) callback.call(thisArg, value, key, this);
                }
                """,
            ]
        }
    }
}

extension BindingPlan {
    /// What `<package>/worker` exports besides, which is what the module exports, with the variables inside.
    var remoteNames: [(js: String, local: String)] {
        exportedNames.map { ($0.js, RemoteMaps.local($0.js)) }
    }
}
