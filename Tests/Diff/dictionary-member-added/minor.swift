enum Draw: DrawExports {
    static func line(options: Options) {}
    static func options() -> Options { Options(width: 2) }
}
