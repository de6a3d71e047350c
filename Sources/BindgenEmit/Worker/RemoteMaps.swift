import BindgenABI

/// What becomes of values on one of the two sides of a worker: an expression for a function for each form, none where a value goes as it is.
///
/// Both sides have functions of the same names for the same forms (`js-runtime/worker`), which is what keeps them alike.
struct RemoteMaps {
    enum Side {
        case client, worker
    }
    let side: Side
    let plan: BindingPlan
    /// The parts of the runtime that the expressions name.
    private(set) var parts: Set<String> = []
    /// The functions of dictionaries, each once.
    private(set) var functions: [(name: String, text: String)] = []
    private var known: Set<String> = []

    init(_ side: Side, _ plan: BindingPlan) {
        self.side = side
        self.plan = plan
    }

    private var prefix: String { side == .client ? "remote" : "serve" }

    mutating func use(_ names: String...) { parts.formUnion(names) }

    /// The variable of a class or an error, which hides no global that the runtime names.
    static func local(_ name: String) -> String {
        let binding = Naming.jsBinding(name)
        return globals.contains(binding) ? binding + "$" : binding
    }

    private static let globals: Set<String> = [
        "AbortController", "AbortSignal", "Atomics", "DOMException", "DataView", "EvalError", "ReferenceError", "SyntaxError",
        "URIError", "WeakMap", "Worker", "performance", "queueMicrotask", "terminate",
    ]

    /// Whether some value of the form is found by a number, so that whoever gets it has to look it up.
    private func isLookedUp(_ form: RemoteForm, _ open: Set<String> = []) -> Bool {
        switch form {
        case .object, .function, .iterator: return true
        case .imported: return form.isSignal
        case .clone, .bytes, .filled, .view, .stream, .refused: return false
        case .elements(let inner), .values(let inner), .promised(let inner): return isLookedUp(inner, open)
        case .choice(let options): return options.contains { isLookedUp($0.form, open) }
        case .member(let name): return !open.contains(name) && isLookedUp(plan.remote(ofUnion: name), open.union([name]))
        case .members(let name):
            guard !open.contains(name), case .dictionary(let dictionary) = plan.definition(named: name) else { return false }
            return dictionary.members.contains { isLookedUp($0.crossing.remote, open.union([name])) }
        }
    }

    // MARK: - Values that go

    /// - Parameter name: of the argument or member, for messages.
    mutating func lower(_ form: RemoteForm, name: String, isMoved: Bool = false) -> String? {
        switch form {
        case .clone, .refused: return nil
        case .bytes:
            if side == .worker { return used("serve-bytes", "$give") }
            return isMoved ? used("remote-move", "$move") : used("remote-bytes", "$cut")
        case .filled: return side == .client ? used("remote-into", "$into") : used("serve-bytes", "$give")
        case .view: return side == .worker ? used("serve-view", "$copy") : nil
        case .object(let type):
            if side == .client { return used("remote-number", "$number(\(Self.local(type.jsName)), \(jsLiteral(name)))") }
            return isHeir(type) ? used("serve-heir", "$heir") : used("serve-objects", "$number")
        case .imported(let type, _):
            if form.isSignal { return side == .client ? used("remote-signal", "$signal(\(jsLiteral(name)))") : nil }
            return isMoved ? used("remote-transfer", "$transfer(\(jsLiteral(type.jsName)))") : nil
        case .stream: return side == .client ? used("remote-stream", "$stream") : used("serve-stream", "$hand")
        case .function(let callback): return lowerFunction(callback, name)
        case .members(let dictionary): return members(dictionary, isLowered: true)
        case .elements(let element):
            let inner = lower(element, name: name)
            if side == .worker { return inner.map { used("serve-values", "$list(\($0))") } }
            return used("remote-values", "$list(\(inner ?? ""))")
        case .values(let value): return lower(value, name: name).map { used("\(prefix)-record", "$record(\($0))") }
        case .choice(let options): return lower(options, form, name)
        case .member(let union): return member(ofUnion: union, isLowered: true)
        case .iterator where side == .client: return used("remote-stream", "$streamOf")
        case .iterator(let key, let element):
            if let key {
                let pair = pair(lower(key, name: name), lower(element, name: name))
                return used("serve-iterator", "$iterator(\(pair))")
            }
            return used("serve-iterator", "$iterator(\(lower(element, name: name) ?? ""))")
        case .promised(let value): return lower(value, name: name)
        }
    }

