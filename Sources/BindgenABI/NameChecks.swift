import BindgenIDL
import BindgenModel

/// Names that would meet in the generated code.
extension Planner {
    mutating func checkNames(_ plan: BindingPlan) {
        // Names of wasm exports begin with their definition's name, and the runtime's own begin with `bindgen.`.
        if let declaration = declarations["bindgen"] {
            report(
                "reserved-name", "a definition cannot have the name 'bindgen', which the runtime uses; rename it",
                at: TypeSite(.nested, declaration.origin))
        }
        for case .dictionary(let plan) in plan.definitions { checkMemberNames(plan.crossing) }
        var taken: [String: String] = [:]
        // What only Swift needs is not declared, and meets nothing.
        let declared = plan.definitions.filter {
            $0.exportedContainer != nil || plan.isDeclared($0.name) || !foreign.contains($0.name)
        }
        // Definitions that nobody renamed come first: a [JSName] is what has to give way.
        let plain = declared.filter { exportedName(of: $0) == $0.name }
        let renamed = declared.filter { exportedName(of: $0) != $0.name }
        let defaults = plan.containers.filter(\.isDefaultExport)
        for other in defaults.dropFirst() {
            guard let origin = declarations[other.name]?.origin else { continue }
            report(
                "js-name-collision", "the default export is that of \(defaults[0].name) already; a module has one",
                at: TypeSite(.nested, origin))
        }
        for definition in plain + renamed {
            if case .container(let container) = definition, container.hasNamedExports {
                if !container.isImported { checkNamedExports(container, ownExports: plan.support.ownExports, &taken) }
            } else {
                checkExportedName(definition, ownExports: plan.support.ownExports, &taken)
            }
        }
    }

    /// The definitions and members that Swift can tell apart. What meets another name is an error, or skipped where it is foreign.
    mutating func withoutCollisions(_ definitions: [DefinitionPlan]) -> [DefinitionPlan] {
        var taken: [String: String] = [:]
        return definitions.compactMap { definition in
            guard let origin = declarations[definition.name]?.origin else { return definition }
            return attempt(origin) { planner in
                planner.checkSwiftName(of: definition, origin, &taken)
                guard case .container(var plan) = definition else { return definition }
                plan.members = planner.checkSwiftMembers(of: plan)
                return .container(plan)
            }
        }
    }

    /// The types that generated Swift declares, or asks the program to declare: no two alike, and none like those that it names.
    private mutating func checkSwiftName(of definition: DefinitionPlan, _ origin: Origin, _ taken: inout [String: String]) {
        if definition.name.contains("-") {
            refuse("a definition with a hyphen in its name", "rename it", at: TypeSite(.nested, origin))
        }
        let name = definition.swiftName.filter { $0 != "`" }
        for type in [name] + (definition.exportedContainer == nil ? [] : [name + "Exports"]) {
            guard let other = taken.updateValue(definition.name, forKey: type) else { continue }
            report(
                "swift-name-collision",
                "'\(type)' is a Swift type of \(other) already; give one of the two another name, or a [SwiftName]",
                at: TypeSite(.nested, origin))
        }
        guard Self.swiftTypesInUse.contains(name) else { return }
        report(
            "swift-name-collision", "'\(name)' is a Swift type that generated code uses; rename the definition",
            at: TypeSite(.nested, origin))
    }

    /// The members without those that Swift could not tell apart: properties of one name, functions of one name and the same labels.
    private mutating func checkSwiftMembers(of container: ContainerPlan) -> [MemberPlan] {
        var taken: [SwiftMemberName: String] = [:]
        return container.members.filter { member in
            guard let key = member.swiftPlace else { return true }
            guard let other = taken[key], other != member.name else {
                taken[key] = member.name
                return true
            }
            return attempt(member.origin) { planner -> Bool? in
                planner.report(
                    "swift-name-collision",
                    "'\(key.text)' is the Swift name of \(container.name).\(other) already; give this one another [SwiftName]",
                    at: TypeSite(.nested, member.origin))
                return true
            } != nil
        }
    }

    struct SwiftMemberName: Hashable {
        var text: String
        var isStatic: Bool
    }

    /// Members that are exports themselves: overloads have one name.
    private mutating func checkNamedExports(
        _ container: ContainerPlan, ownExports: [String], _ taken: inout [String: String]
    ) {
        for member in container.members {
            let name = member.function?.jsName ?? member.name
            let subject = "\(container.name).\(member.name)"
            if let other = taken.updateValue(subject, forKey: name), other != subject {
                report(
                    "js-name-collision", "'\(name)' is the JavaScript name of \(other) already; give this one another [JSName]",
                    at: TypeSite(.nested, member.origin))
            }
            if Self.namesOfEveryModule.contains(name) || ownExports.contains(name) {
                report(
                    "reserved-name", "every module exports '\(name)' of its own; rename the member, or give it a [JSName]",
                    at: TypeSite(.nested, member.origin))
            }
        }
    }

    /// What every module exports stands beside the definitions, in JavaScript or in TypeScript.
    private mutating func checkExportedName(
        _ definition: DefinitionPlan, ownExports: [String], _ taken: inout [String: String]
    ) {
        guard let name = exportedName(of: definition), let origin = declarations[definition.name]?.origin else { return }
        if definition.importedContainer == nil {
            if let other = taken[name] {
                report(
                    "js-name-collision", "'\(name)' is the JavaScript name of \(other) already; give this one another [JSName]",
                    at: TypeSite(.nested, origin))
            }
            taken[name] = taken[name] ?? definition.name
        }
        let isTaken =
            Self.namesOfEveryModule.contains(name) || ownExports.contains(name)
            || name == "Allocated" && ownExports.contains("allocate")
        guard isTaken else { return }
        let canBeRenamed = definition.exportedContainer != nil
        report(
            "reserved-name",
            "every module exports '\(name)' of its own; rename the definition\(canBeRenamed ? ", or give it a [JSName]" : "")",
            at: TypeSite(.nested, origin))
    }

