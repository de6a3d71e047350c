enum Draw: DrawExports { static func end() -> Point { Point(x: 1, y: 2) } }
