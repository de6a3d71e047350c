enum Filter: FilterExports {
    static func run(mode: Mode) {}
    static func state() -> State { .busy }
}
