import BindgenRuntime

// The protocol `GreeterExports` is generated from `api.idl`. Where this enum and the IDL disagree, the compiler says so here.

enum Greeter: GreeterExports {
    static func greet(name: String) -> String {
        "Hello, \(name)!"
    }
}
