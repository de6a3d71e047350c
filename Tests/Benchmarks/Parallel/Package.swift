// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Parallel",
    dependencies: [.package(name: "swift-bindgen", path: "../../..")],
    targets: [
        .executableTarget(
            name: "Parallel",
            dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    ])
