package import BindgenIDL
import BindgenModel

/// A module as programs see it from another thread, `<package>/worker`: the members of what Swift implements, each with a number.
package struct RemotePlan: Sendable {
    package struct Member: Sendable {
        package enum Kind: Equatable, Sendable {
            case constructor, operation, read, write
            /// An iterator of what the object holds: `keys`, `values` or `entries`.
            case iterate(String)
            /// A view that stays in the worker: its number reads, the next two write, the last by moving.
            case view
            case json
        }
        package var kind: Kind
        package var number: Int
        /// The overloads; one alone where there are none.
        package var functions: [FunctionPlan]
        /// What may be in the place of each argument.
        package var arguments: [Argument]
        package var isVariadic = false
        package var result: RemoteForm

        /// The name in JavaScript.
        package var jsName: String
        package var displayName: String
        package var isStatic: Bool
        /// How many numbers it has.
        package var count: Int { kind == .view ? 3 : 1 }
    }

    package struct Argument: Equatable, Sendable {
        package var name: String
        package var form: RemoteForm
        /// `[Transfer]`
        package var isMoved = false
    }

    package struct Container: Sendable {
        package var plan: ContainerPlan
        package var members: [Member]
    }

    /// In IDL order, a parent before its children.
    package var containers: [Container] = []
    /// The first number after those of members: an iterator's step, and behind it its end.
    package var stepNumber = 1
    /// What members cannot be reached, by their container's name.
    fileprivate var refused: [String: Set<String>] = [:]

    package var members: [Member] { containers.flatMap(\.members) }
}

extension Planner {
    /// `[Transfer]` moves a buffer, or an object that can move.
    mutating func checkTransfer(_ crossing: Crossing, position: TypeSite.Position, _ site: TypeSite) {
        if position == .exportArgument {
            switch crossing.remote {
            case .bytes: return
            case .imported(_, let movement) where movement.canMove: return
            default: break
            }
        }
        report(
            "transfer-position",
            "[Transfer] moves something to a worker, so it stands on an argument of an exported member that is a typed array, a buffer, "
                + "or an object of an interface with [Transferable]",
            at: site.ofAttribute("Transfer"))
    }
}

/// Numbers the members of a module that can be reached from another thread; says of each other one why not, and what to write.
package func planRemote(_ plan: BindingPlan) -> (plan: RemotePlan, diagnostics: [Diagnostic]) {
    let planner = RemotePlanner(of: plan)
    return (planner.remote, planner.diagnostics)
}

extension BindingPlan {
    /// The module without the members that cannot be reached from another thread.
    package func part(_ remote: RemotePlan) -> BindingPlan {
        var plan = self
        plan.definitions = definitions.map { definition in
            guard case .container(let container) = definition else { return definition }
            return .container(container.without(remote.refused[container.name]))
        }
        return plan
    }
}

extension ContainerPlan {
    fileprivate func without(_ refused: Set<String>?) -> ContainerPlan {
        guard let refused else { return self }
        var container = self
        container.members.removeAll { refused.contains(RemotePlanner.key(of: $0)) }
        if namespace != nil { container.members = [] }
        container.namespace = nil
        return container
    }
}

private struct RemotePlanner {
    let plan: BindingPlan
    var remote = RemotePlan()
    var diagnostics: [Diagnostic] = []
    /// 0 is `init`.
    var next = 1
    /// The dictionaries and callbacks that are being looked at.
    private var open: Set<String> = []

    init(of plan: BindingPlan) {
        self.plan = plan
        for container in Self.parentsFirst(plan.containers.filter { !$0.isImported }) { add(container) }
        remote.stepNumber = next
        checkNames()
    }

    /// A class that extends another one stands behind it.
    private static func parentsFirst(_ containers: [ContainerPlan]) -> [ContainerPlan] {
        var sorted: [ContainerPlan] = []
        var seen: Set<String> = []
        for container in containers {
            for name in container.ancestors.reversed().map(\.name) + [container.name] where seen.insert(name).inserted {
                sorted += containers.filter { $0.name == name }
            }
        }
        return sorted
    }

