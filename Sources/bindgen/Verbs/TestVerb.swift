import BindgenDriver
import Foundation

enum TestVerb: Verb {
    static let name = "test"
    static let summary = "build a package and run its tests in Node, in a browser and in Swift"
    static let help = """
        bindgen test: build a package and run its tests in Node, in a browser and in Swift

          bindgen test [PATH] [--browser chromium|firefox|all|none]… [--filter PATTERN] [--timeout SECONDS]
                       [--cross-origin-isolated]
                       [--product NAME] [--out DIR] [-c debug|release] [--optimize speed|size] [--simd] [--threads]
                       [--debug-info none|names|split|full] [--swift-sdk ID] [--swift-sdks-path DIR]
                       [--quiet | --verbose]

        Builds the package at PATH (the current folder) like `bindgen build`, then runs

          *.test.mjs, test.mjs   in Node (`node --test`) and in a browser
          *.node.test.mjs        in Node alone
          *.browser.test.mjs     in browsers alone
          Swift test targets     by `swift test`, for this machine

        Tests are written for `node:test` and `node:assert`. In a browser these are small modules of bindgen's own: test, it,
        describe, hooks, subtests, skip, todo and timeouts, and all of assert but its rarest functions; there is no mock and
        no `only`. Each file has a page of its own, served from the package; "../dist/NAME.node.js" is the browser's entry there.

          --browser NAME            `chromium` (or Chrome, or Edge), `firefox`, `all` that are installed, or `none`; the first
                                    that is installed without this option
          --filter PATTERN          run the tests whose names match a regular expression
          --timeout SECONDS         for how long a test file may say nothing (60)
          --cross-origin-isolated   send COOP and COEP, so that pages may use shared memory

        The other options are those of `bindgen build`. The exit code is 0 when all tests have passed.
        """

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        var build = ModuleBuild(packagePath: ".")
        try BuildVerb.readOptions(of: &build, from: &arguments)
        build.measuresSizes = false
        let browsers = try browsers(&arguments)
        let filter = try arguments.option("--filter")
        let timeout = try arguments.option("--timeout")
        let isIsolated = arguments.flag("--cross-origin-isolated")
        let operands = try arguments.operands()
        if operands.count > 1 { throw UsageError("`\(operands[1])` is one path too many") }
        build.packagePath = operands.first ?? "."
        var run = TestRun(package: build.packagePath)
        run.browsers = browsers
        run.filter = filter
        run.isIsolated = isIsolated
        if let timeout {
            guard let seconds = Double(timeout), seconds > 0, seconds < 100_000 else {
                throw UsageError("`--timeout \(timeout)`: name a number of seconds")
            }
            run.timeout = seconds
        }
        if let filter, (try? NSRegularExpression(pattern: filter)) == nil {
            throw UsageError("`--filter \(filter)` is no regular expression")
        }
        return perform(run, build)
    }

    private static func browsers(_ arguments: inout Arguments) throws(UsageError) -> TestRun.Browsers {
        let words = try arguments.options(["--browser"])
        if words.isEmpty { return .any }
        if words == ["none"] { return .none }
        if words == ["all"] { return .all }
        var kinds: [Browser.Kind] = []
        for word in words {
            guard let kind = Browser.Kind(rawValue: word) else {
                throw UsageError("`--browser \(word)`: the value is one of `chromium`, `firefox`, `all`, `none`")
            }
            if !kinds.contains(kind) { kinds.append(kind) }
        }
        return .these(kinds)
    }

    private static func perform(_ run: TestRun, _ build: ModuleBuild) -> ExitCode {
        let files = TestFiles(package: run.package)
        let (found, missing) = run.chosenBrowsers()
        if case .these = run.browsers, let kind = missing.first {
            Terminal.printError("error: \(kind.rawValue) is not found on this machine; leave out `--browser \(kind.rawValue)`")
            return .wrongInput
        }
        guard let outcome = BuildVerb.perform(build) else { return .wrongInput }
        var results: [(place: String, outcome: TestRun.Outcome)] = []
        if outcome.hasTestTargets {
            begin("swift test")
            results.append(("Swift", run.swiftTests()))
        }
        if !files.inNode.isEmpty {
            begin("node --test")
            results.append(("Node", run.nodeTests(files.inNode)))
        }
        if !files.inBrowsers.isEmpty {
            for browser in found {
                begin(browser.kind.rawValue)
                let result = run.browserTests(
                    files.inBrowsers, in: browser, module: outcome.folder, moduleName: outcome.moduleName, tell: tell)
                results.append((browser.kind.rawValue, result))
            }
            for kind in missing { results.append((kind.rawValue, .skipped("it is not found on this machine"))) }
        }
        if results.isEmpty {
            Terminal.printError("error: there are no tests in \(run.package); write one, such as Tests/first.test.mjs")
            return .wrongInput
        }
        return summarize(results)
    }

    private static func begin(_ place: String) {
        Terminal.print("\n\(place)")
    }

    private static func tell(_ message: TestRun.Message) {
        switch message {
        case .begins(let place): begin(place)
        case .file(let file): Terminal.print("  \(file)")
        case .log(let text): Terminal.print(indented(text, by: 4))
        case .problem(let error): Terminal.printError(error)
        case .test(let name, let outcome, let milliseconds, let error):
            let mark = ["passed": "✔", "failed": "✖", "skipped": "﹣", "todo": "…"][outcome] ?? outcome
            let time = String(format: "%.1f", milliseconds)
            Terminal.print("    \(mark) \(name.joined(separator: " > ")) (\(time) ms)")
            if let error { Terminal.print(indented(error, by: 8)) }
        }
    }

    private static func indented(_ text: String, by width: Int) -> String {
        let indentation = String(repeating: " ", count: width)
        return text.split(separator: "\n").map { indentation + $0 }.joined(separator: "\n")
    }

    private static func summarize(_ results: [(place: String, outcome: TestRun.Outcome)]) -> ExitCode {
        Terminal.print("")
        let width = results.map(\.place.count).max() ?? 0
        var code = ExitCode.done
        for (place, outcome) in results {
            let name = place + String(repeating: " ", count: width - place.count)
            switch outcome {
            case .passed(let words): Terminal.print("\(name)  ✔ \(words)")
            case .skipped(let reason): Terminal.print("\(name)  ﹣ skipped: \(reason)")
            case .failed(let words):
                Terminal.print("\(name)  ✖ \(words)")
                code = .wrongInput
            }
        }
        return code
    }
}
