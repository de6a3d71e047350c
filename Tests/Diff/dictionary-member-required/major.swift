enum Draw: DrawExports { static func line(options: Options) -> Result { Result() } }