    /// What overloads have in common.
    static func key(of member: MemberPlan) -> String {
        if case .constructor = member { return "constructor" }
        guard let function = member.function else { return member.name }
        return "\(function.isStatic) \(function.jsName)"
    }

    private mutating func refuse(_ what: String, _ alternative: String, at origin: Origin) {
        let message = "a worker cannot have \(what); \(alternative)"
        let isTold = diagnostics.contains { $0.message == message && $0.range.offsets == origin.range.offsets }
        if isTold { return }
        diagnostics.append(
            Diagnostic(.error, rule: "worker", message, at: origin.range, breadcrumb: origin.breadcrumb))
    }

    mutating func checkNames() {
        for container in remote.containers {
            let names = container.plan.hasNamedExports ? container.members.map(\.jsName) : [container.plan.jsName]
            guard names.contains("terminate"), let origin = container.members.first?.functions.first?.origin else { continue }
            refuse("an export `terminate` of yours", "it has one of its own; give this one a [JSName]", at: origin)
        }
    }

    // MARK: - Members

    mutating func add(_ container: ContainerPlan) {
        var members: [RemotePlan.Member] = []
        var seen: Set<String> = []
        for member in container.members {
            let (told, known, number) = (diagnostics.count, members.count, next)
            defer {
                if diagnostics.count > told {
                    remote.refused[container.name, default: []].insert(Self.key(of: member))
                    members.removeSubrange(known...)
                    next = number
                }
            }
            if let namespace = container.namespace {
                refuse("a class of the namespace \(namespace)", "leave [LegacyNamespace] out", at: member.origin)
                break
            }
            switch member {
            case .constructor(let function):
                if seen.insert("constructor").inserted {
                    append(.constructor, container.constructors, container, at: function.origin, to: &members)
                }
            case .operation(let function):
                guard seen.insert("\(function.isStatic) \(function.jsName)").inserted else { continue }
                let overloads = container.overload(of: function).map(container.functions(of:)) ?? [function]
                append(.operation, overloads, container, at: function.origin, to: &members)
            case .stringifier(let function, _):
                append(.operation, [function], container, at: function.origin, to: &members)
            case .attribute(let getter, let setter): addAttribute(getter, setter, container, to: &members)
            case .constant, .kept: break
            case .iteration(let iteration): addIteration(iteration, container, to: &members)
            case .properties(let properties):
                // With a name each is an operation besides.
                for (special, origin) in properties.unnamed {
                    let place = properties.isIndexed ? "index" : "name"
                    refuse(
                        "an unnamed \(special.rawValue) by \(place), since no property there is read at once",
                        "give it a name, by which programs call it", at: origin)
                }
            case .json(let names, let inherited, let origin): addJSON(inherited + names, container, origin, to: &members)
            }
        }
        remote.containers.append(
            RemotePlan.Container(plan: container.without(remote.refused[container.name]), members: members))
    }

    private mutating func addAttribute(
        _ getter: FunctionPlan, _ setter: FunctionPlan?, _ container: ContainerPlan, to members: inout [RemotePlan.Member]
    ) {
        if getter.isObservable {
            return refuse("an ObservableArray", "declare a sequence, or operations that change it", at: getter.origin)
        }
        if getter.forwardsTo != nil {
            return refuse(
                "an attribute with [PutForwards]", "declare an operation that sets what it forwards to", at: getter.origin)
        }
        let isView = getter.result.crossing.remote == .view && getter.hasReceiver
        append(isView ? .view : .read, [getter], container, at: getter.origin, to: &members)
        if let setter, !setter.isHidden { append(.write, [setter], container, at: setter.origin, to: &members) }
    }

    private mutating func addIteration(
        _ iteration: IterationPlan, _ container: ContainerPlan, to members: inout [RemotePlan.Member]
    ) {
        // That of an async_iterable is an operation of its own.
        if iteration.kind == .asyncIterable { return }
        let value = iteration.value.remote
        let key = iteration.key.map(\.remote) ?? (iteration.kind == .setlike ? value : .clone)
        let forms: [(String, RemoteForm)] = [
            ("entries", .iterator(key: key, value)), ("keys", .iterator(key: nil, key)), ("values", .iterator(key: nil, value)),
        ]
        for (name, form) in forms {
            check(form, toWorker: false, "what it iterates over", iteration.origin)
            members.append(
                RemotePlan.Member(
                    kind: .iterate(name), number: take(), functions: [], arguments: [], result: form, jsName: name,
                    displayName: "\(container.jsName).\(name)", isStatic: false))
        }
    }

