// swift-tools-version: 6.2
import PackageDescription

// The generated side of the benchmark: the same work as Floor/ behind the glue that bindgen writes.
let package = Package(
    name: "Benchmark",
    products: [.executable(name: "Benchmark", targets: ["Benchmark"])],
    dependencies: [.package(name: "swift-bindgen", path: "../../..")],
    targets: [
        .executableTarget(
            name: "Benchmark",
            dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    ]
)
