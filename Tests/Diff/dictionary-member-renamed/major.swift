enum Draw: DrawExports { static func line(options: Options) { _ = options.width } }
