enum Integers: IntegersExports {
    static func int8(value: Int8) -> Int8 { value }
    static func int8Enforced(value: Int8) -> Int8 { value }
    static func int8Clamped(value: Int8) -> Int8 { value }
    static func uint8(value: UInt8) -> UInt8 { value }
    static func uint8Enforced(value: UInt8) -> UInt8 { value }
    static func uint8Clamped(value: UInt8) -> UInt8 { value }
    static func int16(value: Int16) -> Int16 { value }
    static func int16Enforced(value: Int16) -> Int16 { value }
    static func int16Clamped(value: Int16) -> Int16 { value }
    static func uint16(value: UInt16) -> UInt16 { value }
    static func uint16Enforced(value: UInt16) -> UInt16 { value }
    static func uint16Clamped(value: UInt16) -> UInt16 { value }
    static func int32(value: Int32) -> Int32 { value }
    static func int32Enforced(value: Int32) -> Int32 { value }
    static func int32Clamped(value: Int32) -> Int32 { value }
    static func uint32(value: UInt32) -> UInt32 { value }
    static func uint32Enforced(value: UInt32) -> UInt32 { value }
    static func uint32Clamped(value: UInt32) -> UInt32 { value }
    static func int64(value: Int64) -> Int64 { value }
    static func int64Enforced(value: Int64) -> Int64 { value }
    static func int64Clamped(value: Int64) -> Int64 { value }
    static func int64BigInt(value: Int64) -> Int64 { value }
    static func uint64(value: UInt64) -> UInt64 { value }
    static func uint64Enforced(value: UInt64) -> UInt64 { value }
    static func uint64Clamped(value: UInt64) -> UInt64 { value }
    static func uint64BigInt(value: UInt64) -> UInt64 { value }
    static func spellInt64(value: Int64) -> String { String(value) }
    static func spellUint64(value: UInt64) -> String { String(value) }
    static func least() -> Int32 { .min }
    static func greatest() -> UInt32 { .max }
    static func greatestBigInt() -> UInt64 { .max }
    static func greatestNumber() -> UInt64 { .max }
    static func sum(a: Int8, b: UInt8, c: Int16, d: UInt16, e: Int32) -> Int32 {
        Int32(a) &+ Int32(b) &+ Int32(c) &+ Int32(d) &+ e
    }
}