    private mutating func addJSON(
        _ names: [String], _ container: ContainerPlan, _ origin: Origin, to members: inout [RemotePlan.Member]
    ) {
        let family = [container] + container.ancestors.compactMap { plan.definition(named: $0.name)?.exportedContainer }
        for case .attribute(let getter, _) in family.flatMap(\.members) where names.contains(getter.jsName) {
            if case .object = getter.result.crossing.remote {
                refuse("a toJSON with an object in it", "declare an operation that returns a dictionary", at: origin)
            }
        }
        members.append(
            RemotePlan.Member(
                kind: .json, number: take(), functions: [], arguments: [], result: .clone, jsName: "toJSON",
                displayName: "\(container.jsName).toJSON", isStatic: false))
    }

    private mutating func take(_ count: Int = 1) -> Int {
        defer { next += count }
        return next
    }

    private mutating func append(
        _ kind: RemotePlan.Member.Kind, _ functions: [FunctionPlan], _ container: ContainerPlan, at origin: Origin,
        to members: inout [RemotePlan.Member]
    ) {
        guard let first = functions.first else { return }
        if first.kind == .factory { return refuse("a factory function", "declare a constructor", at: origin) }
        var member = RemotePlan.Member(
            kind: kind, number: 0, functions: functions, arguments: [], result: .clone, jsName: first.jsName,
            displayName: first.displayName, isStatic: first.isStatic || !first.hasReceiver && kind != .constructor)
        member.arguments = arguments(of: functions)
        member.isVariadic = functions.contains { $0.arguments.last?.isVariadic ?? false }
        for function in functions { check(function) }
        if kind != .constructor, kind != .write {
            let results = functions.map { $0.returnsReceiver ? RemoteForm.clone : $0.result.crossing.remote }
            member.result = results[0]
            if results.contains(where: { $0 != results[0] }), let other = functions.last {
                refuse("overloads that return different kinds of values", "give them names of their own", at: other.origin)
            }
        }
        member.number = take(member.count)
        members.append(member)
    }

    /// Overloads have one list of arguments: where their types differ, whatever any of them takes.
    private mutating func arguments(of functions: [FunctionPlan]) -> [RemotePlan.Argument] {
        let count = functions.map(\.arguments.count).max() ?? 0
        return (0..<count).map { index in
            let all = functions.compactMap { index < $0.arguments.count ? $0.arguments[index] : nil }
            var forms: [RemoteForm] = []
            for argument in all {
                let form = argument.isSignal ? argument.crossing.remote : Self.form(of: argument)
                if !forms.contains(form) { forms.append(form) }
            }
            let others = forms.filter { $0 != .clone }
            if others.count > 1 || forms.count > 1 && others.first != .bytes, let function = functions.last {
                refuse(
                    "overloads that take different kinds of values in one place",
                    "declare one operation that takes a union, or give them names of their own", at: function.origin)
            }
            return RemotePlan.Argument(
                name: all.first?.name ?? "", form: others.first ?? .clone, isMoved: all.contains(where: \.isTransferred))
        }
    }

    /// Of variadic arguments, the form of each.
    private static func form(of argument: ArgumentPlan) -> RemoteForm {
        if argument.isVariadic, case .elements(let element) = argument.crossing.remote { return element }
        return argument.crossing.remote
    }

    // MARK: - Types

    private mutating func check(_ function: FunctionPlan) {
        for argument in function.arguments {
            if argument.isMethod {
                refuse(
                    "[This] on the argument \(argument.jsName)", "give the callback the object as an argument",
                    at: function.origin)
            }
            if argument.isTransferred { continue }
            check(argument.crossing.remote, toWorker: true, "the argument \(argument.name)", function.origin)
        }
        if function.kind == .constructor || function.kind == .setter { return }
        check(function.result.crossing.remote, toWorker: false, "the result", function.origin)
    }

