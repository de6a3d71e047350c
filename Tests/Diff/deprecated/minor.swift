enum Greeter: GreeterExports { static func greet(name: String) -> String { name } }
