import Foundation

/// A browser of this machine that can run without a window.
package struct Browser: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case chromium, firefox
    }

    package var kind: Kind
    package var program: String

    /// Where browsers are: commands in PATH, and the applications of macOS. The first that is there is taken.
    private static let places: [Kind: [String]] = [
        .chromium: [
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "brave-browser",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        ],
        .firefox: ["firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"],
    ]

    package static func find(_ kind: Kind) -> Browser? {
        let program = places[kind, default: []].lazy.compactMap { place in
            place.hasPrefix("/") ? (FileManager.default.isExecutableFile(atPath: place) ? place : nil) : Subprocess.find(place)
        }.first
        return program.map { Browser(kind: kind, program: $0) }
    }

    /// Opens a page in a fresh profile, without a window.
    /// - Parameter profile: a folder for the profile, which is made anew.
    func open(_ address: String, profile: String) throws(BuildError) -> OpenBrowser {
        do {
            try? FileManager.default.removeItem(atPath: profile)
            try FileManager.default.createDirectory(atPath: profile, withIntermediateDirectories: true)
            if kind == .firefox { try preferences.write(toFile: profile + "/user.js", atomically: true, encoding: .utf8) }
        } catch {
            throw BuildError("cannot make a profile for \(kind.rawValue) in \(profile): \(error.localizedDescription)")
        }
        return try OpenBrowser(program: program, arguments: arguments(profile) + [address], profile: profile)
    }

    private func arguments(_ profile: String) -> [String] {
        switch kind {
        case .chromium:
            [
                "--headless", "--user-data-dir=\(profile)", "--no-first-run", "--no-default-browser-check", "--disable-sync",
                "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage", "--mute-audio",
                "--disable-background-timer-throttling", "--disable-renderer-backgrounding",
                // Chromium does not start its sandbox as root, as in most containers. Only the user's own page is opened.
            ] + (geteuid() == 0 ? ["--no-sandbox"] : [])
        case .firefox: ["--headless", "--no-remote", "--profile", profile]
        }
    }

    /// No first-run pages, no updates, no reports: a test makes no connection but to the test server.
    private var preferences: String {
        let values = [
            "app.update.disabledForTesting": "true", "browser.shell.checkDefaultBrowser": "false",
            "browser.startup.homepage_override.mstone": "\"ignore\"", "datareporting.policy.dataSubmissionEnabled": "false",
            "network.captive-portal-service.enabled": "false", "network.connectivity-service.enabled": "false",
            "toolkit.telemetry.reportingpolicy.firstRun": "false", "browser.aboutwelcome.enabled": "false",
        ]
        return values.sorted { $0.key < $1.key }.map { "user_pref(\"\($0.key)\", \($0.value));\n" }.joined()
    }
}

/// A browser that runs, until it is closed.
final class OpenBrowser {
    private let process = Process()
    private let profile: String
    private var log: String { profile + "/output.txt" }

    init(program: String, arguments: [String], profile: String) throws(BuildError) {
        self.profile = profile
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        // What belongs to the user's own browser is not touched, and nothing of it gets in.
        process.environment = ProcessInfo.processInfo.environment.merging(["HOME": profile]) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        _ = FileManager.default.createFile(atPath: profile + "/output.txt", contents: nil)
        let output = FileHandle(forWritingAtPath: profile + "/output.txt") ?? FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        do {
            try process.run()
        } catch {
            throw BuildError("cannot run \(program): \(error.localizedDescription)")
        }
        Interruption.passOn(to: process.processIdentifier)
    }

    var isRunning: Bool { process.isRunning }

    /// The end of what it printed, for a browser that does not do what it should.
    var lastWords: String {
        let text = FileSystem.read(log).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return text.split(separator: "\n").suffix(10).joined(separator: "\n")
    }

    func close() {
        kill(-process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        Interruption.childHasEnded(process.processIdentifier)
        try? FileManager.default.removeItem(atPath: profile)
    }
}
