import BindgenModel

/// A type of errors, `[Throws=Name]`: an enum, whose value is the error's `code`, or a dictionary, whose members are the error's own.
///
/// JavaScript has a class of that name. Swift throws by an import that takes the flat form, as deliveries do, and asks by another one what an
/// exception says that JavaScript has thrown.
package struct ErrorPlan: Sendable {
    package var name: String
    /// How the enum or the dictionary crosses.
    package var crossing: Crossing
    /// The error type that a dictionary inherits from, whose class its own class extends.
    package var parent: String?

    /// The name of the wasm import that makes a value the exception of the running export. Members have a dot in theirs.
    package var throwSymbol: String { "throw \(name)" }
    /// The name of the wasm import that gives the value of an exception, where it is one of the class.
    package var catchSymbol: String { "catch \(name)" }
    /// What that import returns.
    package var caught: ResultPlan { ResultPlan(returnedToSwift: .nullable(NullableCrossing(crossing, absence: .null))) }
}

extension BindingPlan {
    /// The types of errors, in IDL order.
    package var errors: [ErrorPlan] { definitions.compactMap(\.error) }

    /// What calls of a callback's functions end with in Swift: a function of JavaScript's can throw anything.
    package func throwing(of callback: CallbackPlan) -> ThrowsPlan {
        callback.throwing != .never && (reach.toSwift.contains(callback.name) || callback.kind != .function)
            ? .any : callback.throwing
    }
}

extension DefinitionPlan {
    /// The type of errors that it is.
    package var error: ErrorPlan? {
        switch self {
        case .enumeration(let plan):
            plan.isError ? ErrorPlan(name: plan.name, crossing: .enumeration(EnumCrossing(plan: plan))) : nil
        case .dictionary(let plan):
            plan.crossing.isError
                ? ErrorPlan(name: plan.name, crossing: .dictionary(plan.crossing), parent: plan.crossing.errorParent) : nil
        case .union, .callback, .container: nil
        }
    }
}

extension Planner {
    /// What every error has in JavaScript has its meaning there.
    mutating func checkErrorMembers(_ members: [DictionaryCrossing.Member], of decl: DictionaryDecl) {
        guard errors.contains(decl.name) else { return }
        for member in members {
            guard let origin = origin(ofMember: member.name, in: decl.name) else { continue }
            switch member.name {
            case "message", "name":
                if member.ownCrossing.isWord { continue }
                report(
                    "error-member", "`\(member.name)` of an error is a text; make it a DOMString, or give it another name",
                    at: TypeSite(.nested, origin).ofType)
            case "stack", "constructor", "toString":
                report(
                    "error-member", "every error has a `\(member.name)` of its own; give the member another name",
                    at: TypeSite(.nested, origin))
            default: break
            }
        }
    }
}

extension Crossing {
    /// Whether JavaScript has a string for it, and always one.
    fileprivate var isWord: Bool {
        switch form.absentForm {
        case .sentinel: form.definition != nil
        case .zeroAddress: traits.contains(.isText)
        case .notANumber, .zero, .address, .flag: false
        }
    }
}
