enum Draw: DrawExports {
    static func line(options: Options) -> Result { Result(length: options.width, area: options.height) }
}
