// swift-tools-version: 6.2
import PackageDescription

// The sources of zlib are put into `Sources/CZlib` when the test runs, in a copy of this package.
let package = Package(
    name: "Zlib",
    dependencies: [.package(name: "swift-bindgen", path: "../..")],
    targets: [
        .target(name: "CZlib", cSettings: [.define("Z_SOLO")]),
        .executableTarget(
            name: "Zlib", dependencies: ["CZlib", .product(name: "BindgenRuntime", package: "swift-bindgen")],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")]),
    ]
)
