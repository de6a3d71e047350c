// swift-tools-version: 6.2
import PackageDescription

// Targets stand in pipeline order; each imports only what stands before it.
//
//   SourceFile -> syntax tree -> resolved declarations -> BindingPlan -> text -> files
//   BindgenIDL <- BindgenModel <- BindgenABI <- BindgenEmit <- BindgenDriver <- bindgen
//                                            <- BindgenDiff <-
//                               <- BindgenWIT             <-
//
// Leaves: BindgenWasm (reads compiled modules), BindgenRuntime (linked into the user's wasm), CarriedFiles (js-runtime and templates,
// carried inside the tool).

let hostSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// `bindgen build` compiles the user's package for wasm in a nested `swift build`, and its plugin then uses the bindgen that is
// running (BINDGEN_TOOL, set by nobody else): the tool is not compiled once more for every configuration, and the Swift comes
// from the same tool as the JavaScript.
let isNested = Context.environment["BINDGEN_TOOL"] != nil

// `bindgen install` writes `true` into its copy of this file, beside which the tool stands, built: packages that depend on that
// copy compile no part of the tool.
let isInstalled = false

let tool: [Target] =
    isInstalled
    ? [.binaryTarget(name: "bindgen", path: "bindgen.artifactbundle")]
    : [
        .target(name: "BindgenIDL", swiftSettings: hostSettings),
        .target(name: "BindgenModel", dependencies: ["BindgenIDL"], swiftSettings: hostSettings),
        .target(name: "BindgenABI", dependencies: ["BindgenIDL", "BindgenModel"], swiftSettings: hostSettings),
        .target(name: "BindgenWIT", dependencies: ["BindgenIDL", "BindgenModel"], swiftSettings: hostSettings),
        .target(
            name: "BindgenEmit", dependencies: ["BindgenIDL", "BindgenModel", "BindgenABI", "BindgenWIT"],
            swiftSettings: hostSettings),
        .target(name: "BindgenServe", swiftSettings: hostSettings),
        .target(
            name: "BindgenDiff", dependencies: ["BindgenIDL", "BindgenModel", "BindgenABI", "BindgenEmit", "BindgenWIT"],
            swiftSettings: hostSettings),
        .target(
            name: "BindgenDriver",
            dependencies: [
                "BindgenIDL", "BindgenModel", "BindgenABI", "BindgenEmit", "BindgenDiff", "BindgenWIT", "BindgenWasm",
                "BindgenServe", "CarriedFiles",
            ],
            exclude: ["Concurrency/Module", "Concurrency/SelfTest", "Scaffold/Template"],
            swiftSettings: hostSettings),
        .executableTarget(
            name: "bindgen", dependencies: ["BindgenIDL", "BindgenModel", "BindgenABI", "BindgenEmit", "BindgenDriver"],
            swiftSettings: hostSettings),
        .target(name: "BindgenWasm", swiftSettings: hostSettings),
        .target(name: "CarriedFiles"),

        .testTarget(
            name: "BindgenABITests", dependencies: ["BindgenIDL", "BindgenModel", "BindgenABI"], swiftSettings: hostSettings),
        .testTarget(
            name: "BindgenDriverTests", dependencies: ["BindgenIDL", "BindgenDiff", "BindgenDriver", "BindgenServe", "bindgen"],
            swiftSettings: hostSettings),
        .testTarget(name: "BindgenIDLTests", dependencies: ["BindgenIDL"], swiftSettings: hostSettings),
        .testTarget(
            name: "BindgenModelTests", dependencies: ["BindgenIDL", "BindgenModel", "BindgenABI"], swiftSettings: hostSettings),
        .testTarget(name: "BindgenWasmTests", dependencies: ["BindgenWasm"], swiftSettings: hostSettings),
    ]

let package = Package(
    name: "swift-bindgen",
    products: (isInstalled ? [] : [.executable(name: "bindgen", targets: ["bindgen"])]) + [
        .library(name: "BindgenRuntime", targets: ["BindgenRuntime"]),
        .library(name: "WASI", targets: ["WASI"]),
        .plugin(name: "BindgenPlugin", targets: ["BindgenPlugin"]),
        .plugin(name: "BindgenCommand", targets: ["BindgenCommand"]),
    ],
    targets: tool + [
        .target(name: "EmbeddedSupport"),
        .target(
            name: "BindgenRuntime", dependencies: ["EmbeddedSupport"],
            swiftSettings: [.enableExperimentalFeature("Lifetimes")]),
        .target(name: "WASIPreview1"),
        .target(name: "WASI", dependencies: ["EmbeddedSupport", "WASIPreview1"]),

        .plugin(name: "BindgenPlugin", capability: .buildTool(), dependencies: isNested ? [] : ["bindgen"]),
        .plugin(
            name: "BindgenCommand",
            capability: .command(
                intent: .custom(verb: "bindgen", description: "Build, test and serve Swift for JavaScript; see `bindgen --help`"),
                permissions: [
                    .writeToPackageDirectory(reason: "bindgen writes the npm module to `dist`"),
                    .allowNetworkConnections(scope: .local(), reason: "`bindgen dev` and `bindgen test` serve pages to browsers"),
                ]),
            dependencies: isNested ? [] : ["bindgen"]),
    ]
)
