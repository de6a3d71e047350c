/// Where an extended attribute stands.
package struct AttributePlace: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    package static let interface = AttributePlace(rawValue: 1 << 0)
    package static let partialInterface = AttributePlace(rawValue: 1 << 1)
    package static let mixin = AttributePlace(rawValue: 1 << 2)
    package static let partialMixin = AttributePlace(rawValue: 1 << 3)
    package static let namespace = AttributePlace(rawValue: 1 << 4)
    package static let partialNamespace = AttributePlace(rawValue: 1 << 5)
    package static let dictionary = AttributePlace(rawValue: 1 << 6)
    package static let partialDictionary = AttributePlace(rawValue: 1 << 7)
    package static let enumeration = AttributePlace(rawValue: 1 << 8)
    package static let typedef = AttributePlace(rawValue: 1 << 9)
    package static let callbackFunction = AttributePlace(rawValue: 1 << 10)
    package static let callbackInterface = AttributePlace(rawValue: 1 << 11)
    package static let includes = AttributePlace(rawValue: 1 << 12)
    package static let constructor = AttributePlace(rawValue: 1 << 13)
    package static let attribute = AttributePlace(rawValue: 1 << 14)
    package static let staticAttribute = AttributePlace(rawValue: 1 << 15)
    package static let operation = AttributePlace(rawValue: 1 << 16)
    package static let staticOperation = AttributePlace(rawValue: 1 << 17)
    package static let specialOperation = AttributePlace(rawValue: 1 << 18)
    package static let constant = AttributePlace(rawValue: 1 << 19)
    package static let iterable = AttributePlace(rawValue: 1 << 20)
    package static let argument = AttributePlace(rawValue: 1 << 21)
    package static let dictionaryMember = AttributePlace(rawValue: 1 << 22)
    /// Before a type: `attribute [Clamp] octet x`, `sequence<[Clamp] octet>`.
    package static let type = AttributePlace(rawValue: 1 << 23)

    package static let anyAttribute: AttributePlace = [.attribute, .staticAttribute]
    package static let anyOperation: AttributePlace = [.operation, .staticOperation, .specialOperation]
    package static let anyMember: AttributePlace = [.constructor, .anyAttribute, .anyOperation, .constant, .iterable]
    package static let interfaceLike: AttributePlace = [
        .interface, .partialInterface, .mixin, .partialMixin, .namespace, .partialNamespace,
    ]
    package static let anyDefinition: AttributePlace = [
        .interfaceLike, .dictionary, .partialDictionary, .enumeration, .typedef, .callbackFunction, .callbackInterface,
    ]
    /// Where the standard's type attributes (Web IDL 2.13.33) may stand: before a type, or in the list of an argument, a dictionary member or a
    /// typedef, whose type then takes them over.
    package static let typePosition: AttributePlace = [.type, .argument, .dictionaryMember]

    /// The places in words for diagnostics and documentation, in the order of their declaration.
    package var names: [String] {
        Self.wording.filter { contains($0.place) }.map(\.name)
    }

    private static let wording: [(place: AttributePlace, name: String)] = [
        (.interface, "interfaces"), (.partialInterface, "partial interfaces"), (.mixin, "mixins"),
        (.partialMixin, "partial mixins"),
        (.namespace, "namespaces"), (.partialNamespace, "partial namespaces"), (.dictionary, "dictionaries"),
        (.partialDictionary, "partial dictionaries"), (.enumeration, "enums"), (.typedef, "typedefs"),
        (.callbackFunction, "callback functions"), (.callbackInterface, "callback interfaces"),
        (.includes, "includes statements"),
        (.constructor, "constructors"), (.attribute, "attributes"), (.staticAttribute, "static attributes"),
        (.operation, "operations"), (.staticOperation, "static operations"), (.specialOperation, "special operations"),
        (.constant, "constants"), (.iterable, "iterable, maplike and setlike declarations"), (.argument, "arguments"),
        (.dictionaryMember, "dictionary members"), (.type, "types"),
    ]
}