    private mutating func check(_ form: RemoteForm, toWorker: Bool, _ place: String, _ origin: Origin) {
        switch form {
        case .clone, .bytes, .filled, .view, .object: break
        case .imported(let type, let movement):
            if toWorker && form.isSignal || movement.isCloned { return }
            if toWorker, movement.canMove {
                return refuse(
                    "\(type.jsName) as \(place), of which there is one alone",
                    "pass it as an argument with [Transfer], by which it moves", at: origin)
            }
            refuse("\(type.jsName) as \(place), which stays in its thread", "pass what is needed of it", at: origin)
        case .function(let name):
            guard toWorker else {
                return refuse("a function of Swift's as \(place)", "declare an operation in its place", at: origin)
            }
            checkCallback(name, place, origin)
        case .members(let name): checkDictionary(name, toWorker: toWorker, place, origin)
        case .elements(let element), .values(let element): check(element, toWorker: toWorker, place, origin)
        case .choice(let options): for option in options { check(option.form, toWorker: toWorker, place, origin) }
        case .member(let name):
            guard open.insert(name).inserted else { return }
            defer { open.remove(name) }
            check(plan.remote(ofUnion: name), toWorker: toWorker, place, origin)
        case .iterator(let key, let element):
            if toWorker { return checkStream(of: element, "an async_sequence", place, origin) }
            if let key { check(key, toWorker: false, place, origin) }
            check(element, toWorker: false, place, origin)
        case .stream(let element): checkStream(of: element, "a stream", place, origin)
        case .promised(let value):
            if toWorker { return refuse("a promise as \(place)", "pass its value", at: origin) }
            check(value, toWorker: false, place, origin)
        case .refused(let what, let alternative): refuse("\(what) as \(place)", alternative, at: origin)
        }
    }

    /// What goes through a stream is cloned.
    private mutating func checkStream(of element: RemoteForm, _ what: String, _ place: String, _ origin: Origin) {
        if isData(element) { return }
        refuse("\(what) of what is no data as \(place)", "let it give numbers, texts, bytes or dictionaries of these", at: origin)
    }

    private func isData(_ form: RemoteForm, _ open: Set<String> = []) -> Bool {
        switch form {
        case .clone, .bytes: return true
        case .imported(_, let movement): return movement.isCloned
        case .elements(let inner), .values(let inner): return isData(inner, open)
        case .choice(let options): return options.allSatisfy { isData($0.form, open) }
        case .member(let name): return open.contains(name) || isData(plan.remote(ofUnion: name), open.union([name]))
        case .members(let name):
            if open.contains(name) { return true }
            guard case .dictionary(let dictionary) = plan.definition(named: name) else { return false }
            return dictionary.members.allSatisfy { isData($0.crossing.remote, open.union([name])) }
        case .filled, .view, .object, .function, .iterator, .stream, .promised, .refused: return false
        }
    }

    private mutating func checkCallback(_ name: String, _ place: String, _ origin: Origin) {
        guard case .callback(let callback) = plan.definition(named: name), open.insert(name).inserted else { return }
        defer { open.remove(name) }
        for argument in callback.arguments {
            check(argument.crossing.remote, toWorker: false, "the argument \(argument.jsName) of \(name)", origin)
        }
        if callback.isPromised {
            if case .promised(let value) = callback.exportResult.crossing.remote {
                check(value, toWorker: true, "what \(name) answers", origin)
            }
        } else if !callback.importResult.crossing.isNothing {
            refuse(
                "\(name) as \(place), since no other thread can answer at once",
                "let the callback return undefined, or a Promise", at: origin)
        }
    }

    private mutating func checkDictionary(_ name: String, toWorker: Bool, _ place: String, _ origin: Origin) {
        guard case .dictionary(let dictionary) = plan.definition(named: name), open.insert(name).inserted else { return }
        defer { open.remove(name) }
        for member in dictionary.members {
            check(member.crossing.remote, toWorker: toWorker, "\(name).\(member.name)", origin)
        }
    }
}
