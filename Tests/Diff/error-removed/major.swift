enum Text: TextExports {
    static func last() -> Fault { .empty }
    static func check() throws(Fault) {}
}
