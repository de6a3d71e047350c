enum Greeter: GreeterExports {
    static func greet(name: String) -> String { "Hello, " + name + "!" }
}
