// swift-tools-version: 6.2
import PackageDescription

// Asynchronous members, which `waiting.mjs` compares with the same in plain JavaScript.
let package = Package(
    name: "Waiting",
    products: [.executable(name: "Waiting", targets: ["Waiting"])],
    dependencies: [.package(name: "swift-bindgen", path: "../../..")],
    targets: [
        .executableTarget(
            name: "Waiting",
            dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    ]
)
