enum Work: WorkExports { static func start(progress: @escaping Progress) { progress(0.5) } }
