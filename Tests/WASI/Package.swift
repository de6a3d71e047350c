// swift-tools-version: 6.2
import PackageDescription

let bindgen: [Target.PluginUsage] = [.plugin(name: "BindgenPlugin", package: "swift-bindgen")]
let runtime = Target.Dependency.product(name: "BindgenRuntime", package: "swift-bindgen")

// Clock calls WASI by itself, Disk by the library of that name; Machine has a C library below it, and so needs a Swift SDK, and so does Reactor, which calls nothing
// of WASI's.
let package = Package(
    name: "WASI",
    dependencies: [.package(name: "swift-bindgen", path: "../..")],
    targets: [
        .executableTarget(name: "Clock", dependencies: [runtime], plugins: bindgen),
        .executableTarget(
            name: "Disk", dependencies: [runtime, .product(name: "WASI", package: "swift-bindgen")], plugins: bindgen),
        .target(name: "CMachine"),
        .executableTarget(name: "Machine", dependencies: ["CMachine", runtime], plugins: bindgen),
        .executableTarget(name: "Reactor", dependencies: ["CMachine", runtime], plugins: bindgen),
    ]
)
