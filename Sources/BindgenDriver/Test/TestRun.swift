import Foundation

/// The tests of a package, in every place where they run.
package struct TestRun: Sendable {
    /// Which browsers are wanted.
    package enum Browsers: Equatable, Sendable {
        /// The first that is found.
        case any
        case none
        /// These, and it is an error where one is missing.
        case these([Browser.Kind])
        /// All that are found.
        case all
    }

    package enum Outcome: Equatable, Sendable {
        case passed(String)
        case failed(String)
        /// Did not run, and why.
        case skipped(String)
    }

    /// What happens, for the terminal.
    package enum Message: Sendable {
        case begins(String)
        case test(name: [String], outcome: String, milliseconds: Double, error: String?)
        case file(String)
        case log(String)
        case problem(BuildError)
    }

    package var package: String
    package var filter: String?
    package var browsers = Browsers.any
    /// Seconds for each place that runs tests without saying anything.
    package var timeout = 60.0
    package var isIsolated = false

    package init(package: String) {
        self.package = FileSystem.real(package)
    }

    /// The browsers to run in, and those that are not there.
    package func chosenBrowsers() -> (found: [Browser], missing: [Browser.Kind]) {
        let kinds: [Browser.Kind]
        switch browsers {
        case .none: return ([], [])
        case .any:
            let first = Browser.Kind.allCases.lazy.compactMap(Browser.find).first
            return (first.map { [$0] } ?? [], first == nil ? Browser.Kind.allCases : [])
        case .these(let wanted): kinds = wanted
        case .all: kinds = Browser.Kind.allCases
        }
        return (kinds.compactMap(Browser.find), kinds.filter { Browser.find($0) == nil })
    }

    /// `swift test`, with the bindings for the host. It has a folder of its own, and does not compile bindgen once more.
    package func swiftTests() -> Outcome {
        let folder = ScratchFolder(package: package).path + "/host"
        var arguments = ["test", "--package-path", package, "--scratch-path", folder]
        if let filter { arguments += ["--filter", filter] }
        do {
            let toolchain = try SwiftToolchain.find()
            // Compiling says enough of itself to be trusted with more time.
            let result = try Subprocess.run(
                toolchain.swift, arguments, environment: Subprocess.nestedEnvironment, output: .inherit,
                seconds: max(timeout * 10, 600))
            if result.isLate { return .failed("`swift test` did not end") }
            return result.status == 0 ? .passed("passed") : .failed("failed")
        } catch {
            return .failed(error.message)
        }
    }

    package func nodeTests(_ files: [String]) -> Outcome {
        guard let node = Subprocess.find("node") else { return .skipped("there is no `node` in PATH") }
        var arguments = ["--test", "--test-reporter=spec"]
        if let filter { arguments.append("--test-name-pattern=\(filter)") }
        do {
            let result = try Subprocess.run(
                node, arguments + files, output: .inherit, workingFolder: package, seconds: timeout * Double(max(1, files.count)))
            if result.isLate { return .failed("did not end within \(Int(timeout)) s for each file") }
            return result.status == 0 ? .passed("passed") : .failed("failed")
        } catch {
            return .failed(error.message)
        }
    }

    package func browserTests(
        _ files: [String], in browser: Browser, module: String, moduleName: String, tell: (Message) -> Void
    ) -> Outcome {
        let tests = BrowserTests(
            package: package, files: files, filter: filter, module: module, moduleName: moduleName, isIsolated: isIsolated,
            patience: timeout)
        var counts: [String: Int] = [:]
        do {
            try tests.run(in: browser) { event in
                if let file = event.file { tell(.file(String(file.dropFirst()))) }
                if let log = event.log { tell(.log(log)) }
                guard let name = event.name, let outcome = event.outcome else { return }
                counts[outcome, default: 0] += 1
                tell(.test(name: name, outcome: outcome, milliseconds: event.milliseconds ?? 0, error: event.error))
            }
        } catch {
            tell(.problem(error))
            return .failed(error.message)
        }
        if counts.isEmpty { return .failed("no test ran" + (filter.map { "; none has a name that matches \($0)" } ?? "")) }
        let words = ["failed", "passed", "skipped", "todo"].compactMap { word in counts[word].map { "\($0) \(word)" } }
        return counts["failed"] == nil ? .passed(words.joined(separator: ", ")) : .failed(words.joined(separator: ", "))
    }
}
