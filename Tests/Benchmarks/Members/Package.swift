// swift-tools-version: 6.2
import PackageDescription

// Kinds of members and types that the benchmark of the module beside it has none of: a package of its own, so that its size stays comparable.
let package = Package(
    name: "Members",
    products: [.executable(name: "Members", targets: ["Members"])],
    dependencies: [.package(name: "swift-bindgen", path: "../../..")],
    targets: [
        .executableTarget(
            name: "Members",
            dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    ]
)
