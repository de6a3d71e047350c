import BindgenRuntime
import WebDOM

/// What a value of Swift's is in JavaScript.
protocol Seen {
    var seen: JSValue { get }
}

extension String: Seen { var seen: JSValue { JSValue(self) } }
extension Bool: Seen { var seen: JSValue { .boolean(self) } }
extension Double: Seen { var seen: JSValue { .number(self) } }
extension Float: Seen { var seen: JSValue { .number(Double(self)) } }
extension Int8: Seen { var seen: JSValue { .number(Double(self)) } }
extension UInt8: Seen { var seen: JSValue { .number(Double(self)) } }
extension Int16: Seen { var seen: JSValue { .number(Double(self)) } }
extension UInt16: Seen { var seen: JSValue { .number(Double(self)) } }
extension Int32: Seen { var seen: JSValue { .number(Double(self)) } }
extension UInt32: Seen { var seen: JSValue { .number(Double(self)) } }
extension Int64: Seen { var seen: JSValue { .number(Double(self)) } }
extension UInt64: Seen { var seen: JSValue { .number(Double(self)) } }
extension JSValue: Seen { var seen: JSValue { self } }
extension JSObject: Seen { var seen: JSValue { .object(self) } }
extension Optional: Seen where Wrapped: Seen { var seen: JSValue { self?.seen ?? .null } }
extension Array: Seen where Element: Seen {
    var seen: JSValue { .object(JSArray(map { $0.seen }).object) }
}

/// Of other values a test sees that they can be read.
func opaque<Value>(_ value: Value) -> JSValue { .undefined }

enum Probe: ProbeExports {
    static func get(target: JSObject, member: UInt32) throws(JSError) -> JSValue { try Members.get(target, member) }
    static func set(target: JSObject, member: UInt32) throws(JSError) -> JSValue { try Members.set(target, member) }
    static func call(target: JSObject, member: UInt32) throws(JSError) -> JSValue { try Members.call(target, member) }
}
