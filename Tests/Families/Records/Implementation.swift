import BindgenRuntime

final class Node: NodeExports {
    let id: Int32
    init(id: Int32) { self.id = id }
    func counted(counts: JSRecord<String, Int32>) -> JSRecord<String, Int32> {
        var counts = counts
        counts["id"] = id
        return counts
    }
}

enum Records: RecordsExports {
    static func numbers(values: JSRecord<String, Int32>) -> JSRecord<String, Int32> { values }
    static func doubled(values: JSRecord<String, Double>) -> JSRecord<String, Double> {
        var result = values
        for (key, value) in values { result[key] = value * 2 }
        return result
    }
    static func texts(values: JSRecord<String, String>) -> JSRecord<String, String> { values }
    static func levels(values: JSRecord<String, Level>) -> JSRecord<String, Level> { values }
    static func maybe(values: JSRecord<String, Bool?>) -> JSRecord<String, Bool?> { values }
    static func lists(values: JSRecord<String, [String]>) -> JSRecord<String, [String]> { values }
    static func nested(values: JSRecord<String, JSRecord<String, Int32>>) -> JSRecord<String, JSRecord<String, Int32>> { values }
    static func several(values: [JSRecord<String, Int32>]) -> [JSRecord<String, Int32>] { values }
    static func nullable(values: JSRecord<String, Int32>?) -> JSRecord<String, Int32>? { values }
    static func size(values: JSRecord<String, Int32>) -> Int32 { Int32(values.count) }
    static func left(values: JSRecord<String, Int32>?) -> Int32 { Int32(values?.count ?? -1) }
    static func options(options: Options) -> Options { options }
    static func nodes(values: JSRecord<String, Node>) -> JSRecord<String, Node> { values }
    static func rows() -> JSRecord<String, Row> { ["first": Table.make(id: 1), "second": Table.make(id: 2)] }
    static func echoRows(values: JSRecord<String, Row>) -> JSRecord<String, Row> { values }
    static func visit(visit: @escaping Visit, values: JSRecord<String, Int32>) -> JSRecord<String, Int32> { visit(values) }
    static func visitor(step: Int32) -> Visit {
        { values in JSRecord(pairs: values.pairs.map { (key: $0.key, value: $0.value + step) }) }
    }
    static func widths(widths: JSRecord<String, Int32>) -> JSRecord<String, Int32> { Table.widths(widths: widths) }
    static func throughTable(rows: JSRecord<String, Row>) -> JSRecord<String, Row> { (try? Table.rows(rows: rows)) ?? [:] }
    static func failing(fails: Bool) throws(JSError) -> JSRecord<String, Int32> {
        if fails { throw JSError("no record") }
        return ["some": 1]
    }
    static func edited(values: JSRecord<String, Int32>) -> [String] {
        var copy = values
        copy["new"] = 1
        copy["a"] = nil
        copy["b"] = 5
        return copy.map { "\($0.key)=\($0.value)" } + [copy["none"] == nil ? "none" : "some"] + copy.keys
    }
}
