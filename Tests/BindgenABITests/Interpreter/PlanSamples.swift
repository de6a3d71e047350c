import BindgenABI

/// The types that the interpreter tries: values without parts, each of them in every outer type, and those once more in every outer type.
enum PlanSamples {
    private static let definitions = """
        enum Mode { "a", "b", "c" };
        interface Image { constructor(); };
        [Import] interface Row {};
        callback Job = undefined ();
        callback interface Hearer { undefined hear(); };
        dictionary Empty {};
        dictionary Numbers { required octet a; required double b; required short c; };
        dictionary Wide {
            required octet a; required double b; required octet c; required long long d; required float e; required short f;
            required DOMString g; required Mode h; required boolean i;
        };
        dictionary Refers { required Image image; One one; };
        dictionary Tree { sequence<Tree> children = []; long id; };
        dictionary One { required octet a; required Row row; };
        """
    /// The types that are tried: a family of `Crossing` without one here is a failure.
    static let types = [
        "boolean", "byte", "octet", "short", "unsigned short", "long", "unsigned long", "long long", "unsigned long long",
        "float",
        "unrestricted float", "double", "unrestricted double", "DOMString", "USVString", "ByteString", "any", "object", "symbol",
        "bigint", "Tree", "ArrayBuffer", "Mode", "Image", "Row", "Job", "Hearer", "Empty",
        "Numbers", "Wide", "Refers", "sequence<octet>", "FrozenArray<double>", "record<DOMString, Image>",
        "(long or DOMString or Image)", "(double or sequence<Numbers>)",
    ]
    /// Types that are no parts of others, as what is returned.
    static let results = [
        "undefined", "[BigInt] long long", "Uint8Array", "Float64Array?", "[View] Float64Array", "[View] Int16Array?",
    ]
    /// And as arguments.
    static let arguments = [
        "[Borrow] DOMString", "Promise<DOMString>", "async_sequence<double>", "Float32Array", "[Into] Uint8Array",
        "optional long", "optional Uint8Array",
    ]

    private static let ones: [UInt64] = [1, 0x7FFF_FFF0, UInt64(UInt32.max)]
    private static let doubles = [0, -0.0, 1.5, -1, .infinity].map(\Double.bitPattern)
    private static let floats = [0, -0.0, 1.5, -1, .infinity].map { (value: Float) in UInt64(value.bitPattern) }
    private static let texts: [PlanValue] = [.bytes([]), .bytes([0x61]), .bytes(Array(1...40))]
    private static let arrays: [PlanValue] = [.bytes([]), .bytes(Array(1...16))]

    private static func integers(_ values: Int64...) -> [PlanValue] {
        values.map { .leaf([UInt64(UInt32(truncatingIfNeeded: $0))]) }
    }
    private static func numbers(_ bits: [UInt64]) -> [PlanValue] { bits.map { .leaf([$0]) } }

    /// The values of each type without parts, by its spelling, the ends of its range among them.
    private static let leaves: [String: [PlanValue]] = [
        "undefined": [.leaf([])],
        "boolean": integers(0, 1),
        "int8": integers(0, -1, -128, 127), "uint8": integers(0, 255),
        "int16": integers(0, -1, -32768, 32767), "uint16": integers(0, 65535),
        "int32": integers(0, -1, -2_147_483_648, 2_147_483_647), "uint32": integers(0, 4_294_967_295),
        "int64": numbers(doubles), "uint64": numbers(doubles), "[BigInt] int64": numbers([0, UInt64.max, 1 << 63]),
        "float": numbers(floats), "unrestricted float": numbers(floats + [UInt64(Float.nan.bitPattern)]),
        "double": numbers(doubles), "unrestricted double": numbers(doubles + [Double.nan.bitPattern]),
        "DOMString": texts, "USVString": texts, "ByteString": texts,
        "any": [.leaf([0, 0]), .leaf([3, doubles[2]]), .leaf([7, 9.0.bitPattern])], "object": numbers(ones),
        "symbol": numbers(ones),
        "bigint": [.leaf([0, 0]), .leaf([UInt64.max, 0]), .leaf([0, 9])], "Tree by address": numbers(ones),
        "[copy] ArrayBuffer": arrays, "Promise<DOMString>": numbers(ones), "async_sequence<double>": numbers(ones),
        "[Borrow] DOMString": texts,
        "Mode": integers(0, 1, 2), "Image": numbers(ones), "Row": numbers(ones), "Job": numbers(ones), "Hearer": numbers(ones),
        "Empty": [.fields([])],
        "[copy] Uint8Array": arrays, "[into] Uint8Array": arrays, "[borrow] Float32Array": arrays, "[copy] Float64Array": arrays,
        "[view] Float64Array": [.view(owner: 0x7FFF_FFF0, Array(1...16))], "[view] Int16Array": [.view(owner: 1, Array(1...4))],
    ]

    /// Values of a type: those of its parts, one beside the other, and absent ones, and lists of none and of all.
    static func values(of form: any CrossingForm) throws -> [PlanValue] {
        guard let part = form.parts.first else {
            guard let values = leaves[form.spelling] else {
                throw PlanFault("there are no values of \(form.spelling); add some to PlanSamples.leaves")
            }
            return values
        }
        let ofParts = try form.parts.map { try values(of: $0.crossing.form) }
        let count = ofParts.map(\.count).max() ?? 0
        let rows = (0..<count).map { index in ofParts.map { $0[index % $0.count] } }
        switch part.count {
        case .one: return rows.map(PlanValue.fields)
        case .oneOrNone where form.isChoice:
            return ofParts.enumerated().flatMap { index, values in values.map { .choice(index, $0) } }
        case .oneOrNone: return [.maybe(nil)] + ofParts[0].map { .maybe($0) }
        case .any: return [.items([]), .items(rows)]
        }
    }

    /// A type in every outer type.
    private static func around(_ type: String, _ definitions: inout [String]) -> [String] {
        let (first, second) = ("D\(definitions.count)", "D\(definitions.count + 1)")
        definitions.append("dictionary \(first) { required octet before; required \(type) m; };")
        definitions.append("dictionary \(second) { \(type) m; required octet after; };")
        let lists = [first, second, "sequence<\(type)>", "record<DOMString, \(type)>"]
        return type.hasSuffix("?") || type == "any" ? lists : lists + ["\(type)?"]
    }

    /// The crossings of a type, and of that type in one and in two outer types.
    static func crossings(around type: String) -> [Crossing] {
        var definitions: [String] = []
        let singles = around(type, &definitions)
        let pairs = singles.flatMap { around($0, &definitions) }
        return crossings(([type] + singles + pairs).map { "\($0) " }, arguments: [], definitions)
    }

    /// Those of the types that are no parts of others.
    static func plainCrossings() -> [Crossing] { crossings(results.map { "\($0) " }, arguments: arguments, []) }

    private static func crossings(_ results: [String], arguments: [String], _ more: [String]) -> [Crossing] {
        var members = results.enumerated().map { "\($1)r\($0)();" }
        members += arguments.enumerated().map { "undefined a\($0)(\($1) v);" }
        let text = ([definitions] + more + ["namespace X { \(members.joined(separator: " ")) };"]).joined(separator: "\n")
        let functions = planned(text).containers.first { $0.name == "X" }?.functions ?? []
        return functions.map { $0.arguments.first?.crossing ?? $0.result.crossing }
    }

    /// The crossing of one type.
    static func crossing(_ type: String) throws -> Crossing {
        guard let crossing = crossings([type + " "], arguments: [], []).first else { throw PlanFault("\(type) has no crossing") }
        return crossing
    }
}
