// swift-tools-version: 6.2
import PackageDescription

// What JavaScript and browsers have, for programs in Swift. It is a package of its own, so that nobody who builds the tool compiles it, and
// it is compiled once for each configuration of a program that uses it: the members that a program does not call add nothing to its module.

let runtime: Target.Dependency = .product(name: "BindgenRuntime", package: "swift-bindgen")
let plugins: [Target.PluginUsage] = [.plugin(name: "BindgenPlugin", package: "swift-bindgen")]

// Code is made of what a program calls, where that program is compiled, and of nothing else: the table of compile times is in
// Tests/Benchmarks/README.md.
// What is deferred is optimized there too, so that to optimize it here as well would be work without a result: half of a release build of WebDOM,
// for a module that is as large.
let settings: [SwiftSetting] = [.enableExperimentalFeature("DeferredCodeGen"), .unsafeFlags(["-Onone"])]

/// Over WebDOM, each of a standard of its own: a program compiles those that it imports.
let leaves = ["IndexedDB", "SVG", "WebAnimations", "WebAudio", "WebCrypto", "WebGL", "WebGPU", "WebRTC"]

let package = Package(
    name: "WebAPI",
    products: [
        .library(name: "JavaScript", targets: ["JavaScript"]),
        .library(name: "WebDOM", targets: ["WebDOM"]),
    ] + leaves.map { .library(name: $0, targets: [$0]) },
    dependencies: [.package(name: "swift-bindgen", path: "../..")],
    targets: [
        .target(name: "JavaScript", dependencies: [runtime], swiftSettings: settings, plugins: plugins),
        .target(name: "WebDOM", dependencies: [runtime], swiftSettings: settings, plugins: plugins),
    ] + leaves.map { .target(name: $0, dependencies: ["WebDOM", runtime], swiftSettings: settings, plugins: plugins) }
)
