import Foundation

/// The `swift` that builds the user's package: the one in PATH.
package struct SwiftToolchain: Sendable {
    package var swift: String

    package init(swift: String) {
        self.swift = swift
    }

    package static func find() throws(BuildError) -> SwiftToolchain {
        guard let swift = Subprocess.find("swift") else {
            throw BuildError("there is no `swift` in PATH; install Swift 6.3 from https://www.swift.org/install")
        }
        return SwiftToolchain(swift: swift)
    }

    /// What `swift package` answers in JSON.
    func package<Answer: Decodable>(_ arguments: [String]) throws(BuildError) -> Answer {
        let arguments = ["package"] + arguments
        let result = try Subprocess.run(swift, arguments, output: .collectStandardOutput)
        // Progress of fetching dependencies may stand before the JSON.
        guard result.status == 0, let start = result.output.firstIndex(of: UInt8(ascii: "{")),
            let answer = try? JSONDecoder().decode(Answer.self, from: Data(result.output[start...]))
        else {
            let again = try Subprocess.run(swift, arguments, output: .collect)
            throw BuildError("`swift \(arguments.joined(separator: " "))` failed", details: again.text)
        }
        return answer
    }

    /// The toolset for Embedded Swift without an SDK.
    package func embeddedToolset() throws(BuildError) -> Toolset {
        struct TargetInfo: Decodable {
            struct Paths: Decodable { var runtimeResourcePath: String }
            var compilerVersion: String
            var swiftCompilerTag: String?
            var paths: Paths
        }
        let swiftc = String(swift.dropLast("swift".count)) + "swiftc"
        let program = FileManager.default.isExecutableFile(atPath: swiftc) ? swiftc : Subprocess.find("swiftc") ?? swiftc
        let result = try Subprocess.run(program, ["-print-target-info"], output: .collectStandardOutput)
        guard let info = try? JSONDecoder().decode(TargetInfo.self, from: Data(result.output)) else {
            throw BuildError("`\(program) -print-target-info` did not say where the toolchain is", details: result.text)
        }
        guard var toolset = Toolset(resourcePath: info.paths.runtimeResourcePath) else {
            throw BuildError(
                "the Swift toolchain at \(info.paths.runtimeResourcePath) has no Embedded Swift for \(Toolset.triple); "
                    + "use a toolchain from https://www.swift.org/install (6.3 or later), or an SDK with --swift-sdk")
        }
        toolset.compiler = ConcurrencyModule.Compiler(
            program: program, version: info.compilerVersion, tag: info.swiftCompilerTag ?? info.compilerVersion)
        return toolset
    }
}
