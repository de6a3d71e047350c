enum Filter: FilterExports {
    static func run(mode: Mode) {
        switch mode {
        case .blur, .sharpen: break
        }
    }
    static func state() -> State { .idle }
}
