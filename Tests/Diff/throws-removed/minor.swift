enum Text: TextExports {
    static func parse(text: String) -> Int32 {
        do { return try Host.write(text: text) } catch { return 0 }
    }
}
