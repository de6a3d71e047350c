// swift-tools-version: 6.2
import PackageDescription

// The hand-written floor of the benchmark. Built by ../build.mjs for wasm32-unknown-none-wasm.
let package = Package(
    name: "Floor",
    targets: [
        .target(name: "FloorSupport"),
        .executableTarget(name: "Floor", dependencies: ["FloorSupport"]),
    ]
)
