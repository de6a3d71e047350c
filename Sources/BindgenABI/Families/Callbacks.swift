/// A callback function: one i32, flat and stored.
///
///     to Swift        the handle of the JavaScript function; the Swift closure owns it and drops it with its context
///     to JavaScript   the address of a retained box around the Swift closure; the JavaScript function owns it
///
/// Each direction has one wasm function per callback type that makes the call.
package struct CallbackCrossing: CrossingForm {
    package var name: String

    package var spelling: String { name }
    package var slots: [Slot] { [Slot(.i32)] }
    package var parts: [Part] { [] }
    package var traits: Traits { [.refusesUndefined, .swiftLowersInPlace] }
    package var absentForm: NullableCrossing.Representation { .zero }
    package var reference: Reference.Kind? { .closure }
    package var remote: RemoteForm { .function(name) }
    package var definition: String? { name }
}
