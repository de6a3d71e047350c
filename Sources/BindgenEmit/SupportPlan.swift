import BindgenABI

/// Which of the runtime's exports and imports a module needs, read off the plan for both emitters.
struct SupportPlan {
    /// Some argument or result goes through the marshalling region.
    var usesRegion = false
    /// Some argument can outgrow the region.
    var allocates = false
    /// JavaScript owns Swift objects or closures.
    var releasesObjects = false
    /// JavaScript owns Swift closures.
    var releasesClosures = false
    /// JavaScript stores Swift objects into arguments, or needs a reference for a view.
    var retainsObjects = false
    /// Swift holds JavaScript values by handle.
    var usesHandles = false
    /// Some export can end with an exception that Swift throws.
    var throwsErrors = false
    /// JavaScript code runs under a Swift call, so exceptions can wait for the export to return.
    var defersExceptions = false
    /// An import passes its exception to Swift.
    var catchesExceptions = false

    init(_ plan: BindingPlan) {
        for definition in plan.definitions {
            switch definition {
            case .enumeration, .dictionary: break
            case .callback(let callback): visit(callback, in: plan)
            case .namespace(let namespace): namespace.functions.forEach { visit($0) }
            case .class(let classPlan):
                if classPlan.importSource == nil { releasesObjects = true } else { usesHandles = true }
                classPlan.functions.forEach { visit($0) }
            }
        }
        if throwsErrors || catchesExceptions { usesHandles = true; usesRegion = true; allocates = true }
        if allocates { usesRegion = true }
    }

    private mutating func visit(_ function: FunctionPlan) {
        let isExport = function.direction == .export
        for argument in function.arguments { visit(argument.crossing, toSwift: isExport) }
        visit(function.result, toSwift: !isExport)
        if function.remembersView { retainsObjects = true }
        if isExport {
            if function.throwing == .any { throwsErrors = true }
        } else {
            if function.throwing == .never { defersExceptions = true } else { catchesExceptions = true }
        }
    }

    private mutating func visit(_ callback: CallbackPlan, in plan: BindingPlan) {
        if plan.reach.toSwift.contains(callback.name) {
            usesHandles = true
            for argument in callback.arguments { visit(argument.crossing, toSwift: false) }
            visit(callback.importResult, toSwift: true)
            if callback.throwing == .never { defersExceptions = true } else { catchesExceptions = true }
        }
        if plan.reach.toJavaScript.contains(callback.name) {
            releasesObjects = true
            releasesClosures = true
            for argument in callback.arguments { visit(argument.crossing, toSwift: true) }
            visit(callback.exportResult, toSwift: false)
            if callback.throwing == .any { throwsErrors = true }
        }
    }

    private mutating func visit(_ result: ResultPlan, toSwift: Bool) {
        if result.passing == .area || result.passing == .text { usesRegion = true }
        // Swift takes over what JavaScript returns, wherever it stands.
        if toSwift, result.crossing.holdsObject { retainsObjects = true }
        visit(result.crossing, toSwift: toSwift, isStored: result.passing == .area)
    }

    private mutating func visit(_ crossing: Crossing, toSwift: Bool, isStored: Bool = false) {
        if toSwift, crossing.isVariable || crossing.lowersInSteps { allocates = true }
        switch crossing {
        case .undefined, .boolean, .integer, .longInteger, .float, .string, .enumeration: break
        case .buffer(let buffer): if buffer.passing == .view { releasesObjects = true }
        case .sequence(let sequence): visit(sequence.element, toSwift: toSwift, isStored: true)
        case .nullable(let nullable):
            visit(nullable.wrapped, toSwift: toSwift, isStored: isStored || nullable.representation == .address)
        case .dictionary(let dictionary):
            for member in dictionary.members {
                visit(member.crossing, toSwift: toSwift, isStored: isStored || !dictionary.isFlat)
            }
        case .callback: if toSwift { usesHandles = true } else { releasesObjects = true }
        case .object: if toSwift && isStored { retainsObjects = true }
        case .importedObject: usesHandles = true
        }
    }
}
