import BindgenIDL
import BindgenModel

/// Enums.
extension Planner {
    mutating func planEnum(_ decl: EnumDecl) -> EnumPlan {
        if let known = enums[decl.name] { return known }
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
        let plan = EnumPlan(
            name: decl.name, documentation: Documentation(decl.origin), cases: cases, isError: errors.contains(decl.name))
        enums[decl.name] = plan
        return plan
    }
}

extension Documentation {
    init(_ origin: Origin) {
        self.init(text: origin.documentation, deprecation: origin.annotations.deprecation)
    }
}

extension ThrowsPlan {
    /// A promise is rejected, whatever the member throws: Swift can throw any error, and of JavaScript's nothing is thrown by the call itself.
    init(_ annotations: Annotations, ofPromise direction: FunctionPlan.Direction?) {
        self = ThrowsPlan(annotations)
        switch direction {
        case .export: if self == .never { self = .any }
        case .import: self = .never
        case nil: break
        }
    }

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
    var requiredCount: Int { firstIndex { $0.isOptional || $0.isVariadic } ?? count }
}
