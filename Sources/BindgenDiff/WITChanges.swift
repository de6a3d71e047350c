import BindgenIDL
package import BindgenModel
package import BindgenWIT

/// One state of a module's IDL as a component.
package struct WITRevision: Sendable {
    let model: WITModel
    /// Where each definition stands, by its label.
    let ranges: [String: SourceRange]

    package init(_ module: ResolvedModule, _ model: WITModel) {
        self.model = model
        var ranges: [String: SourceRange] = [:]
        for declaration in module.declarations {
            guard let label = WITName.label(declaration.name) else { continue }
            ranges[label] = declaration.origin.range
        }
        self.ranges = ranges
    }

    /// Interfaces of functions, and what the other ones declare, each by its own label.
    fileprivate var definitions: [WITDefinition] {
        model.interfaces.flatMap { interface -> [WITDefinition] in
            if interface.kind == nil { return [WITDefinition(isImported: interface.isImported, content: .interface(interface))] }
            return interface.items.map { WITDefinition(isImported: interface.isImported, content: .item($0)) }
        }
    }
}

/// What changed for who calls a component, or hosts it, the greatest level first.
package func diff(_ old: WITRevision, _ new: WITRevision) -> [Change] {
    var comparison = WITComparison(old: old, new: new)
    comparison.compare()
    return comparison.changes.sorted { $0.level > $1.level }
}

private struct WITDefinition {
    enum Content {
        case interface(WITInterface)
        case item(WITItem)
    }
    var isImported: Bool
    var content: Content

    /// The host calls what it is given, and implements what is imported.
    var role: Role { isImported ? .implements : .calls }

    var label: String {
        switch content {
        case .interface(let interface): interface.label
        case .item(let item): item.label
        }
    }

    var kind: String {
        let word =
            switch content {
            case .interface: "interface"
            case .item(.enumeration): "enum"
            case .item(.record): "record"
            case .item(.variant): "variant"
            case .item(.resource): "resource"
            case .item(.function): "function"
            }
        return isImported ? "an imported \(word)" : word == "interface" || word == "enum" ? "an \(word)" : "a \(word)"
    }

    var documentation: [String] {
        switch content {
        case .interface(let interface): interface.documentation.map { [$0] } ?? []
        case .item(.enumeration(_, let documentation, let cases)): documentation + cases.flatMap(\.documentation)
        case .item(.record(_, let documentation, _)), .item(.resource(_, let documentation, _)): documentation
        case .item(.variant), .item(.function): []
        }
    }

    var functions: [WITFunction] {
        switch content {
        case .interface(let interface): interface.functions.map(\.function)
        case .item(.resource(_, _, let functions)): functions
        case .item: []
        }
    }
}

/// Two states of a component's world.
private struct WITComparison {
    let old: WITRevision
    let new: WITRevision
    private(set) var changes: [Change] = []

    init(old: WITRevision, new: WITRevision) {
        self.old = old
        self.new = new
    }

    private mutating func report(
        _ rule: DiffRule, _ role: Role, _ subject: String, _ message: String, old: SourceRange?, new: SourceRange?
    ) {
        guard let level = rule.level(for: .wit, role) else { return }
        changes.append(Change(side: .wit, level: level, rule: rule, subject: subject, message: message, old: old, new: new))
    }

    mutating func compare() {
        for pair in paired(old.definitions, new.definitions, visible: \.label, own: \.label) {
            switch pair {
            case (nil, let after?):
                report(
                    .definitionAdded, after.role, after.label,
                    after.isImported ? "is new, and the host has to give it" : "is new", old: nil, new: new.ranges[after.label])
            case (let before?, nil):
                report(.definitionRemoved, before.role, before.label, "is gone", old: old.ranges[before.label], new: nil)
            case (let before?, let after?): compare(before, after)
            case (nil, nil): break
            }
        }
    }

    private mutating func compare(_ before: WITDefinition, _ after: WITDefinition) {
        let (label, role) = (after.label, after.role)
        let ranges = (old.ranges[label], new.ranges[label])
        if before.kind != after.kind {
            let message = "is \(after.kind) and was \(before.kind)"
            return report(.definitionKind, role, label, message, old: ranges.0, new: ranges.1)
        }
        if before.documentation != after.documentation {
            report(.documentation, role, label, "is documented otherwise", old: ranges.0, new: ranges.1)
        }
        switch (before.content, after.content) {
        case (.item(.enumeration(_, _, let before)), .item(.enumeration(_, _, let after))):
            compare(before.map(\.label), after.map(\.label), "case", (.enumValueAdded, .enumValueRemoved, .enumValueOrder), label)
        case (.item(.variant(_, _, let before)), .item(.variant(_, _, let after))):
            let texts = (before.map { "\($0.label)(\($0.type.text))" }, after.map { "\($0.label)(\($0.type.text))" })
            compare(texts.0, texts.1, "case", (.unionMemberAdded, .unionMemberRemoved, .typeChanged), label)
        case (.item(.record(_, _, let before)), .item(.record(_, _, let after))): compare(before, after, label)
        default: compareFunctions(before, after)
        }
    }

