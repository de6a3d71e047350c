// swift-tools-version: 6.2
import PackageDescription

// The hand-written floor of the benchmark, over the same allocator as generated modules. Built by ../build.mjs.
let package = Package(
    name: "Floor",
    dependencies: [.package(name: "swift-bindgen", path: "../../..")],
    targets: [
        .executableTarget(name: "Floor", dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")])
    ]
)
