import Foundation
import PackagePlugin

/// `swift package bindgen VERB …`: the tool itself, with the package as its working folder.
@main
struct BindgenCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let process = Process()
        // Where bindgen itself has SwiftPM run (BINDGEN_TOOL), it is not compiled once more; see Package.swift.
        let running = ProcessInfo.processInfo.environment["BINDGEN_TOOL"].map { URL(fileURLWithPath: $0) }
        process.executableURL = try running ?? context.tool(named: "bindgen").url
        process.arguments = arguments
        process.currentDirectoryURL = context.package.directoryURL
        try process.run()
        process.waitUntilExit()
        // SwiftPM says no more than that the plugin failed; the tool has said why.
        if process.terminationReason == .uncaughtSignal { exit(1) }
        exit(process.terminationStatus)
    }
}
