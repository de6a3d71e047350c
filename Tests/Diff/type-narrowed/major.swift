enum Words: WordsExports {
    static func find(limit: Int32) -> String? { nil }
    static func show(text: String?) {}
    static func pick(size: String) {}
    static func count(value: Int32) {}
}
