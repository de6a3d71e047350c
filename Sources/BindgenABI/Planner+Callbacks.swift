import BindgenModel

/// Callback functions and callback interfaces.
extension Planner {
    /// A callback's crossing: a closure, or an object with an identity.
    mutating func planCallbackType(_ name: String, site: TypeSite) -> Crossing? {
        guard let declaration = declarations[name] else { return nil }
        if foreign.contains(name), !callbacksInProgress.contains(name), planDeclaration(declaration) == nil {
            tellSkipped(name, at: site)
            return nil
        }
        switch declaration {
        case .callbackInterface: return .callbackObject(CallbackObjectCrossing(name: name, isInterface: true))
        case .callbackFunction(let decl) where decl.origin.annotations.hasIdentity:
            return .callbackObject(CallbackObjectCrossing(name: name, isInterface: false))
        case .callbackFunction: return .callback(CallbackCrossing(name: name))
        case .interface, .namespace, .dictionary, .enumeration: return nil
        }
    }

    /// A foreign callback is planned once; nil where it cannot cross. One inside of itself is taken for one that can.
    mutating func planCallback(
        named name: String, _ origin: Origin, _ plan: (inout Planner) -> CallbackPlan?
    ) -> CallbackPlan? {
        guard foreign.contains(name) else { return plan(&self) }
        if let known = callbacks[name] { return known }
        callbacksInProgress.insert(name)
        let planned = attempt(origin, plan)
        callbacksInProgress.remove(name)
        callbacks[name] = .some(planned)
        return planned
    }

    mutating func planCallback(_ decl: CallbackFunctionDecl) -> CallbackPlan? {
        if decl.isConstructor {
            refuse("callback constructor", "use a callback function that makes the object", at: TypeSite(.nested, decl.origin))
            return nil
        }
        var plan = planCallback(decl.name, decl.origin, decl.arguments, decl.result, of: decl.origin)
        if decl.origin.annotations.hasIdentity { plan?.kind = .identity }
        if decl.origin.annotations.isDeferred, let planned = plan, canBeDeferred(planned, decl) { plan?.isDeferred = true }
        return plan
    }

    /// Whoever calls later has no answer by then, and what was lent for the call is gone.
    private mutating func canBeDeferred(_ plan: CallbackPlan, _ decl: CallbackFunctionDecl) -> Bool {
        let site = TypeSite(.nested, decl.origin).ofAttribute("Deferred")
        if plan.isPromised || plan.importResult.passing != .none {
            refuse("[Deferred] on a callback with a result", "let it return undefined", at: site)
        } else if plan.throwing != .never {
            refuse("[Deferred] beside [Throws]", "leave out [Throws]: Swift has gone on when the function throws", at: site)
        } else {
            return true
        }
        return false
    }

    /// Web IDL 2.4: an object with one operation, or a function in its place.
    mutating func planCallbackInterface(_ decl: CallbackInterfaceDecl) -> CallbackPlan? {
        // Without one the resolver has said so.
        guard let operation = decl.operation, let name = operation.name else { return nil }
        var plan = planCallback(decl.name, decl.origin, operation.arguments, operation.result, of: operation.origin)
        plan?.kind = .interface(operation: operation.origin.annotations.jsName ?? name)
        for constant in decl.constants {
            if let constant = planConstant(constant) { plan?.constants.append(constant) }
        }
        return plan
    }

    /// - Parameter function: where its result and its attributes stand.
    private mutating func planCallback(
        _ name: String, _ origin: Origin, _ declared: [ArgumentDecl], _ type: ResolvedType, of function: Origin
    ) -> CallbackPlan? {
        let planned = planArguments(declared, position: .callbackArgument)
        guard let result = planType(type, site: TypeSite(.callbackResult, function)), let arguments = planned else {
            return nil
        }
        var (importResult, exportResult) = (ResultPlan(returnedToSwift: result), ResultPlan(returnedToJavaScript: result))
        if let value = result.form.promised {
            exportResult = ResultPlan(promised: result)
            // A plain `undefined` is nothing to wait for.
            if value.isNothing {
                importResult = ResultPlan(returnedToSwift: .nullable(NullableCrossing(result, absence: .undefined)))
            }
        }
        return CallbackPlan(
            name: name, documentation: Documentation(origin), arguments: arguments, importResult: importResult,
            exportResult: exportResult,
            throwing: ThrowsPlan(function.annotations, ofPromise: result.form.promised == nil ? nil : .export),
            requiredCount: arguments.requiredCount,
            suspension: result.form.promised == nil ? nil : function.annotations.suspension, origin: function)
    }
}
