/// A callback interface, or a callback function with `[Identity]`: one i32, a handle in the instance's table, flat and stored.
///
///     to Swift        owned: Swift drops it with its last reference
///     to JavaScript   borrowed
///
/// In Swift it is an object, which is compared by JavaScript's identity: what was added can be removed again. One that Swift makes of a closure
/// is a function in JavaScript, which owns the closure's box.
package struct CallbackObjectCrossing: CrossingForm {
    package var name: String
    /// Whether an object with an operation will do; else it is a function.
    package var isInterface: Bool

    package var spelling: String { name }
    package var slots: [Slot] { [Slot(.i32)] }
    package var parts: [Part] { [] }
    package var traits: Traits { [.refusesUndefined, .lendsHandle, .swiftLowersInPlace] }
    package var absentForm: NullableCrossing.Representation { .zero }
    package var reference: Reference.Kind? { .handle }
    package var remote: RemoteForm { .function(name) }
    package var definition: String? { name }
}

extension CallbackPlan {
    /// What a callback is in Swift and in JavaScript.
    package enum Kind: Equatable, Sendable {
        /// A closure.
        case function
        /// `[Identity]`: an object of Swift's for one function of JavaScript's.
        case identity
        /// The same for an object with an operation of this name, which may be a function instead (Web IDL 2.4).
        case interface(operation: String)
    }

    /// The name of the wasm import that makes a JavaScript function of a closure's box.
    package var makeSymbol: String { "make \(name)" }
    /// The name of the wasm import that ends such a function.
    package var disposeSymbol: String { "dispose \(name)" }
}

extension BindingPlan {
    /// Whether Swift can call functions of the type that JavaScript has.
    package func isCalledBySwift(_ callback: CallbackPlan) -> Bool {
        reach.toSwift.contains(callback.name) && imports(callback.importSymbol)
    }

    /// Whether JavaScript can call closures of the type that Swift has.
    package func isCalledByJavaScript(_ callback: CallbackPlan) -> Bool {
        reach.toJavaScript.contains(callback.name) && (callback.kind == .function || imports(callback.makeSymbol))
    }
}
