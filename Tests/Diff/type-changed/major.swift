enum Words: WordsExports {
    static func store(bytes: Span<UInt8>) {}
    static func text(name: String) -> String { name }
    static func clamp(level: UInt8) {}
    static func big() -> Int64 { 1 }
    static func fill(values: inout MutableSpan<Double>) {}
}
