enum Sequences: SequencesExports {
    static func spots(values: [Spot]) -> [Spot] { values }
    static func samples(values: [Sample]) -> [Sample] { values }
    static func maybeSamples(values: [Sample]?) -> [Sample]? { values }
    static func sampleLists(values: [[Sample]]) -> [[Sample]] { values }
    static func wrapped(values: [Wrapped]) -> [Wrapped] { values }
    static func weight(values: [Sample]) -> UInt64 {
        values.reduce(0) {
            $0 + UInt64($1.kind) + UInt64($1.value) + UInt64(Int64($1.offset)) + UInt64($1.count) + UInt64($1.rest)
        }
    }
    static func booleans(values: [Bool]) -> [Bool] { values }
    static func bytes(values: [Int8]) -> [Int8] { values }
    static func octets(values: [UInt8]) -> [UInt8] { values }
    static func clamped(values: [UInt8]) -> [UInt8] { values }
    static func shorts(values: [Int16]) -> [Int16] { values }
    static func unsignedShorts(values: [UInt16]) -> [UInt16] { values }
    static func longs(values: [Int32]) -> [Int32] { values }
    static func unsignedLongs(values: [UInt32]) -> [UInt32] { values }
    static func longLongs(values: [Int64]) -> [Int64] { values }
    static func unsignedLongLongs(values: [UInt64]) -> [UInt64] { values }
    static func floats(values: [Float]) -> [Float] { values }
    static func anyFloats(values: [Float]) -> [Float] { values }
    static func doubles(values: [Double]) -> [Double] { values }
    static func anyDoubles(values: [Double]) -> [Double] { values }
    static func texts(values: [String]) -> [String] { values }
    static func fruits(values: [Fruit]) -> [Fruit] { values }
    static func points(values: [Point]) -> [Point] { values }
    static func named(values: [Named]) -> [Named] { values }
    static func nested(values: [[Int32]]) -> [[Int32]] { values }
    static func deep(values: [[[String]]]) -> [[[String]]] { values }
    static func maybeLongs(values: [Int32?]) -> [Int32?] { values }
    static func maybeDoubles(values: [Double?]) -> [Double?] { values }
    static func maybeBooleans(values: [Bool?]) -> [Bool?] { values }
    static func maybeTexts(values: [String?]) -> [String?] { values }
    static func maybeFruits(values: [Fruit?]) -> [Fruit?] { values }
    static func maybePoints(values: [Point?]) -> [Point?] { values }
    static func maybeNested(values: [[UInt8]?]) -> [[UInt8]?] { values }
    static func maybeSequence(values: [Int32]?) -> [Int32]? { values }
    static func frozen(values: [String]) -> [String] { values }
    static func total(values: [Double]) -> Double { values.reduce(0, +) }
    static func concatenated(first: [String], between: String, second: [String]) -> String {
        var result = ""
        for text in first { result += text }
        result += between
        for text in second { result += text }
        return result
    }
    static func upTo(count: UInt32) -> [Int32] { (0..<Int32(count)).map { $0 } }
    static func each(visit: @escaping Each) {
        visit([], [])
        visit(["a", "世", String(repeating: "x", count: 100)], [1, -2, 3])
    }
    static func fromCallback(make: @escaping Make) -> Double { make(3).reduce(0, +) }
}
