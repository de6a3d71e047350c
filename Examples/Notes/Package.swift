// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Notes",
    dependencies: [
        .package(name: "swift-bindgen", path: "../.."),
        .package(path: "../../Sources/WebAPI"),
    ],
    targets: [
        .executableTarget(
            name: "Notes",
            dependencies: [
                .product(name: "WebDOM", package: "WebAPI"),
                .product(name: "BindgenRuntime", package: "swift-bindgen"),
            ],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    ]
)
