extension AttributeTable {
    /// Our own attributes. `Annotations` holds them typed.
    static let bindgen: [AttributeSpecification] = [
        .init(
            "Import", .bindgen, on: [.interface, .namespace, .callbackInterface], [.none, .string],
            "JavaScript implements this: a global, or a named export of the module whose specifier is given."),
        .init(
            "Throws", .bindgen, on: [.constructor, .anyAttribute, .anyOperation, .callbackFunction], [.none, .identifier],
            "May throw: any error, or the cases of the enum that is named."),
        .init(
            "JSName", .bindgen, on: [.interface, .namespace, .anyAttribute, .anyOperation, .constant], .string,
            "The name on the JavaScript side."),
        .init(
            "SwiftName", .bindgen,
            on: [.interface, .namespace, .anyAttribute, .anyOperation, .constant, .dictionaryMember, .argument], .string,
            "The name on the Swift side."),
        .init(
            "Borrow", .bindgen, on: .argument, .none,
            "The string's UTF-8 bytes are lent for the call. Of a typed array: the module exports `allocate`, for arrays that are lent."
        ),
        .init(
            "View", .bindgen, on: [.anyAttribute, .anyOperation], .none,
            "JavaScript sees the buffer's storage itself, without a copy."),
        .init("Into", .bindgen, on: .argument, .none, "Swift writes the buffer, and the caller's array shows what was written."),
        .init("Copy", .bindgen, on: .argument, .none, "Swift gets an array of its own instead of a span for the call."),
        .init(
            "Stream", .bindgen, on: [.argument, .anyAttribute, .anyOperation], [.none, .identifier],
            "An async_sequence is a ReadableStream in JavaScript; with `writable`, a WritableStream."),
        .init(
            "Suspends", .bindgen, on: [.anyOperation, .callbackFunction], [.none, .identifier],
            "The operation may wait for promises in place, without being asynchronous; with `queued`, one call after the other."),
        .init(
            "BigInt", .bindgen, on: [.type, .argument, .dictionaryMember, .anyAttribute, .anyOperation], .none,
            "A 64-bit integer is a bigint in JavaScript instead of a number."),
        .init(
            "Tagged", .bindgen, on: .typedef, .string,
            "The dictionaries of the union are told apart by the member of this name, whose values are an enum's."),
        .init(
            "Identity", .bindgen, on: .callbackFunction, .none,
            "An object in Swift, compared as JavaScript compares functions, so that what was added can be removed."),
        .init(
            "Deferred", .bindgen, on: .callbackFunction, .none,
            "Swift's calls of the function wait until the outermost call of a member returns."),
        .init(
            "This", .bindgen, on: [.dictionaryMember, .argument], .none,
            "A method: the callback is called on the object that the dictionary was read from, or that has the operation."),
        .init(
            "ReturnsThis", .bindgen, on: .operation, .none,
            "In JavaScript the operation gives the object that it is called on, for a chain of calls."),
        .init(
            "Dispose", .bindgen, on: .operation, .none,
            "The operation disposes of the object, and `using` calls it; of one that is a promise, when that has settled."),
        .init(
            "NamedExports", .bindgen, on: .namespace, .none,
            "The members are the module's own exports; of an import, the named exports of the ES module."),
        .init(
            "DefaultExport", .bindgen, on: .namespace, .none,
            "The module's default export is an object with the namespace's operations, the first call of which loads the module."),
        .init(
            "JSOnly", .bindgen, on: .attribute, .none,
            "The attribute is a property of the JavaScript object alone, for whatever its users keep there; Swift never sees it."),
        .init(
            "Tuple", .bindgen, on: .dictionary, .none,
            "An array in JavaScript, with the members at their places in the order of the IDL; a labelled tuple in TypeScript."),
        .init(
            "Length", .bindgen, on: .argument, .number,
            "The number of elements that the typed array or sequence has to have; another one is a TypeError."),
        .init(
            "TSType", .bindgen, on: [.anyAttribute, .anyOperation, .argument, .dictionaryMember], .string,
            "The type in TypeScript's declarations, which nothing checks: a narrower one than the IDL can say."),
        .init(
            "Flags", .bindgen, on: .namespace, .none,
            "A namespace of constants that are bits: an OptionSet in Swift, which nobody has to declare, and a number in TypeScript."
        ),
        .init(
            "Scoped", .bindgen, on: .interface, .none,
            "The module exports `scope`, which disposes of all objects that are made inside of it."),
        .init(
            "NoFinalizer", .bindgen, on: .interface, .none,
            "Objects that nobody disposes are never released: none is registered with the collector."),
        .init(
            "Overridable", .bindgen, on: .operation, .none,
            "Classes of JavaScript's that extend the class may override it, and Swift can call what they have."),
        .init(
            "AsyncDispose", .bindgen, on: .operation, .none,
            "The operation, which gives a promise, disposes of the object when that is fulfilled, also as `Symbol.asyncDispose`."),
        .init("Once", .bindgen, on: .argument, .none, "The callback is called at most once and released after."),
        .init(
            "Transfer", .bindgen, on: .argument, .none,
            "Of `<package>/worker`: the buffer, or the object, moves to the worker, and the caller has it no longer."),
        .init(
            "Deprecated", .bindgen,
            on: [.anyDefinition, .constructor, .anyAttribute, .anyOperation, .constant, .dictionaryMember], [.none, .string],
            "Users are warned, with the reason where one is given."),
    ]

    /// Names of the past, accepted with a warning outside `--standard`.
    static let legacy: [AttributeSpecification] = [
        .init("Constructor", .legacy, on: .interface, [.none, .arguments], "Now a constructor operation.", repeats: true),
        .init(
            "NamedConstructor", .legacy, on: .interface, [.identifier, .namedArguments], "Renamed.", repeats: true,
            replacement: "LegacyFactoryFunction"),
        .init("LenientSetter", .legacy, on: .attribute, .none, "Renamed.", replacement: "LegacyLenientSetter"),
        .init("LenientThis", .legacy, on: .attribute, .none, "Renamed.", replacement: "LegacyLenientThis"),
        .init("NoInterfaceObject", .legacy, on: .interface, .none, "Renamed.", replacement: "LegacyNoInterfaceObject"),
        .init("OverrideBuiltins", .legacy, on: .interface, .none, "Renamed.", replacement: "LegacyOverrideBuiltIns"),
        .init(
            "TreatNonObjectAsNull", .legacy, on: .callbackFunction, .none, "Renamed.", replacement: "LegacyTreatNonObjectAsNull"),
        .init(
            "TreatNullAs", .legacy, on: AttributePlace.typePosition.union(.anyAttribute), .identifier, "Renamed.",
            replacement: "LegacyNullToEmptyString"),
        .init("Unforgeable", .legacy, on: [.attribute, .operation], .none, "Renamed.", replacement: "LegacyUnforgeable"),
    ]
}
