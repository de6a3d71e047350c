import BindgenDriver
import Foundation

enum DevVerb: Verb {
    static let name = "dev"
    static let summary = "serve a package's page, and build and reload it as files change"
    static let help = """
        bindgen dev: serve a package's page, and build and reload it as files change

          bindgen dev [PATH] [--port N] [--host ADDRESS] [--open] [--isolated] [--compress]
                      [--product NAME] [-c debug|release] [--optimize speed|size] [--simd] [--threads]
                      [--debug-info none|names|split|full] [--source-map] [--swift-sdk ID] [--swift-sdks-path DIR]
                      [--quiet | --verbose]

        Builds the package at PATH (the current folder), serves its files at http://127.0.0.1:8000/, and watches them: when
        one is saved, the module is built and pages that are open are loaded anew. What is wrong with the IDL or the Swift
        is shown in the page, which goes on with the last good module. Ctrl-C ends it.

        The server's /dist/ is a folder of its own: the package's dist stays what `bindgen build` wrote. Builds are debug
        builds, which compile in about half the time and have a source map; `-c release` makes Swift code run many times faster.

          --port N                  the port (8000); where it is taken, the next one that is free
          --host ADDRESS            the address to listen on (127.0.0.1); 0.0.0.0 lets other machines in
          --open                    open the page in the browser
          --isolated                send the headers by which pages may use shared memory: COOP and COEP, and for browsers that
                                    know it Document-Isolation-Policy (--cross-origin-isolated is the same)
          --compress                send .wasm, .js and .css compressed to this machine, as they are to others
          -c, --configuration       `debug` (the default) or `release`

        The other options are those of `bindgen build`.
        """

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        var build = ModuleBuild(packagePath: ".")
        build.configuration = .debug
        try BuildVerb.readOptions(of: &build, from: &arguments)
        // Developer tools then step through Swift; a release build would take what is published along.
        if build.configuration == .debug { build.mapsSources = true }
        if build.output != nil { throw UsageError("`--out`: what is served is not written elsewhere; use `bindgen build --out`") }
        var server = DevServer()
        if let text = try arguments.option("--port") {
            guard let port = UInt16(text) else { throw UsageError("`--port \(text)`: a port is a number from 0 to 65535") }
            server.port = port
        }
        server.host = try arguments.option("--host") ?? server.host
        let isIsolated = arguments.flag("--isolated")
        server.isIsolated = arguments.flag("--cross-origin-isolated") || isIsolated
        server.compresses = arguments.flag("--compress")
        let opens = arguments.flag("--open")
        let operands = try arguments.operands()
        if operands.count > 1 { throw UsageError("`\(operands[1])` is one path too many") }
        build.packagePath = operands.first ?? "."
        guard FileSystem.exists(build.packagePath + "/Package.swift") else {
            Terminal.printError("error: \(FileSystem.absolute(build.packagePath)): there is no Package.swift here")
            return .wrongInput
        }
        do {
            try serve(build, server, opens: opens)
        } catch {
            Terminal.printError(error)
            return .wrongInput
        }
    }

    private static func serve(_ build: ModuleBuild, _ server: DevServer, opens: Bool) throws(BuildError) -> Never {
        let folder = FileSystem.real(build.packagePath)
        let status = DevStatus()
        let port = try server.start(package: folder, module: DevLoop.moduleFolder(package: folder), status: status)
        if server.port != 0, port != server.port {
            Terminal.print("port \(server.port) is taken; this is the next one that is free")
        }
        let isAny = server.host == "0.0.0.0" || server.host == "::"
        let name = isAny ? "127.0.0.1" : server.host.contains(":") ? "[\(server.host)]" : server.host
        let address = "http://\(name):\(port)/"
        Terminal.print("\(address) shows \(folder); a \(build.configuration.rawValue) build; Ctrl-C ends it")
        if opens { open(address) }
        DevLoop(build: build, status: status).run(tell)
    }

    private static func open(_ address: String) {
        guard let program = Subprocess.find("open") ?? Subprocess.find("xdg-open") else {
            Terminal.printError("note: there is neither `open` nor `xdg-open` to open the page with")
            return
        }
        _ = try? Subprocess.run(program, [address])
    }

    private static func tell(_ message: DevLoop.Message) {
        switch message {
        case .changed(let paths):
            let more = paths.count > 3 ? " and \(paths.count - 3) more" : ""
            Terminal.print("changed: \(paths.prefix(3).joined(separator: ", "))\(more)")
        case .reloaded(let pages):
            Terminal.print("reloaded \(count(pages))")
        case .built(let seconds, let pages, let diagnostics, let remarks):
            Terminal.report(diagnostics)
            for remark in remarks { Terminal.print("note: \(remark)") }
            Terminal.print("built in \(format(seconds)) s" + (pages > 0 ? ", reloaded \(count(pages))" : ""))
        case .failed(let problems, let seconds):
            for problem in problems { Terminal.printError(problem.text + "\n") }
            Terminal.print("not built, after \(format(seconds)) s; the last good module is served")
        }
    }

    private static func count(_ pages: Int) -> String { pages == 1 ? "1 page" : "\(pages) pages" }
    private static func format(_ seconds: Double) -> String { String(format: "%.1f", seconds) }
}
