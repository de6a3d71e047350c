// swift-tools-version: 6.2
import PackageDescription

// The web platform from Swift, through WebDOM. Built by ../webapi.mjs.
let package = Package(
    name: "Page",
    dependencies: [
        .package(name: "swift-bindgen", path: "../../.."),
        .package(path: "../../../Sources/WebAPI"),
    ],
    targets: [
        .executableTarget(
            name: "Page",
            dependencies: [
                .product(name: "WebDOM", package: "WebAPI"),
                .product(name: "BindgenRuntime", package: "swift-bindgen"),
            ],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    ]
)
