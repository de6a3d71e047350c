enum Filter: FilterExports {
    static func run(key: Key) {}
    static func state() -> State { "idle" }
    static func json() -> Json { .sequence(["a", .record(["b": "c"])]) }
}
