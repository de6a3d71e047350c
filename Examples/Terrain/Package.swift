// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Terrain",
    dependencies: [.package(name: "swift-bindgen", path: "../..")],
    targets: [
        .target(name: "Noise"),
        .executableTarget(
            name: "Terrain",
            dependencies: ["Noise", .product(name: "BindgenRuntime", package: "swift-bindgen")],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")]),
    ]
)
