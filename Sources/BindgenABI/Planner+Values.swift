import BindgenIDL
import BindgenModel

/// Enums, dictionaries and callbacks.
extension Planner {
    mutating func planEnum(_ decl: EnumDecl) -> EnumPlan? {
        var cases: [EnumPlan.Case] = []
        var taken: [String: EnumDecl.Value] = [:]
        for value in decl.values {
            let name = Naming.swiftCaseName(value.text)
            if let other = taken[name] {
                diagnostics.append(
                    Diagnostic(
                        .error, rule: "swift-name-collision",
                        "the values \"\(other.text)\" and \"\(value.text)\" would both be the Swift case '\(name)'; rename one of them",
                        at: value.range, breadcrumb: decl.origin.breadcrumb,
                        notes: [Diagnostic.Note(message: "the other value", range: other.range)]))
                continue
            }
            taken[name] = value
            cases.append(EnumPlan.Case(swiftName: name, value: value.text, documentation: value.documentation))
        }
        return EnumPlan(
            name: decl.name, documentation: Documentation(decl.origin), cases: cases, isError: errorEnums.contains(decl.name))
    }

    /// The dictionary with its parents' members, or nil where an error has been reported.
    mutating func planDictionaryDefinition(_ name: String, site: TypeSite) -> DictionaryPlan? {
        guard case .dictionary(let decl) = declarations[name] else { return nil }
        guard dictionariesInProgress.insert(name).inserted else {
            report(
                "recursive-dictionary",
                "the dictionary \(name) contains itself, so it has no size; hold the inner one in an interface", at: site)
            return nil
        }
        defer { dictionariesInProgress.remove(name) }
        var members: [DictionaryPlan.Member] = []
        var readOrder: [Int] = []
        if let parent = decl.parent {
            guard let plan = planDictionaryDefinition(parent, site: site) else { return nil }
            members = plan.members
            readOrder = plan.readOrder
        }
        let first = members.count
        for member in decl.members {
            guard let plan = planDictionaryMember(member) else { return nil }
            members.append(plan)
        }
        // Web IDL 3.2.17: within one dictionary, members are read in the lexicographical order of their names.
        readOrder += (first..<members.count).sorted {
            Array(members[$0].name.utf16).lexicographicallyPrecedes(Array(members[$1].name.utf16))
        }
        return DictionaryPlan(
            name: name, documentation: Documentation(decl.origin), members: members, readOrder: readOrder,
            crossing: DictionaryCrossing(named: name, members))
    }

    private mutating func planDictionaryMember(_ member: DictionaryDecl.MemberDecl) -> DictionaryPlan.Member? {
        let site = TypeSite(.nested, member.origin)
        guard var crossing = planType(member.type, site: site) else { return nil }
        if !member.isRequired, member.defaultValue == nil {
            crossing = .nullable(NullableCrossing(crossing, absence: .undefined))
        }
        return DictionaryPlan.Member(
            name: member.name, swiftName: Naming.swiftIdentifier(member.origin.annotations.swiftName ?? member.name),
            crossing: crossing, isRequired: member.isRequired, defaultValue: member.defaultValue,
            documentation: Documentation(member.origin))
    }

    mutating func planCallback(_ decl: CallbackFunctionDecl) -> CallbackPlan? {
        if decl.isConstructor {
            refuse("callback constructor", "use a callback function that makes the object", at: TypeSite(.nested, decl.origin))
            return nil
        }
        guard let arguments = planArguments(decl.arguments, position: .callbackArgument) else { return nil }
        guard let result = planType(decl.result, site: TypeSite(.callbackResult, decl.origin)) else { return nil }
        return CallbackPlan(
            name: decl.name, documentation: Documentation(decl.origin), arguments: arguments,
            importResult: ResultPlan(returnedToSwift: result), exportResult: ResultPlan(returnedToJavaScript: result),
            throwing: ThrowsPlan(decl.origin.annotations), symbol: decl.name, requiredCount: arguments.requiredCount)
    }
}

extension Documentation {
    init(_ origin: Origin) {
        self.init(text: origin.documentation, deprecation: origin.annotations.deprecation)
    }
}

extension ThrowsPlan {
    init(_ annotations: Annotations) {
        self =
            switch annotations.throws {
            case nil: .never
            case .any: .any
            case .typed(let name): .typed(name)
            }
    }
}

extension [ArgumentPlan] {
    /// Web IDL 3.6: the number of arguments before the first optional one.
    var requiredCount: Int { firstIndex { $0.isOptional } ?? count }
}
