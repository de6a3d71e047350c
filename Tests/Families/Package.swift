// swift-tools-version: 6.2
import Foundation
import PackageDescription

// One executable target for each folder that holds an `api.idl`: a new family is a new folder and nothing else.
//
// SwiftPM caches what a manifest says by its text and its environment, so a new folder alone would go unnoticed: the test runner
// names the folders in BINDGEN_FAMILIES, and a build by hand reads them.

let folder = URL(fileURLWithPath: Context.packageDirectory)

func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
}

let named = Context.environment["BINDGEN_FAMILIES"]?.split(separator: ",").map(String.init)
let found = try? FileManager.default.contentsOfDirectory(atPath: folder.path).filter { exists("\($0)/api.idl") }
let families = (named ?? found ?? []).sorted()

let package = Package(
    name: "Families",
    products: families.map { .executable(name: $0, targets: [$0]) },
    dependencies: [.package(name: "swift-bindgen", path: "../..")],
    targets: families.map { family in
        .executableTarget(
            name: family,
            dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
            path: family,
            exclude: ["test.mjs", "imports.mjs", "types.ts", "expected"].filter { exists("\(family)/\($0)") },
            plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
    }
)