    private mutating func pair(_ key: String?, _ value: String?) -> String {
        key == nil && value == nil ? "" : used("\(prefix)-tuple", "$tuple([\(key ?? "0"), \(value ?? "0")])")
    }

    private mutating func used(_ part: String, _ expression: String) -> String {
        use(part)
        return expression
    }

    private func isHeir(_ type: ClassName) -> Bool { plan.hierarchy.member(named: type.name)?.hasDescendants ?? false }

    private mutating func lowerFunction(_ name: String, _ argument: String) -> String? {
        guard side == .client, case .callback(let callback) = plan.definition(named: name) else { return nil }
        let lifts = list(callback.arguments.map { lift(argument: $0) })
        var lower: String?
        if callback.isPromised, case .promised(let value) = callback.exportResult.crossing.remote {
            lower = self.lower(value, name: name)
            use("remote-answers")
        }
        var parts = [jsLiteral(argument), lifts ?? "undefined", lower ?? "undefined"]
        while parts.last == "undefined" { parts.removeLast() }
        let function = used("remote-functions", "$function(\(parts.joined(separator: ", ")))")
        guard case .interface(let operation) = callback.kind else { return function }
        return used("remote-operation", "$operation(\(jsLiteral(operation)), \(jsLiteral(argument)), \(function))")
    }

    private mutating func lower(_ options: [RemoteForm.Option], _ form: RemoteForm, _ name: String) -> String? {
        let maps = options.map { lower($0.form, name: name) }
        if maps.allSatisfy({ $0 == nil }) { return nil }
        use("choice")
        let tests = zip(options, maps).sorted { $0.0.kind.rank < $1.0.kind.rank }
        let texts = tests.map { option, map in "[\(test(option)), \(map ?? "0")]" }
        // The index of the option, in the order in which they are tried.
        return "$choice(\(isLookedUp(form)), [\(texts.joined(separator: ", "))])"
    }

    private func test(_ option: RemoteForm.Option) -> String {
        switch option.kind {
        case .object(let type):
            return "(value) => value instanceof \(side == .client ? Self.local(type.jsName) : jsMember("$module", type.jsName))"
        case .importedObject(let type): return "(value) => value instanceof \(Naming.jsBinding(type.jsName))"
        case .buffer: return "$isBytes"
        case .callable: return "(value) => typeof value === \"function\""
        case .iterable: return "$iterates"
        case .tagged(let values):
            let tag = jsMember("value", option.tag ?? "")
            return "(value) => [\(values.map(jsLiteral).joined(separator: ", "))].includes(\(tag))"
        case .dictionary, .record, .anyObject: return "(value) => typeof value === \"object\""
        case .boolean, .number, .bigint, .string, .symbol: return "(value) => typeof value !== \"object\""
        }
    }

    // MARK: - Values that come

    mutating func lift(_ form: RemoteForm) -> String? {
        switch form {
        case .clone, .refused, .bytes, .filled, .view, .stream: return nil
        case .object(let type):
            if side == .worker { return used("serve-object", "$object") }
            return isHeir(type) ? used("remote-heir", "$heir") : used("remote-object", "$object(\(Self.local(type.jsName)))")
        case .imported: return form.isSignal && side == .worker ? used("serve-signal", "$signal") : nil
        case .function(let name): return liftFunction(name)
        case .members(let name): return isLookedUp(form) ? members(name, isLowered: false) : nil
        case .elements(let element): return lift(element).map { used("\(prefix)-values", "$list(\($0))") }
        case .values(let value): return lift(value).map { used("\(prefix)-record", "$record(\($0))") }
        case .choice(let options):
            guard isLookedUp(form) else { return nil }
            let maps = options.sorted { $0.kind.rank < $1.kind.rank }.map { lift($0.form) ?? "0" }
            return used("choice", "$chosen([\(maps.joined(separator: ", "))])")
        case .member(let union): return member(ofUnion: union, isLowered: false)
        case .iterator: return side == .client ? used("remote-iterator", "$iterator") : nil
        case .promised(let value): return lift(value)
        }
    }

    /// What lifts the elements of an iterator.
    mutating func liftElement(_ form: RemoteForm) -> String? {
        guard case .iterator(let key, let element) = form else { return nil }
        guard let key else { return lift(element) }
        let text = pair(lift(key), lift(element))
        return text.isEmpty ? nil : text
    }

    private mutating func lift(argument: ArgumentPlan) -> String? {
        if argument.isVariadic, case .elements(let element) = argument.crossing.remote { return lift(element) }
        return lift(argument.crossing.remote)
    }