    /// The name in JavaScript or TypeScript; nil for a namespace of JavaScript's, which has none there.
    private func exportedName(of definition: DefinitionPlan) -> String? {
        switch definition {
        case .container(let plan): plan.kind == .namespace && plan.isImported ? nil : plan.jsName
        case .enumeration, .dictionary, .callback: definition.name
        case .union(let plan): plan.crossing.isNamed ? plan.name : nil
        }
    }

    private static let namesOfEveryModule: Set<String> = [
        "init", "instantiate", "inspect", "InitInput", "InitOptions", "Instance", "WASI",
    ]

    struct JSMemberName: Hashable {
        var text: String
        var isStatic: Bool
    }

    /// Members of what JavaScript calls: each has a name of its own, and leaves alone what every class has. Of what JavaScript
    /// implements, several members may call one function of several types.
    mutating func checkMemberName(_ name: String, jsName: String, isStatic: Bool, origin: Origin, _ owner: inout Owner) {
        guard owner.direction == .export else { return }
        let key = JSMemberName(text: jsName, isStatic: isStatic || owner.isNamespace)
        // Overloads share a name.
        if let other = owner.membersByJSName.updateValue(name, forKey: key), other != name {
            report(
                "js-name-collision",
                "'\(jsName)' is the JavaScript name of \(owner.name).\(other) already; give this one another [JSName]",
                at: TypeSite(.nested, origin))
        }
        let reserved: Set = isStatic ? ["prototype"] : ["constructor", "dispose"]
        guard !owner.isNamespace, reserved.contains(jsName) else { return }
        report(
            "reserved-name", "every class has '\(jsName)' of its own; rename the member, or give it a [JSName]",
            at: TypeSite(.nested, origin))
    }

    /// Members whose IDL names differ only in what Swift cannot spell: `a-b` and `aB`.
    private mutating func checkMemberNames(_ dictionary: DictionaryCrossing) {
        var taken: [String: String] = [:]
        for member in dictionary.members {
            guard let origin = origin(ofMember: member.name, in: dictionary.name) else { continue }
            guard let other = taken.updateValue(member.name, forKey: member.swiftName), other != member.name else { continue }
            report(
                "swift-name-collision",
                "the members '\(other)' and '\(member.name)' would both be '\(member.swiftName)' in Swift; give one [SwiftName]",
                at: TypeSite(.nested, origin))
        }
    }

    /// Where a member stands, in the dictionary itself or in what it inherits from.
    func origin(ofMember name: String, in dictionary: String) -> Origin? {
        guard case .dictionary(let decl) = declarations[dictionary] else { return nil }
        return decl.members.first { $0.name == name }?.origin ?? decl.parent.flatMap { origin(ofMember: name, in: $0) }
    }

    /// The types and modules that shims spell; a definition of the same name would hide them.
    static let swiftTypesInUse: Set<String> = [
        "Bool", "Int", "Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64", "Float", "Double", "String",
        "Array", "Optional", "Span", "MutableSpan", "UTF8Span", "Never", "Void", "Unmanaged", "AnyObject", "Error",
        "UnsafeRawPointer", "UnsafeMutableRawPointer", "JSError", "JSObject", "GuestBuffer",
        "ClosureBox", "BindgenRuntime", "Swift",
    ]
}

extension MemberPlan {
    /// The Swift declaration of the member: a property by its name, a function with its labels; nil for a constructor.
    var swiftPlace: Planner.SwiftMemberName? {
        switch self {
        case .constructor: return nil
        case .operation(let function):
            let labels = function.arguments.map { "\($0.swiftName):" }.joined()
            return .init(text: "\(function.swiftName)(\(labels))", isStatic: !function.hasReceiver)
        case .attribute(let getter, _): return .init(text: getter.swiftName, isStatic: !getter.hasReceiver)
        case .constant(let constant): return .init(text: constant.swiftName, isStatic: true)
        case .stringifier(let function, let isOfAttribute):
            return isOfAttribute ? nil : .init(text: function.swiftName, isStatic: false)
        case .iteration, .properties, .json, .kept: return nil
        }
    }

    /// The properties in JavaScript: a constant is one of the class and one of its objects.
    var jsPlaces: Set<Planner.JSMemberName> {
        switch self {
        case .constructor: []
        case .iteration, .properties, .json: []
        case .kept(let plan): [.init(text: plan.jsName, isStatic: false)]
        case .operation(let function), .attribute(let function, _), .stringifier(let function, _):
            [.init(text: function.jsName, isStatic: !function.hasReceiver)]
        case .constant(let constant):
            [.init(text: constant.jsName, isStatic: true), .init(text: constant.jsName, isStatic: false)]
        }
    }

    var origin: Origin {
        switch self {
        case .constructor(let function), .operation(let function), .attribute(let function, _), .stringifier(let function, _):
            function.origin
        case .constant(let constant): constant.origin
        case .iteration(let iteration): iteration.origin
        case .properties(let properties): properties.getter.origin
        case .json(_, _, let origin): origin
        case .kept(let plan): plan.origin
        }
    }
}
