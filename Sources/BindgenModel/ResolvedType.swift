/// A Web IDL type after name resolution: typedefs are replaced by what they stand for, type attributes have become part of the
/// type, and what remains is a closed set. Inside itself a typedef stays a name.
///
/// Named types refer to their declaration by its name, which is unique within a `ResolvedModule`.
package indirect enum ResolvedType: Equatable, Hashable, Sendable {
    case undefined
    case any
    case object
    case symbol
    case boolean
    case integer(IntegerType, IntegerConversion)
    case float(FloatType)
    case bigint
    case string(StringType, nullIsEmpty: Bool)
    case enumeration(String)
    case dictionary(String)
    case interface(String)
    case callbackFunction(String)
    case callbackInterface(String)
    case buffer(BufferType, BufferSharing)
    case sequence(ResolvedType)
    case asyncSequence(ResolvedType)
    case frozenArray(ResolvedType)
    case observableArray(ResolvedType)
    case record(key: StringType, value: ResolvedType)
    case promise(ResolvedType)
    case nullable(ResolvedType)
    /// The member types as written, nested unions kept (Web IDL 2.13.32 flattens them where it matters), and the typedef that names it.
    case union([ResolvedType], typedef: TypedefName? = nil)
    /// A typedef inside itself, which a sequence or a record lies between; `ResolvedModule.typedefs` has what it stands for.
    case typedef(String)

    /// The typedef that names a union.
    package struct TypedefName: Equatable, Hashable, Sendable {
        package var name: String
        /// `[Tagged="member"]`: the member by whose value the dictionaries of the union are told apart.
        package var tag: String?

        package init(_ name: String, tag: String? = nil) {
            self.name = name
            self.tag = tag
        }
    }

    /// The integer types of Web IDL 2.13.
    package enum IntegerType: String, CaseIterable, Sendable {
        case byte = "byte"
        case octet = "octet"
        case short = "short"
        case unsignedShort = "unsigned short"
        case long = "long"
        case unsignedLong = "unsigned long"
        case longLong = "long long"
        case unsignedLongLong = "unsigned long long"
    }

    /// What happens to a number that does not fit: wrap around, `[EnforceRange]` or `[Clamp]`.
    package enum IntegerConversion: Sendable {
        case modulo, enforceRange, clamp
    }

    package enum FloatType: String, CaseIterable, Sendable {
        case float = "float"
        case unrestrictedFloat = "unrestricted float"
        case double = "double"
        case unrestrictedDouble = "unrestricted double"
    }

    package enum StringType: String, CaseIterable, Sendable {
        case domString = "DOMString"
        case usvString = "USVString"
        case byteString = "ByteString"
    }

    /// The buffer types; the names are those of the JavaScript constructors.
    package enum BufferType: String, CaseIterable, Sendable {
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

    /// `[AllowShared]` and `[AllowResizable]` on a buffer type.
    package struct BufferSharing: Equatable, Hashable, Sendable {
        package var allowsShared: Bool
        package var allowsResizable: Bool

        package init(allowsShared: Bool = false, allowsResizable: Bool = false) {
            self.allowsShared = allowsShared
            self.allowsResizable = allowsResizable
        }
    }
}
