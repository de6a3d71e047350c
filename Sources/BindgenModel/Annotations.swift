/// The extended attributes that change how something crosses the boundary, checked and typed.
///
/// Type attributes (`[Clamp]`, `[EnforceRange]`, `[AllowShared]`, `[AllowResizable]`, `[LegacyNullToEmptyString]`) are not here: they
/// are part of `ResolvedType`.
package struct Annotations: Equatable, Sendable {
    /// Who implements an imported definition.
    package enum ImportSource: Equatable, Sendable {
        /// `[Import]`: a property of the JavaScript global object.
        case global
        /// `[Import="./file.js"]` or `[Import="package"]`: a named export of an ES module.
        case module(String)
        /// A member of the first argument, an object of the module's own: `[Overridable]`.
        case object
    }

    /// The error that a member may end with.
    package enum Throws: Equatable, Sendable {
        /// `[Throws]`: `JSError` in Swift, any exception in JavaScript.
        case any
        /// `[Throws=Name]`: the enum of this name, as a typed error.
        case typed(String)
    }

    /// What becomes of calls of one object that wait in place.
    package enum Suspension: String, Equatable, Sendable {
        /// They overlap at their waits.
        case overlapping
        /// One begins when the other has ended.
        case queued
    }

    /// What an `async_sequence` is in JavaScript.
    package enum StreamKind: Equatable, Sendable {
        case readable, writable
    }

    package var importSource: ImportSource?
    package var `throws`: Throws?
    package var jsName: String?
    package var swiftName: String?
    /// `[Borrow]` on a string argument: no String is made, Swift sees the bytes for the call.
    package var isBorrowed = false
    /// `[View]` on a buffer result: JavaScript sees the storage itself.
    package var isView = false
    /// `[Into]` on a buffer argument: Swift writes, and the caller's array shows it.
    package var isInto = false
    /// `[Copy]` on a buffer argument: Swift gets an array of its own instead of a span for the call.
    package var isCopy = false
    /// `[BigInt]` on a 64-bit integer: a `bigint` in JavaScript.
    package var isBigInt = false
    /// `[Stream]` on an async_sequence: a ReadableStream, or with `writable` a WritableStream.
    package var streamKind: StreamKind?
    /// `[Suspends]`: the operation waits in place, without being asynchronous.
    package var suspension: Suspension?
    /// `[Once]` on a callback argument: called at most once and released after.
    package var isOnce = false
    /// `[Transfer]` on an argument that holds bytes, or an object that can move: a worker gets it itself.
    package var isTransferred = false
    /// `[Serializable]` on an interface of the platform's: a structured clone of an object is one.
    package var isSerializable = false
    /// `[Transferable]` on an interface of the platform's: an object can move to another thread.
    package var isTransferable = false
    /// `[Identity]` on a callback function: an object in Swift for one function in JavaScript.
    package var hasIdentity = false
    /// `[Deferred]` on a callback function: Swift's calls wait until the outermost call of a member returns.
    package var isDeferred = false
    /// `[This]`: a callback that is called on the dictionary's object, or on the receiver of the operation that it is an argument of.
    package var isMethod = false
    /// `[Deprecated]` or `[Deprecated="why"]`.
    package var deprecation: String?
    package var isSameObject = false
    /// `[Dispose]`: the operation ends the object's life.
    package var isDisposer = false
    /// `[NamedExports]`: the namespace is no object, its members are exports.
    package var hasNamedExports = false
    /// `[DefaultExport]`: the module's default export has the namespace's operations.
    package var isDefaultExport = false
    /// `[PutForwards=name]`: assigning sets that attribute of the value.
    package var forwardsTo: String?
    /// `[Replaceable]`: assigning makes a property of the object's own.
    package var isReplaceable = false
    /// `[Unscopable]`
    package var isUnscopable = false
    /// `[Default]`: the standard's steps, of toJSON.
    package var isDefault = false
    /// `[JSOnly]`: an attribute of the JavaScript object alone.
    package var isJSOnly = false
    /// `[TSType="text"]`: the type in TypeScript's declarations.
    package var tsType: String?
    /// `[Length=n]`: the number of elements that a buffer or a sequence has to have.
    package var exactLength: Int?
    /// `[Tuple]`: the dictionary is an array in JavaScript.
    package var isTuple = false
    /// `[Overridable]`: classes of JavaScript's may override the operation.
    package var isOverridable = false
    /// `[NoFinalizer]`: what nobody disposes is never released.
    package var hasNoFinalizer = false
    /// `[Scoped]`: the module exports `scope`.
    package var isScoped = false
    /// `[Flags]`: the namespace is a set of bits.
    package var isFlags = false
    /// `[ReturnsThis]`: the operation gives the object that it is called on.
    package var returnsThis = false
    package var isNewObject = false
    /// `[LegacyNamespace=Name]`: the class is a property of the namespace of this name.
    package var legacyNamespace: String?
    /// False with `[LegacyNoInterfaceObject]`: JavaScript has no class of this name.
    package var hasInterfaceObject = true

    /// `[LegacyOverrideBuiltIns]`: named properties hide the interface's own.
    package var overridesBuiltIns = false
    /// `[LegacyUnenumerableNamedProperties]`
    package var hidesNamedProperties = false

    package init() {}
}
