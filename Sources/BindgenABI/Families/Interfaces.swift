/// An interface that Swift implements: one i32, the address of the Swift object.
///
///     to Swift        borrowed for the call as an argument, owned (retained by the glue) where it is stored
///     to JavaScript   owned: retained by Swift, released when the JavaScript wrapper is disposed or collected
package struct ObjectCrossing: Equatable, Sendable, CrossingForm {
    package var name: String

    package var slots: [Slot] { [Slot(.i32)] }
}

/// An interface that JavaScript implements: one i32, a handle in the instance's table.
///
///     to Swift        owned: Swift drops it with its last reference
///     to JavaScript   borrowed
package struct ImportedObjectCrossing: Equatable, Sendable, CrossingForm {
    package var name: String

    package var slots: [Slot] { [Slot(.i32)] }
}
