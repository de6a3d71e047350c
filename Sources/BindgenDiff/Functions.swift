import BindgenABI
import BindgenEmit
import BindgenModel

/// An operation, a constructor or a callback, as one side sees it.
struct FunctionSurface {
    var arguments: [ArgumentPlan]
    var result: Crossing
    var throwing: ThrowsPlan
    var suspension: Annotations.Suspension?
    /// `[TSType]` of the result.
    var tsType: String?
    /// Whether a sequence among the arguments is an `Iterable` in TypeScript.
    var takesIterables: Bool

    init(_ plan: FunctionPlan) {
        arguments = plan.arguments
        result = plan.result.crossing
        throwing = plan.throwing
        takesIterables = plan.direction == .export
        suspension = plan.suspension
        tsType = plan.tsType
    }

    init(_ plan: CallbackPlan) {
        arguments = plan.arguments
        result = plan.isPromised ? plan.exportResult.crossing : plan.importResult.crossing
        throwing = plan.throwing
        takesIterables = false
        suspension = plan.suspension
    }
}

extension Comparison {
    mutating func compare(_ before: CallbackPlan, _ after: CallbackPlan) {
        // Who gives a function implements it.
        let roles = Set(valueRoles(before.name, in: old).map { $0 == .gives ? Role.implements : .calls })
        let (oldPath, newPath) = ([before.name], [after.name])
        if before.isDeferred != after.isDeferred {
            report(
                .callbackUse, [.calls], after.name,
                after.isDeferred ? "it is called when the outermost call returns" : "it is called at once", old: oldPath,
                new: newPath)
        }
        if side == .swift {
            let types = (closureType(before, in: old), closureType(after, in: new))
            if types.0 != types.1 {
                report(
                    .closureChanged, roles, after.name, "the closure is `\(types.1)` and was `\(types.0)`", old: oldPath,
                    new: newPath)
            }
            for role in roles {
                compareThrows(before.throwing, after.throwing, role, after.name, oldPath, newPath)
                compareSuspension(before.suspension, after.suspension, role, after.name, oldPath, newPath)
            }
        } else {
            for role in roles.sorted(by: { $0 == .calls && $1 != .calls }) {
                compare(FunctionSurface(before), FunctionSurface(after), role: role, oldPath, newPath)
            }
        }
    }

    private func closureType(_ callback: CallbackPlan, in revision: Revision) -> String {
        let parameters = callback.arguments.map { revision.types.swift($0.crossing, isParameter: true) }
        return "(\(parameters.joined(separator: ", "))) -> \(revision.types.swift(callback.importResult.crossing))"
    }

    /// - Parameter role: whether the side calls the function or implements it.
    mutating func compare(
        _ before: FunctionSurface, _ after: FunctionSurface, role: Role, _ oldPath: [String], _ newPath: [String]
    ) {
        let subject = newPath.joined(separator: ".")
        for index in 0..<max(before.arguments.count, after.arguments.count) {
            if index >= before.arguments.count {
                let argument = after.arguments[index]
                report(
                    argument.isOptional ? .argumentAdded : .requiredArgumentAdded, [role], subject,
                    "the \(argument.isOptional ? "optional " : "")argument \(argument.name) is new", old: oldPath,
                    new: newPath + [argument.name])
            } else if index >= after.arguments.count {
                let argument = before.arguments[index]
                report(
                    .argumentRemoved, [role], subject, "the argument \(argument.name) is gone", old: oldPath + [argument.name],
                    new: newPath)
            } else {
                compare(
                    before.arguments[index], after.arguments[index], before, after, role: role, subject, oldPath, newPath)
            }
        }
        compareResult(before, after, role: role, subject, oldPath, newPath)
        compareThrows(before.throwing, after.throwing, role, subject, oldPath, newPath)
        compareSuspension(before.suspension, after.suspension, role, subject, oldPath, newPath)
    }

    private mutating func compareSuspension(
        _ before: Annotations.Suspension?, _ after: Annotations.Suspension?, _ role: Role, _ subject: String,
        _ oldPath: [String], _ newPath: [String]
    ) {
        if before == after { return }
        let message =
            switch (before, after) {
            case (nil, _): "waits in place, which needs JSPI"
            case (_, nil): "no longer waits in place"
            case (_, .queued): "its calls follow each other, and overlapped"
            default: "its calls overlap, and followed each other"
            }
        report(.suspensionChanged, [role], subject, message, old: oldPath, new: newPath)
    }

