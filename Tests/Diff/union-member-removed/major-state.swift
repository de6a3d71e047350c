enum Filter: FilterExports {
    static func run(key: Key) {}
    static func state() -> State { 1.5 }
}
