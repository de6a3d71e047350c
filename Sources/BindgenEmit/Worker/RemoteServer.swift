package import BindgenABI

/// What a worker of `<package>/worker` does with the module: the other half of `emitRemoteClient`.
package func emitRemoteServer(
    _ plan: BindingPlan, _ remote: RemotePlan, sourceName: String, runtime: RuntimeLibrary
) -> String {
    var emitter = RemoteServerEmitter(plan: plan, remote: remote, maps: RemoteMaps(.worker, plan))
    return emitter.emitFile(sourceName: sourceName, runtime: runtime)
}

private struct RemoteServerEmitter {
    let plan: BindingPlan
    let remote: RemotePlan
    var maps: RemoteMaps

    mutating func emitFile(sourceName: String, runtime: RuntimeLibrary) -> String {
        var lines: [String] = []
        for container in remote.containers { for member in container.members { lines += entries(member, container) } }
        maps.use("serve")
        if remote.members.contains(where: { $0.kind == .constructor }) { maps.use("serve-objects") }
        var needed = runtime.closure(of: maps.parts)
        for (part, absence) in [
            ("serve-objects", "no-objects"), ("serve-functions", "no-functions"), ("serve-answers", "no-answers"),
            ("serve-signal", "no-signals"),
        ] where !needed.contains(part) { needed.insert(absence) }
        var body = CodePrinter(unit: "  ")
        body.print(
            """
            \(generatedHeader(sourceName))

            """)
        body.block("export const $serve = ($port, $module) => {", end: "};") { body in
            for part in runtime.parts where needed.contains(part.name) { body.print(part.text.dropLastNewline) }
            for function in maps.functions { body.print(function.text) }
            if maps.parts.contains("serve-heir") {
                let classes = plan.hierarchy.members.map { jsMember("$module", $0.type.jsName) }
                body.print("const $heirs = [\(classes.joined(separator: ", "))];")
            }
            body.print("/** Of each member: what it does, its arguments, its result, and whether it makes an object. */")
            body.block("const $members = [", end: "];") { body in
                let (given, options) = plan.hasThreads ? (", threads", ", { threads }") : ("", "")
                body.print("[([source, buffer\(given)]) => ($share(buffer), $module.init(source\(options)))],")
                lines.forEach { body.print($0) }
                if maps.parts.contains("serve-iterator") {
                    body.print("[(given, iterator) => iterator.next(), undefined, $step],")
                    body.print("[(given, iterator) => iterator.return()],")
                }
            }
            body.print("$port.post(\"bindgen:\(plan.fingerprint)\");")
        }
        return body.text
    }

    private mutating func entries(_ member: RemotePlan.Member, _ container: RemotePlan.Container) -> [String] {
        let plan = container.plan
        let owner = plan.hasNamedExports ? "$module" : jsMember("$module", plan.jsName)
        let hasReceiver = plan.kind == .interface && !member.isStatic
        let place = jsMember(hasReceiver ? "object" : owner, member.jsName)
        let parameters = hasReceiver ? "(given, object)" : "(given)"
        if member.kind == .view {
            let lower = maps.lower(member.result, name: "") ?? "0"
            let write = "[\(parameters) => \(place).set(...given)],"
            return ["[\(parameters) => \(place)?.subarray(...given) ?? null, undefined, \(lower)],", write, write]
        }
        let lifts = maps.list(member.arguments.map { maps.lift($0.form) })
        var lower = result(of: member)
        var run: String
        switch member.kind {
        case .constructor: return ["[(given) => new \(owner)(...given), \(lifts ?? "undefined"), undefined, true],"]
        case .operation, .json: run = "\(parameters) => \(place)(...given)"
        case .iterate(let name): run = "\(parameters) => object.\(name)()"
        case .read: run = "\(parameters) => \(place)"
        case .write: run = "\(parameters) => void (\(place) = given[0])"
        case .view: return []
        }
        let filled = member.arguments.indices.filter { member.arguments[$0].form == .filled }
        if !filled.isEmpty {
            maps.use("serve-into")
            run = "\(parameters) => [\(place)(...given), \(filled.map { "given[\($0)]" }.joined(separator: ", "))]"
            lower = "$filled(\(lower ?? ""))"
        }
        var parts = [run, lifts ?? "undefined", lower ?? "undefined"]
        while parts.last == "undefined" { parts.removeLast() }
        return ["[\(parts.joined(separator: ", "))],"]
    }

    private mutating func result(of member: RemotePlan.Member) -> String? {
        if member.kind == .write || member.kind == .constructor { return nil }
        let function = member.functions.first
        if function?.returnsReceiver ?? false { return "() => undefined" }
        // What the glue keeps is not given away.
        if function?.isSameObject ?? false, member.result == .bytes { return maps.lower(.view, name: "") }
        return maps.lower(member.result, name: "")
    }
}
