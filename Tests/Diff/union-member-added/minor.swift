enum Filter: FilterExports {
    static func run(key: Key) {}
    static func state() -> State { "idle" }
}
