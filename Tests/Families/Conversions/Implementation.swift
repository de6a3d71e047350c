import BindgenRuntime

enum Conversions: ConversionsExports {
    static func asByte(value: Int8) -> Int8 { value }
    static func asByteClamp(value: Int8) -> Int8 { value }
    static func asByteEnforceRange(value: Int8) -> Int8 { value }
    static func asOctet(value: UInt8) -> UInt8 { value }
    static func asOctetClamp(value: UInt8) -> UInt8 { value }
    static func asOctetEnforceRange(value: UInt8) -> UInt8 { value }
    static func asShort(value: Int16) -> Int16 { value }
    static func asShortClamp(value: Int16) -> Int16 { value }
    static func asShortEnforceRange(value: Int16) -> Int16 { value }
    static func asUnsignedShort(value: UInt16) -> UInt16 { value }
    static func asUnsignedShortClamp(value: UInt16) -> UInt16 { value }
    static func asUnsignedShortEnforceRange(value: UInt16) -> UInt16 { value }
    static func asLong(value: Int32) -> Int32 { value }
    static func asLongClamp(value: Int32) -> Int32 { value }
    static func asLongEnforceRange(value: Int32) -> Int32 { value }
    static func asUnsignedLong(value: UInt32) -> UInt32 { value }
    static func asUnsignedLongClamp(value: UInt32) -> UInt32 { value }
    static func asUnsignedLongEnforceRange(value: UInt32) -> UInt32 { value }
    static func asLongLong(value: Int64) -> Int64 { value }
    static func asLongLongClamp(value: Int64) -> Int64 { value }
    static func asLongLongEnforceRange(value: Int64) -> Int64 { value }
    static func asUnsignedLongLong(value: UInt64) -> UInt64 { value }
    static func asUnsignedLongLongClamp(value: UInt64) -> UInt64 { value }
    static func asUnsignedLongLongEnforceRange(value: UInt64) -> UInt64 { value }
    static func asFloat(value: Float) -> Float { value }
    static func asUnrestrictedFloat(value: Float) -> Float { value }
    static func asDouble(value: Double) -> Double { value }
    static func asUnrestrictedDouble(value: Double) -> Double { value }
    static func asBoolean(value: Bool) -> Bool { value }
    static func asDOMString(value: String) -> String { value }
    static func asDOMStringLegacyNullToEmptyString(value: String) -> String { value }
    static func asUSVString(value: String) -> String { value }
    static func asUSVStringLegacyNullToEmptyString(value: String) -> String { value }
    static func asByteString(value: [UInt8]) -> [UInt8] { value }
    static func asByteStringLegacyNullToEmptyString(value: [UInt8]) -> [UInt8] { value }
    static func asBigint(value: JSBigInt) -> JSBigInt { value }
    static func asAny(value: JSValue) -> JSValue { value }
    static func asObject(value: JSObject) -> JSObject { value }
}
