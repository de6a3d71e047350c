enum Filter: FilterExports {
    static func run(key: Key) {
        switch key {
        case .string, .number: break
        }
    }
    static func state() -> State { "idle" }
    static func json() -> Json { .sequence(["a", .record(["b": "c"])]) }
}
