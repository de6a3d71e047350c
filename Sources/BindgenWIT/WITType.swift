import BindgenIDL
import BindgenModel

/// A type of Web IDL as a type of WIT.
extension WITDocument {
    /// Where a type stands.
    struct Site {
        enum Position {
            case argument, result
            /// A part of a record, of a variant or of a list in one.
            case part
        }
        var position: Position
        var origin: Origin
        var isInto = false
    }

    /// The type, and the names that it needs are used in the scope; nil where WIT cannot say it, which is then told.
    mutating func type(_ type: ResolvedType, _ site: Site, in scope: inout WITScope) -> WITType? {
        switch type {
        case .undefined: return .nothing
        case .boolean: return .primitive(.bool)
        case .integer(let integer, _): return .primitive(integer.wit)
        case .float(let float): return .primitive(float.wit)
        case .string(.byteString, _): return .list(.primitive(.u8))
        case .string: return .primitive(.string)
        case .enumeration(let name), .dictionary(let name): return named(name, site, in: &scope)
        case .interface(let name): return object(name, site, in: &scope)
        case .buffer(let buffer, _): return self.type(buffer, site)
        case .sequence(let element), .frozenArray(let element), .observableArray(let element):
            return self.type(element, site, in: &scope).map { .list($0) }
        case .record(let key, let value):
            if key == .byteString { return refuse("a record with keys of ByteString", "use DOMString for the keys", site) }
            return self.type(value, site, in: &scope).map { .list(.tuple([.primitive(.string), $0])) }
        case .nullable(let inner):
            if case .union(let members, _) = inner, members.contains(.undefined) {
                return refuse("null beside undefined", "keep one of the two: an option of WIT has one way to be empty", site)
            }
            return self.type(inner, site, in: &scope).map { .option($0) }
        case .union(let members, let name): return union(members, name, site, in: &scope)
        case .typedef(let name):
            return refuse(
                "`\(name)`, which contains itself", "keep the parts in one sequence and name them by their index", site)
        case .any, .object, .symbol, .bigint, .promise, .asyncSequence, .callbackFunction, .callbackInterface:
            return refuseForeign(type, site)
        }
    }

    private mutating func named(_ name: String, _ site: Site, in scope: inout WITScope) -> WITType? {
        guard let label = WITName.label(name) else { return nil }
        scope.use(label, of: .types)
        return .named(label)
    }

    /// An argument lends the object for the call; a result gives it. An export keeps what it likes of the host's objects, so those are given.
    private mutating func object(_ name: String, _ site: Site, in scope: inout WITScope) -> WITType? {
        guard let decl = interfaces[name], let label = WITName.label(name), !decl.origin.isPredefined else {
            return refuse("an object of `\(name)`", "give what Swift needs of it as values", site)
        }
        let isImported = decl.origin.annotations.importSource != nil
        if scope.isImported, !isImported {
            return refuse(
                "an import that takes or gives an object of the component", "let an export take an object of the host", site)
        }
        scope.use(label, of: isImported ? .host : .objects)
        switch site.position {
        case .argument where isImported && !scope.isImported: return .own(label, isImported: true)
        case .argument: return .borrow(label, isImported: isImported)
        case .result: return .own(label, isImported: isImported)
        case .part: return refuse("an object inside of a value", "pass the object as an argument of its own", site)
        }
    }

    private mutating func type(_ buffer: ResolvedType.BufferType, _ site: Site) -> WITType? {
        if site.isInto {
            return refuse("an array that the callee fills ([Into])", "return a typed array", site)
        }
        switch buffer {
        case .arrayBuffer, .dataView, .uint8Array, .uint8ClampedArray: return .list(.primitive(.u8))
        case .int8Array: return .list(.primitive(.s8))
        case .int16Array: return .list(.primitive(.s16))
        case .int32Array: return .list(.primitive(.s32))
        case .uint16Array: return .list(.primitive(.u16))
        case .uint32Array: return .list(.primitive(.u32))
        case .bigInt64Array: return .list(.primitive(.s64))
        case .bigUint64Array: return .list(.primitive(.u64))
        case .float32Array: return .list(.primitive(.f32))
        case .float64Array: return .list(.primitive(.f64))
        case .float16Array: return refuse("a Float16Array", "use Float32Array: WIT has no such numbers of 16 bits", site)
        case .sharedArrayBuffer: return refuse("a SharedArrayBuffer", "use ArrayBuffer: components share no memory", site)
        }
    }

