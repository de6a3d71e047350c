// swift-tools-version: 6.2
import PackageDescription

let bindgen: [Target.PluginUsage] = [.plugin(name: "BindgenPlugin", package: "swift-bindgen")]
let runtime = Target.Dependency.product(name: "BindgenRuntime", package: "swift-bindgen")

// Words is built twice, as a component and for JavaScript. Refused is no component: what it calls is JavaScript's.
let package = Package(
    name: "Components",
    dependencies: [.package(name: "swift-bindgen", path: "../..")],
    targets: [
        .executableTarget(name: "Words", dependencies: [runtime], plugins: bindgen),
        .executableTarget(name: "Refused", dependencies: [runtime], plugins: bindgen),
    ]
)
