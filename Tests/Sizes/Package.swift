// swift-tools-version: 6.2
import PackageDescription

// Two small modules whose sizes are budgeted: `Tests/run sizes`.

func module(_ name: String) -> Target {
    .executableTarget(
        name: name,
        dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
        path: name,
        plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
}

let package = Package(
    name: "Sizes",
    products: [.executable(name: "Add", targets: ["Add"]), .executable(name: "Greeting", targets: ["Greeting"])],
    dependencies: [.package(name: "swift-bindgen", path: "../..")],
    targets: [module("Add"), module("Greeting")]
)