    /// Names in their order.
    private mutating func compare(
        _ before: [String], _ after: [String], _ what: String, _ rules: (added: DiffRule, removed: DiffRule, order: DiffRule),
        _ label: String
    ) {
        let ranges = (old.ranges[label], new.ranges[label])
        for name in after where !before.contains(name) {
            report(rules.added, .gives, label, "has the \(what) `\(name)` too", old: ranges.0, new: ranges.1)
        }
        for name in before where !after.contains(name) {
            report(rules.removed, .gives, label, "has no \(what) `\(name)` any more", old: ranges.0, new: ranges.1)
        }
        if before.filter(after.contains) != after.filter(before.contains) {
            report(rules.order, .gives, label, "the order of the \(what)s is another", old: ranges.0, new: ranges.1)
        }
    }

    private mutating func compare(_ before: [WITField], _ after: [WITField], _ label: String) {
        let rules = (DiffRule.dictionaryMemberAdded, DiffRule.dictionaryMemberRemoved, DiffRule.dictionaryMemberOrder)
        compare(before.map(\.label), after.map(\.label), "field", rules, label)
        let ranges = (old.ranges[label], new.ranges[label])
        for field in after {
            guard let former = before.first(where: { $0.label == field.label }) else { continue }
            let subject = "\(label).\(field.label)"
            if former.type != field.type {
                let message = "is `\(field.type.text)` and was `\(former.type.text)`"
                report(.typeChanged, .gives, subject, message, old: ranges.0, new: ranges.1)
            } else if former.defaultValue != field.defaultValue {
                let message = "without a value is \(spelled(field.defaultValue)), and was \(spelled(former.defaultValue))"
                report(.dictionaryMemberDefault, .gives, subject, message, old: ranges.0, new: ranges.1)
            } else if former.documentation != field.documentation {
                report(.documentation, .gives, subject, "is documented otherwise", old: ranges.0, new: ranges.1)
            }
        }
    }

    private func spelled(_ value: String?) -> String { value.map { "`\($0)`" } ?? "missing" }

    // MARK: Functions

    private mutating func compareFunctions(_ before: WITDefinition, _ after: WITDefinition) {
        for pair in paired(before.functions, after.functions, visible: \.label, own: \.label) {
            switch pair {
            case (nil, let function?):
                report(
                    .memberAdded, after.role, "\(after.label).\(function.word)",
                    after.isImported ? "is new, and the host has to give it" : "is new", old: old.ranges[after.label],
                    new: function.origin.range)
            case (let function?, nil):
                report(
                    .memberRemoved, before.role, "\(before.label).\(function.word)", "is gone", old: function.origin.range,
                    new: new.ranges[after.label])
            case (let former?, let function?): compare(former, function, after.role, "\(after.label).\(function.word)")
            case (nil, nil): break
            }
        }
    }

    private mutating func compare(_ before: WITFunction, _ after: WITFunction, _ role: Role, _ subject: String) {
        let ranges = (before.origin.range, after.origin.range)
        var found: [(rule: DiffRule, message: String)] = []
        if before.kind != after.kind { found.append((.memberKind, "is \(after.form) and was \(before.form)")) }
        for place in 0..<max(before.parameters.count, after.parameters.count) {
            if place >= before.parameters.count {
                found.append((.argumentAdded, "the argument `\(after.parameters[place].label)` is new"))
            } else if place >= after.parameters.count {
                found.append((.argumentRemoved, "the argument `\(before.parameters[place].label)` is gone"))
            } else {
                found += argumentChanges(before, after, place)
            }
        }
        if before.result != after.result {
            found.append((.typeChanged, "gives `\(after.result.text)` and gave `\(before.result.text)`"))
        }
        if let (value, former) = after.values[""].flatMap({ value in before.values[""].map { (value, $0) } }), value != former {
            found.append((.constantValue, "is \(value) and was \(former)"))
        }
        if before.documentation != after.documentation { found.append((.documentation, "is documented otherwise")) }
        for (rule, message) in found { report(rule, role, subject, message, old: ranges.0, new: ranges.1) }
    }

    private func argumentChanges(
        _ before: WITFunction, _ after: WITFunction, _ place: Int
    ) -> [(rule: DiffRule, message: String)] {
        let (former, argument) = (before.parameters[place], after.parameters[place])
        var found: [(rule: DiffRule, message: String)] = []
        if former.label != argument.label {
            found.append((.argumentRenamed, "the argument `\(argument.label)` was called `\(former.label)`"))
        }
        if former.type != argument.type {
            let message = "the argument `\(argument.label)` is `\(argument.type.text)` and was `\(former.type.text)`"
            found.append((.typeChanged, message))
        } else if before.values[former.label] != after.values[argument.label] {
            let values = (spelled(after.values[argument.label]), spelled(before.values[former.label]))
            found.append((.argumentDefault, "without the argument `\(argument.label)` it is \(values.0), and was \(values.1)"))
        }
        return found
    }
}

extension WITFunction {
    /// Its name in a message.
    fileprivate var word: String { kind == .constructor ? "constructor" : label }

    fileprivate var form: String {
        switch kind {
        case .constructor: "a constructor"
        case .free: "a function"
        case .method: "a method"
        case .static: "a static function"
        }
    }
}

extension WITItem {
    fileprivate var label: String {
        switch self {
        case .enumeration(let label, _, _), .record(let label, _, _), .variant(let label, _, _), .resource(let label, _, _): label
        case .function(let function): function.label
        }
    }
}
