// swift-tools-version: 6.2
import PackageDescription

let runtime = Target.Dependency.product(name: "BindgenRuntime", package: "swift-bindgen")
let plugin = Target.PluginUsage.plugin(name: "BindgenPlugin", package: "swift-bindgen")

let package = Package(
    name: "Storm",
    dependencies: [.package(name: "swift-bindgen", path: "../..")],
    targets: [
        .executableTarget(name: "Storm", dependencies: [runtime], plugins: [plugin]),
        // Does not compile: what belongs to one thread goes to others.
        .executableTarget(name: "Capture", dependencies: [runtime], plugins: [plugin]),
    ])
