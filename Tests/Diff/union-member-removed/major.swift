enum Filter: FilterExports {
    static func run(key: Key) {
        switch key {
        case .string, .number, .boolean: break
        }
    }
    static func state() -> State { "idle" }
}