    private mutating func compare(
        _ before: ArgumentPlan, _ after: ArgumentPlan, _ oldFunction: FunctionSurface, _ newFunction: FunctionSurface, role: Role,
        _ subject: String, _ functionPath: [String], _ newFunctionPath: [String]
    ) {
        let (oldPath, newPath) = (functionPath + [before.name], newFunctionPath + [after.name])
        let names = side == .swift ? (before.swiftName, after.swiftName) : (before.jsName, after.jsName)
        if names.0 != names.1 {
            report(
                .argumentRenamed, [role], subject, "the argument \(names.1) was called \(names.0)", old: oldPath, new: newPath)
        }
        // Who implements a function sees whether an argument may be missing; who calls it, whether it may be left out.
        let isImplementer = role == .implements
        let wasOptional = before.isOptional && (!isImplementer || before.crossing.mayBeUndefined)
        let isOptional = after.isOptional && (!isImplementer || after.crossing.mayBeUndefined)
        if wasOptional != isOptional {
            report(
                isOptional ? .argumentOptional : .argumentRequired, [role], subject,
                "the argument \(after.name) is \(isOptional ? "optional" : "no longer optional")", old: oldPath, new: newPath)
        } else if wasOptional, before.defaultValue != after.defaultValue {
            report(
                .argumentDefault, [role], subject,
                "without the argument \(after.name), \(spelled(after.defaultValue)) is taken, and it was "
                    + spelled(before.defaultValue), old: oldPath, new: newPath)
        }
        var pair = TypePair(before.crossing, after.crossing)
        pair.isParameter = true
        pair.isOptional = before.isOptional || after.isOptional
        pair.oldTakesIterables = oldFunction.takesIterables
        pair.newTakesIterables = newFunction.takesIterables
        compareType(
            pair, [role == .calls ? .gives : .takes], isExact: isImplementer, "the argument \(after.name)",
            subject, oldPath, newPath)
        compareUse(before, after, role, subject, oldPath, newPath)
    }

    /// What attributes say of an argument beside its type.
    private mutating func compareUse(
        _ before: ArgumentPlan, _ after: ArgumentPlan, _ role: Role, _ subject: String, _ oldPath: [String], _ newPath: [String]
    ) {
        let name = "the argument \(after.name)"
        if let length = after.exactLength, length != before.exactLength {
            report(
                .argumentLength, [role], subject,
                "\(name) has to have \(length) elements\(before.exactLength.map { ", and had \($0)" } ?? "")", old: oldPath,
                new: newPath)
        } else if before.exactLength != nil, after.exactLength == nil {
            report(.argumentAnyLength, [role], subject, "\(name) may have any number of elements", old: oldPath, new: newPath)
        }
        if before.isOnce != after.isOnce {
            report(
                .callbackUse, [role], subject, "\(name) is called \(after.isOnce ? "once" : "more than once")", old: oldPath,
                new: newPath)
        }
        if before.isMethod != after.isMethod {
            report(
                .callbackUse, [role], subject, "\(name) is called on \(after.isMethod ? "the object" : "nothing")", old: oldPath,
                new: newPath)
        }
        compareDeclared(before.tsType, after.tsType, role, name, subject, oldPath, newPath)
    }

    mutating func compareDeclared(
        _ before: String?, _ after: String?, _ role: Role, _ name: String, _ subject: String, _ oldPath: [String],
        _ newPath: [String]
    ) {
        if before == after { return }
        let words =
            switch (before, after) {
            case (nil, let after?): "is declared as `\(after)`"
            case (let before?, let after?): "is declared as `\(after)`, and was as `\(before)`"
            case (let before, nil): "is declared by its own type, and was as `\(before ?? "")`"
            }
        report(.declaredType, [role], subject, "\(name) \(words)", old: oldPath, new: newPath)
    }

    private func spelled(_ value: DefaultValue?) -> String { value.map { "`\($0)`" } ?? "nothing" }

    private mutating func compareResult(
        _ before: FunctionSurface, _ after: FunctionSurface, role: Role, _ subject: String, _ oldPath: [String],
        _ newPath: [String]
    ) {
        switch (before.result.isNothing, after.result.isNothing) {
        case (true, true): break
        case (true, false): report(.resultAdded, [role], subject, "has a result", old: oldPath, new: newPath)
        case (false, true): report(.resultRemoved, [role], subject, "no longer has a result", old: oldPath, new: newPath)
        case (false, false):
            compareDeclared(before.tsType, after.tsType, role, "the result", subject, oldPath, newPath)
            compareType(
                TypePair(before.result, after.result), [role == .calls ? .takes : .gives],
                isExact: role == .implements, "the result", subject, oldPath, newPath)
        }
    }

    mutating func compareThrows(
        _ before: ThrowsPlan, _ after: ThrowsPlan, _ role: Role, _ subject: String, _ oldPath: [String], _ newPath: [String]
    ) {
        if before == after { return }
        switch (before, after) {
        case (.never, _): report(.throwsAdded, [role], subject, "may throw", old: oldPath, new: newPath)
        case (_, .never): report(.throwsRemoved, [role], subject, "no longer throws", old: oldPath, new: newPath)
        default:
            report(
                .throwsChanged, [role], subject, "throws \(errors(after)) and threw \(errors(before))", old: oldPath, new: newPath
            )
        }
    }

    private func errors(_ throwing: ThrowsPlan) -> String {
        if case .typed(let name) = throwing { name } else { "any error" }
    }
}
