/// A type as it is written, with its own extended attributes.
package struct TypeSyntax: SyntaxNode {
    package indirect enum Kind: Sendable {
        /// A type that the grammar spells with keywords.
        case builtin(Builtin)
        /// A reference to a definition.
        case named(NameSyntax)
        case sequence(TypeSyntax)
        case asyncSequence(TypeSyntax)
        case frozenArray(TypeSyntax)
        case observableArray(TypeSyntax)
        case promise(TypeSyntax)
        /// The key is one of the three string types.
        case record(key: TypeSyntax, value: TypeSyntax)
        /// Two or more member types.
        case union([TypeSyntax])
    }

    /// The types without parameters that have keywords of their own; the raw value is the canonical spelling.
    package enum Builtin: String, CaseIterable, Sendable {
        case any
        case undefined
        case boolean
        case byte
        case octet
        case bigint
        case short
        case unsignedShort = "unsigned short"
        case long
        case unsignedLong = "unsigned long"
        case longLong = "long long"
        case unsignedLongLong = "unsigned long long"
        case float
        case unrestrictedFloat = "unrestricted float"
        case double
        case unrestrictedDouble = "unrestricted double"
        case byteString = "ByteString"
        case domString = "DOMString"
        case usvString = "USVString"
        case object
        case symbol
        case arrayBuffer = "ArrayBuffer"
        case sharedArrayBuffer = "SharedArrayBuffer"
        case dataView = "DataView"
        case int8Array = "Int8Array"
        case int16Array = "Int16Array"
        case int32Array = "Int32Array"
        case uint8Array = "Uint8Array"
        case uint16Array = "Uint16Array"
        case uint32Array = "Uint32Array"
        case uint8ClampedArray = "Uint8ClampedArray"
        case bigInt64Array = "BigInt64Array"
        case bigUint64Array = "BigUint64Array"
        case float16Array = "Float16Array"
        case float32Array = "Float32Array"
        case float64Array = "Float64Array"
    }

    /// The attributes directly before the type; those of an argument or member that apply to its type stand in that node.
    package var extendedAttributes: ExtendedAttributeListSyntax
    package var kind: Kind
    /// The `?` after the type.
    package var nullableRange: SourceRange?
    /// The word that makes the type a history form (`void` for `undefined`, `async iterable` for `async_sequence`), as written.
    package var legacySpelling: String?
    /// From the first attribute or token to the last token, `?` included.
    package var range: SourceRange

    package var isNullable: Bool { nullableRange != nil }
}

extension TypeSyntax.Builtin {
    /// `PrimitiveType`
    package var isPrimitive: Bool {
        switch self {
        case .boolean, .byte, .octet, .bigint, .short, .unsignedShort, .long, .unsignedLong, .longLong, .unsignedLongLong, .float,
            .unrestrictedFloat, .double, .unrestrictedDouble:
            true
        default: false
        }
    }

    /// `StringType`
    package var isString: Bool { self == .domString || self == .usvString || self == .byteString }

    /// The types that are one keyword each.
    init?(keyword: TokenKind) {
        switch keyword {
        case .any: self = .any
        case .undefined: self = .undefined
        case .boolean: self = .boolean
        case .byte: self = .byte
        case .octet: self = .octet
        case .bigint: self = .bigint
        case .short: self = .short
        case .float: self = .float
        case .double: self = .double
        case .byteString: self = .byteString
        case .domString: self = .domString
        case .usvString: self = .usvString
        case .object: self = .object
        case .symbol: self = .symbol
        case .arrayBuffer: self = .arrayBuffer
        case .sharedArrayBuffer: self = .sharedArrayBuffer
        case .dataView: self = .dataView
        case .int8Array: self = .int8Array
        case .int16Array: self = .int16Array
        case .int32Array: self = .int32Array
        case .uint8Array: self = .uint8Array
        case .uint16Array: self = .uint16Array
        case .uint32Array: self = .uint32Array
        case .uint8ClampedArray: self = .uint8ClampedArray
        case .bigInt64Array: self = .bigInt64Array
        case .bigUint64Array: self = .bigUint64Array
        case .float16Array: self = .float16Array
        case .float32Array: self = .float32Array
        case .float64Array: self = .float64Array
        default: return nil
        }
    }
}
