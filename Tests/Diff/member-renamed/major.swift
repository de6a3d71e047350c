enum Text: TextExports {
    static func upper(text: String) -> String { text }
    static func lower(text: String) -> String { text }
}
