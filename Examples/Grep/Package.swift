// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Grep",
    dependencies: [.package(name: "swift-bindgen", path: "../..")],
    targets: [
        .executableTarget(
            name: "Grep",
            dependencies: [
                .product(name: "BindgenRuntime", package: "swift-bindgen"), .product(name: "WASI", package: "swift-bindgen"),
            ],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    ]
)
