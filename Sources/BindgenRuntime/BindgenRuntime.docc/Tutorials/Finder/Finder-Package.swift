// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Finder",
    dependencies: [.package(name: "swift-bindgen", path: "~/.swift-bindgen/0.1.0")],
    targets: [
        .executableTarget(
            name: "Finder",
            dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    ]
)
