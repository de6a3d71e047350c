import BindgenRuntime

final class Thing: ThingExports {
    let value: Int32
    init(value: Int32) { self.value = value }
}

enum Lab: LabExports {
    nonisolated(unsafe) static var work: Work?
    nonisolated(unsafe) static var fails = false
    /// The text of the argument that came last.
    nonisolated(unsafe) static var note = ""

    static func before(work: Work?, fails: Bool) {
        self.work = work
        self.fails = fails
    }
    static func noted() -> String {
        defer { note = "" }
        return note
    }
    static func ping(text: String) -> String { text + "!" }

    static func run() throws(JSError) {
        work?()
        try check(fails)
    }
    static func check(_ fails: Bool) throws(JSError) {
        if fails { throw JSError("as asked", kind: .rangeError) }
    }
}

let longText = String(repeating: "a text that is longer than the area for results, ", count: 8)

// The text of a value says what arrived, in the words that the script has too.
func text(_ value: Bool) -> String { value ? "true" : "false" }
func text(_ value: Int8) -> String { "\(value)" }
func text(_ value: UInt8) -> String { "\(value)" }
func text(_ value: Int16) -> String { "\(value)" }
func text(_ value: UInt16) -> String { "\(value)" }
func text(_ value: Int32) -> String { "\(value)" }
func text(_ value: UInt32) -> String { "\(value)" }
func text(_ value: Int64) -> String { "\(value)" }
func text(_ value: UInt64) -> String { "\(value)" }
func text(_ value: Float) -> String { value.isNaN ? "nan" : "\(value.bitPattern)" }
func text(_ value: Double) -> String { value.isNaN ? "nan" : "\(value.bitPattern)" }
func text(_ value: String) -> String { value }
func text(_ value: Thing) -> String { "T\(value.value)" }
func text(_ value: Item) -> String { "I\(value.value)" }

func maybe<Value>(_ value: Value?, _ text: (Value) -> String) -> String {
    guard let value else { return "-" }
    return "?" + text(value)
}

func list<Value>(_ values: [Value], _ text: (Value) -> String) -> String {
    var result = "["
    for (index, value) in values.enumerated() { result += (index == 0 ? "" : ",") + text(value) }
    return result + "]"
}

func pairs<Value>(_ record: JSRecord<String, Value>, _ text: (Value) -> String) -> String {
    "<" + list(record.pairs) { $0.key + ":" + text($0.value) }.dropFirst().dropLast() + ">"
}