    private mutating func liftFunction(_ name: String) -> String? {
        guard side == .worker, case .callback(let callback) = plan.definition(named: name) else { return nil }
        use("serve-functions")
        let lowers = list(
            callback.arguments.map { argument in
                let form = argument.crossing.remote
                if argument.isVariadic, case .elements(let element) = form { return lower(element, name: "") }
                return lower(form, name: "")
            })
        guard callback.isPromised else { return "$function(\(lowers ?? ""))" }
        use("serve-answers", "serve-thrown")
        var lift: String?
        if case .promised(let value) = callback.exportResult.crossing.remote { lift = self.lift(value) }
        return "$function(\(lowers ?? "undefined"), $asks(\(lift ?? "")))"
    }

    /// The expressions of a list of arguments; nil where all go as they are.
    func list(_ maps: [String?]) -> String? {
        maps.allSatisfy { $0 == nil } ? nil : "[\(maps.map { $0 ?? "0" }.joined(separator: ", "))]"
    }

    // MARK: - Dictionaries, and unions inside themselves

    private mutating func member(ofUnion name: String, isLowered: Bool) -> String? {
        let form = plan.remote(ofUnion: name)
        if !(isLowered && side == .client), !(isLowered ? holdsOthers(form) : isLookedUp(form)) { return nil }
        let function = "$\(isLowered ? "lower" : "lift")$\(Naming.jsBinding(name))"
        guard known.insert(function).inserted else { return function }
        guard let body = isLowered ? lower(form, name: name) : lift(form) else { return nil }
        functions.append((function, "const \(function) = (value, context) => \(body)(value, context);"))
        return function
    }

    private mutating func members(_ name: String, isLowered: Bool) -> String? {
        guard case .dictionary(let dictionary) = plan.definition(named: name) else { return nil }
        let form = RemoteForm.members(name)
        // The client takes the members and nothing else of an object; in the worker there is nothing else.
        let isWhole = side == .client
        if !(isLowered && isWhole), !(isLowered ? holdsOthers(form) : isLookedUp(form)) { return nil }
        let function = "$\(isLowered ? "lower" : "lift")$\(Naming.jsBinding(name))"
        guard known.insert(function).inserted else { return function }
        var texts: [String] = []
        for member in dictionary.crossing.readOrder.map({ dictionary.members[$0] }) {
            var map = isLowered ? lower(member.crossing.remote, name: "\(name).\(member.name)") : lift(member.crossing.remote)
            if isWhole, member.isMethod, let inner = map {
                map = "(value, context, object) => \(inner)(value.bind(object), context)"
            }
            if dictionary.crossing.isTuple {
                texts.append(map ?? "0")
            } else if isWhole || map != nil {
                texts.append("\(jsPropertyName(member.name)): \(map ?? "0")")
            }
        }
        let list = texts.joined(separator: ", ")
        use(dictionary.crossing.isTuple ? "\(prefix)-tuple" : "\(prefix)-members")
        let body = dictionary.crossing.isTuple ? "$tuple([\(list)])(value, context)" : "$pick$(value, context, { \(list) })"
        functions.append((function, "const \(function) = (value, context) => \(body);"))
        return function
    }

    /// Whether values of the form, in the worker, are more than their clones.
    private func holdsOthers(_ form: RemoteForm, _ open: Set<String> = []) -> Bool {
        switch form {
        case .clone, .imported, .refused: return false
        case .bytes, .filled, .view, .object, .function, .iterator, .stream: return true
        case .elements(let inner), .values(let inner), .promised(let inner): return holdsOthers(inner, open)
        case .choice(let options): return options.contains { holdsOthers($0.form, open) }
        case .member(let name): return !open.contains(name) && holdsOthers(plan.remote(ofUnion: name), open.union([name]))
        case .members(let name):
            guard !open.contains(name), case .dictionary(let dictionary) = plan.definition(named: name) else { return false }
            return dictionary.members.contains { holdsOthers($0.crossing.remote, open.union([name])) }
        }
    }
}

extension UnionCrossing.Kind {
    /// The order in which values are asked what they are: what is a special case stands before the general one.
    fileprivate var rank: Int {
        switch self {
        case .object, .importedObject: 0
        case .buffer, .callable: 1
        case .iterable, .tagged: 2
        case .dictionary, .record, .anyObject: 3
        case .boolean, .number, .bigint, .string, .symbol: 4
        }
    }
}
