enum Filter: FilterExports { static func run(mode: Mode) { if mode == .blur {} } }
