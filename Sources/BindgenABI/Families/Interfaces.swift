/// An interface that Swift implements: one i32, the address of the Swift object.
///
///     to Swift        borrowed for the call as an argument, owned (retained by the glue) where it is stored
///     to JavaScript   owned: retained by Swift, released when the JavaScript wrapper is disposed or collected. Where interfaces inherit, the
///                     object's first word, the address of its class's metadata, says which of them it is of
package struct ObjectCrossing: CrossingForm {
    package var type: ClassName

    package var name: String { type.name }
    package var spelling: String { name }
    package var slots: [Slot] { [Slot(.i32)] }
    package var parts: [Part] { [] }
    package var traits: Traits { [.refusesUndefined, .hasNoZero, .swiftLowersInPlace] }
    package var absentForm: NullableCrossing.Representation { .zero }
    package var reference: Reference.Kind? { .object }
    package var remote: RemoteForm { .object(type) }
    package var definition: String? { name }
}

/// An interface that JavaScript implements: one i32, a handle in the instance's table.
///
///     to Swift        owned: Swift drops it with its last reference
///     to JavaScript   borrowed
package struct ImportedObjectCrossing: CrossingForm {
    package var type: ClassName
    /// Whether other threads can have such an object, for it is the platform's.
    package var movement = RemoteForm.Movement()

    package var name: String { type.name }
    package var spelling: String { name }
    package var slots: [Slot] { [Slot(.i32)] }
    package var parts: [Part] { [] }
    package var traits: Traits { [.refusesUndefined, .lendsHandle, .swiftLowersInPlace] }
    package var absentForm: NullableCrossing.Representation { .zero }
    package var reference: Reference.Kind? { .handle }
    package var remote: RemoteForm { .imported(type, movement) }
    package var definition: String? { name }
}

/// An interface's names.
package struct ClassName: Equatable, Sendable {
    /// In the IDL.
    package var name: String
    package var swiftName: String
    package var jsName: String
}
