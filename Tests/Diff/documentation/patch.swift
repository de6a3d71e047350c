enum Greeter: GreeterExports { static func greet(name: String) -> String { name } }
enum Moods: MoodsExports { static func mood() -> Mood { .happy } }
