enum Words: WordsExports {
    static func find(limit: UInt8) -> String? { nil }
    static func show(text: String) { Host.show(text: text) }
    static func add(values: [Int32]) {}
    static func first() -> String { "a" }
}
