import BindgenModel

/// How a value goes from one thread to another, where the module runs in a worker. Each family states its own (`CrossingForm.remote`).
///
/// Both sides know the type, so no value says what it is; null and undefined go as they are. What an `undefined` or a value of the wrong
/// type means is found out in the worker, by the conversions that every call has there.
package indirect enum RemoteForm: Equatable, Sendable {
    /// As it is: its structured clone is the same value.
    case clone
    /// Bytes. To the worker the ones that are seen, cut out of their buffer, or moved (`[Transfer]`); from there moved.
    case bytes
    /// `[Into]`: bytes there and back.
    case filled
    /// `[View]`: a copy of what the view shows, moved. An attribute's stays in the worker and is read and written there.
    case view
    /// The number of an object of Swift's; where its class has descendants, with the number of the class.
    case object(ClassName)
    /// An object of JavaScript's class of that name: of an AbortSignal, the number of another one in the worker; others as a clone, or themselves.
    case imported(ClassName, Movement)
    /// The number of a function.
    case function(String)
    /// A dictionary's members, each by its own form.
    case members(String)
    case elements(RemoteForm)
    case values(RemoteForm)
    case choice([Option])
    /// A union inside itself: a choice among the members of that definition.
    case member(String)
    /// From the worker the number of an iterator; to it a stream.
    case iterator(key: RemoteForm?, RemoteForm)
    /// A stream, which moves.
    case stream(RemoteForm)
    /// What the promise is fulfilled with.
    case promised(RemoteForm)
    /// Not at all: what it is, and what to write instead.
    case refused(String, String)

    /// How an object of the platform's goes from one thread to another.
    package struct Movement: Equatable, Sendable {
        /// `[Serializable]`: as a structured clone.
        package var isCloned = false
        /// `[Transferable]`: itself, and then the other side has it no longer.
        package var canMove = false

        package init() {}

        init(of annotations: Annotations) {
            guard annotations.importSource == .global else { return }
            isCloned = annotations.isSerializable
            canMove = annotations.isTransferable
        }
    }

    /// Whether the worker has another object in its place.
    package var isSignal: Bool {
        if case .imported(let type, _) = self { type.jsName == "AbortSignal" } else { false }
    }

    /// A member of a union.
    package struct Option: Equatable, Sendable {
        package var kind: UnionCrossing.Kind
        /// The member that tells dictionaries apart.
        package var tag: String?
        package var form: RemoteForm

        package init(kind: UnionCrossing.Kind, tag: String?, form: RemoteForm) {
            self.kind = kind
            self.tag = tag
            self.form = form
        }
    }
}
