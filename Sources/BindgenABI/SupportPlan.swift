/// Which of the runtime's exports and imports a module needs.
package struct SupportPlan: Equatable, Sendable {
    /// Some argument or result goes through the marshalling region.
    package var usesRegion = false
    /// Some argument can outgrow the region.
    package var allocates = false
    /// JavaScript owns Swift objects or closures.
    package var releasesObjects = false
    /// Scopes dispose of the objects that are made inside.
    package var hasScopes = false
    /// JavaScript owns Swift closures.
    package var releasesClosures = false
    /// JavaScript hands over Swift objects with a reference, or needs a reference for a view.
    package var retainsObjects = false
    /// Swift hands over objects of interfaces that inherit or are inherited from, so that JavaScript asks which one an object is of.
    package var tellsClasses = false
    /// Swift shows its storage, so that an array can be a view of the module's memory.
    package var showsViews = false
    /// JavaScript is given arrays in the module's memory, to be lent as they are.
    package var allocatesArrays = false
    /// Swift holds JavaScript values by handle.
    package var usesHandles = false
    /// Swift has JavaScript's values without a type, and may ask them anything.
    package var usesValues = false
    /// Some export can end with an exception that Swift throws.
    package var throwsErrors = false
    /// JavaScript code runs under a Swift call, so exceptions can wait for the export to return.
    package var defersExceptions = false
    /// Promises cross, so that Swift runs tasks.
    package var usesPromises = false
    /// Swift waits for promises of JavaScript's.
    package var awaitsPromises = false
    /// Some member waits in place.
    package var suspends = false
    /// Some of JavaScript's functions are called when the outermost call of a member returns.
    package var defersCallbacks = false
    /// An import passes its exception to Swift.
    package var catchesExceptions = false

    /// Whether an array of the program's can be a view of this memory from before it grew.
    package var showsMemory: Bool { showsViews || allocatesArrays }

    /// What every entry exports for the sake of its members, besides these, `init` and `instantiate`.
    package var ownExports: [String] {
        (usesPromises ? ["pending"] : []) + (suspends ? ["supports"] : []) + (allocatesArrays ? ["allocate"] : [])
            + (hasScopes ? ["scope"] : [])
    }

    init() {}

    init(_ plan: BindingPlan) {
        for container in plan.containers {
            if container.kind == .interface {
                if container.isImported { usesHandles = true } else { releasesObjects = true }
                if container.isScoped { hasScopes = true }
            }
        }
        for function in plan.calledFunctions { visit(function) }
        for error in plan.errors {
            if plan.reach.toJavaScript.contains(error.name), plan.imports(error.throwSymbol) { visitLifted(error.crossing) }
            if plan.imports(error.catchSymbol) { visitImport([], error.caught, .never) }
        }
        visit(plan.promises)
        for callback in plan.callbacks {
            if plan.reach.toSwift.contains(callback.name) { usesHandles = true }
            if plan.isCalledBySwift(callback) { visitImport(of: callback) }
            if plan.isCalledBySwift(callback), callback.isDeferred { defersCallbacks = true }
            if plan.isCalledByJavaScript(callback) { visitExport(of: callback, plan.throwing(of: callback)) }
        }
        for definition in plan.definitions where plan.reach.recursive.contains(definition.name) {
            guard let crossing = definition.value else { continue }
            if plan.reach.toSwift.contains(definition.name) { visitLowered(crossing, isOwned: true) }
            if plan.reach.toJavaScript.contains(definition.name) { visitLifted(crossing) }
        }
        tellsClasses = plan.hierarchy.members.contains { plan.reach.toJavaScript.contains($0.type.name) }
        if throwsErrors || catchesExceptions { usesHandles = true; usesRegion = true }
        if throwsErrors || catchesExceptions, plan.imports("message") { allocates = true }
        if allocates { usesRegion = true }
    }

    private mutating func visit(_ promises: [PromisePlan]) {
        for promise in promises {
            (usesPromises, usesHandles) = (true, true)
            if promise.isSettled { visitExport([], ResultPlan(crossing: promise.value, passing: .none), .any) }
            if promise.isAwaited {
                awaitsPromises = true
                // The error that comes instead is one of JavaScript's.
                catchesExceptions = true
                for argument in promise.arguments { visitLowered(argument.crossing, isOwned: false) }
            }
        }
    }

    private mutating func visit(_ function: FunctionPlan) {
        if function.direction == .export {
            visitExport(function.arguments, function.result, function.throwing)
        } else {
            visitImport(function.arguments, function.result, function.throwing)
        }
        if function.remembersView { retainsObjects = true }
        if function.suspension != nil { suspends = true }
    }

    /// JavaScript calls a Swift closure.
    private mutating func visitExport(of callback: CallbackPlan, _ throwing: ThrowsPlan) {
        releasesObjects = true
        releasesClosures = true
        if callback.suspension != nil { suspends = true }
        visitExport(callback.arguments, callback.exportResult, throwing)
    }

    /// Swift calls a JavaScript function.
    private mutating func visitImport(of callback: CallbackPlan) {
        visitImport(callback.arguments, callback.importResult, callback.importThrowing)
    }

    private mutating func visitExport(_ arguments: [ArgumentPlan], _ result: ResultPlan, _ throwing: ThrowsPlan) {
        for argument in arguments { visitLowered(argument.crossing, isOwned: false) }
        visit(result)
        if result.passing != .promised { visitLifted(result.crossing) }
        if throwing == .any { throwsErrors = true }
    }

    private mutating func visitImport(_ arguments: [ArgumentPlan], _ result: ResultPlan, _ throwing: ThrowsPlan) {
        for argument in arguments { visitLifted(argument.crossing) }
        visit(result)
        visitLowered(result.crossing, isOwned: true)
        if throwing == .never { defersExceptions = true } else { catchesExceptions = true }
    }

    private mutating func visit(_ result: ResultPlan) {
        if result.passing == .area || result.passing == .text { usesRegion = true }
    }

    /// A value that JavaScript gives to Swift.
    /// - Parameter isOwned: whether references come with the value, and are not borrowed for the call.
    private mutating func visitLowered(_ crossing: Crossing, isOwned: Bool) {
        if crossing.traits.contains(.isAllocated) { allocatesArrays = true }
        if crossing.traits.contains(.isOpaque) { usesValues = true }
        if !crossing.traits.isDisjoint(with: [.isVariable, .lowersInSteps]) { allocates = true }
        for reference in crossing.references {
            switch reference.kind {
            case .object: if isOwned || reference.isInMemory { retainsObjects = true }
            case .closure, .handle: usesHandles = true
            case .view: break
            }
        }
    }

    /// A value that Swift gives to JavaScript.
    private mutating func visitLifted(_ crossing: Crossing) {
        if crossing.traits.contains(.isOpaque) { usesValues = true }
        for reference in crossing.references {
            switch reference.kind {
            case .closure: releasesObjects = true
            case .view: (releasesObjects, showsViews) = (true, true)
            case .handle: usesHandles = true
            case .object: break
            }
        }
    }
}