    /// `(T or undefined)` is an option, every other union a variant.
    private mutating func union(
        _ members: [ResolvedType], _ name: ResolvedType.TypedefName?, _ site: Site, in scope: inout WITScope
    ) -> WITType? {
        let values = members.filter { $0 != .undefined }
        if values.count < members.count {
            if values.count == 1, case .nullable = values[0] {
                return refuse("null beside undefined", "keep one of the two: an option of WIT has one way to be empty", site)
            }
            let value: ResolvedType = values.count == 1 ? values[0] : .union(values, typedef: name)
            return type(value, site, in: &scope).map { .option($0) }
        }
        // BufferSource and its like are bytes, whichever view shows them.
        if values.allSatisfy(\.isBuffer) { return .list(.primitive(.u8)) }
        let cases = values.map(caseLabel)
        let label = name.flatMap { WITName.label($0.name) } ?? cases.joined(separator: "-or-")
        if !variants.contains(where: { $0.label == label }) {
            variants.append(Variant(label: label, members: values, site: Site(position: .part, origin: site.origin)))
        }
        scope.use(label, of: .types)
        return .named(label)
    }

    /// What cannot be said of JavaScript's own values.
    private mutating func refuseForeign(_ type: ResolvedType, _ site: Site) -> WITType? {
        switch type {
        case .callbackFunction(let name), .callbackInterface(let name):
            return refuse("the callback `\(name)`", "take an object of an [Import] interface with a method", site)
        case .promise: return refuse("a Promise", "return the value itself: WIT has waiting functions from WASI 0.3 on", site)
        case .asyncSequence: return refuse("an async_sequence", "return a sequence: WIT has streams from WASI 0.3 on", site)
        case .bigint: return refuse("a bigint of any size", "use long long with [BigInt], or its digits as DOMString", site)
        case .symbol: return refuse("a symbol", "use DOMString or an enum", site)
        default:
            let alternative = "name the types: a union, a dictionary, or JSON as DOMString"
            return refuse("`\(type.spelling)`, which may be anything", alternative, site)
        }
    }

    /// How a union's member is called in a variant.
    func caseLabel(_ type: ResolvedType) -> String {
        switch type {
        case .boolean: "boolean"
        case .integer: "integer"
        case .float: "number"
        case .string: "string"
        case .enumeration(let name), .dictionary(let name), .interface(let name): WITName.label(name) ?? "value"
        case .buffer: "bytes"
        case .sequence(let element), .frozenArray(let element): "list-of-" + caseLabel(element)
        case .record(_, let value): "record-of-" + caseLabel(value)
        case .nullable(let inner): caseLabel(inner)
        default: "value"
        }
    }
}

extension ResolvedType {
    /// A buffer, or a union of nothing else.
    fileprivate var isBuffer: Bool {
        switch self {
        case .buffer(let type, _): type != .sharedArrayBuffer
        case .union(let members, _): members.allSatisfy(\.isBuffer)
        default: false
        }
    }
}

extension ResolvedType.IntegerType {
    fileprivate var wit: WITType.Primitive {
        switch self {
        case .byte: .s8
        case .octet: .u8
        case .short: .s16
        case .unsignedShort: .u16
        case .long: .s32
        case .unsignedLong: .u32
        case .longLong: .s64
        case .unsignedLongLong: .u64
        }
    }
}

extension ResolvedType.FloatType {
    fileprivate var wit: WITType.Primitive {
        switch self {
        case .float, .unrestrictedFloat: .f32
        case .double, .unrestrictedDouble: .f64
        }
    }
}
