// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Finder",
    dependencies: [.package(name: "swift-bindgen", path: "../..")],
    targets: [
        .target(name: "AhoCorasick"),
        .executableTarget(
            name: "Finder",
            dependencies: ["AhoCorasick", .product(name: "BindgenRuntime", package: "swift-bindgen")],
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")]),
    ],
    cxxLanguageStandard: .cxx20
)
