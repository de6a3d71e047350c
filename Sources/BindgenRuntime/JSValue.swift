/// Any JavaScript value: the `any` of Web IDL.
///
/// Undefined, null, booleans and numbers are Swift's own; of everything else Swift holds the value as JavaScript has it, so that it comes back
/// as the same one.
///
/// ```swift
/// // any first(any value);
/// static func first(value: JSValue) -> JSValue {
///     guard case .object(let object) = value, let array = JSArray(object) else { return .undefined }
///     return (try? array.get(0)) ?? .undefined
/// }
/// ```
public enum JSValue: Equatable {
    /// `undefined`.
    case undefined
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A Number.
    case number(Double)
    /// A string as JavaScript has it; `String(text)` is its text in Swift.
    case string(JSString)
    /// A symbol.
    case symbol(JSSymbol)
    /// A bigint of any size.
    case bigint(JSBigInt)
    /// An object; functions are objects.
    case object(JSObject)
}

extension JSValue {
    /// A string with this text.
    public init(_ text: String) { self = .string(JSString(text)) }

    /// The function that is this value; nil for any other value.
    public var function: JSFunction? {
        guard case .object(let object) = self else { return nil }
        return JSFunction(object)
    }

    /// The text of a string; nil for any other value.
    public var text: String? {
        guard case .string(let string) = self else { return nil }
        return String(string)
    }
}

extension JSValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByStringLiteral
{
    /// `true`
    @inlinable public init(booleanLiteral value: Bool) { self = .boolean(value) }
    /// `1`
    @inlinable public init(integerLiteral value: Int64) { self = .number(Double(value)) }
    /// `1.5`
    @inlinable public init(floatLiteral value: Double) { self = .number(value) }
    /// `"text"`
    public init(stringLiteral value: String) { self.init(value) }
}

/// How a value crosses; the numbers stand in `AnyCrossing` of the generator.
extension JSValue {
    /// The kind of the value. For generated code.
    public var tag: Int32 {
        switch self {
        case .undefined: 0
        case .null: 1
        case .boolean: 2
        case .number: 3
        case .string: 4
        case .symbol: 5
        case .bigint(let value): value.handle == 0 ? Int32(truncatingIfNeeded: value.low >> 48) << 8 | 8 : 6
        case .object: 7
        }
    }

    /// What stands beside the tag. A handle is good as long as this value lives. For generated code.
    public var payload: Double {
        switch self {
        case .undefined, .null: 0
        case .boolean(let value): value ? 1 : 0
        case .number(let value): value
        case .string(let value): Double(value.handle)
        case .symbol(let value): Double(value.handle)
        case .bigint(let value): value.handle == 0 ? Double(value.low & 0xFFFF_FFFF_FFFF) : Double(value.handle)
        case .object(let value): Double(value.handle)
        }
    }
}

extension Lift {
    /// A value that crossed as its tag and what stands beside it; its handle is Swift's from here on.
    public static func value(_ tag: Int32, _ payload: Double) -> JSValue {
        switch tag {
        case 0: return .undefined
        case 1: return .null
        case 2: return .boolean(payload != 0)
        case 3: return .number(payload)
        case 4: return .string(JSString(adopting: Int32(payload)))
        case 5: return .symbol(JSSymbol(adopting: Int32(payload)))
        case 6: return .bigint(JSBigInt(low: 0, adopting: Int32(payload)))
        case 7: return .object(JSObject(adopting: Int32(payload)))
        default: return .bigint(JSBigInt(Int64(tag >> 8) << 48 | Int64(payload)))
        }
    }
}
