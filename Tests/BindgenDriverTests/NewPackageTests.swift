@testable import BindgenDriver
import Foundation
import Testing

@Suite struct NewPackageTests {
    @Test("a name that Swift and npm both take is a name", arguments: ["Words", "ImageFilter", "V8Engine", "a", "Snake_case"])
    func goodName(text: String) throws {
        #expect(try ModuleName(text).text == text)
    }

    @Test(
        "any other name is refused with its reason",
        arguments: [
            ("", "it is empty"), ("my-words", "begins with a letter; `MyWords` would do"), ("2d", "begins with a letter"),
            ("Größe", "letters A to Z"), ("_x", "no name that begins with `_`"), ("class", "word of the Swift language; `Class`"),
            ("Foundation", "Swift has a module of that name"), ("foundation", "of that name, `Foundation`, in other letters"),
            ("bindgen", "swift-bindgen, on which the package depends, has a target of that name"),
            ("BindgenEmit", "has a target of that name"), ("BINDGENPLUGIN", "`BindgenPlugin`, in other letters"),
            ("Fs", "the npm package would be `fs`"), ("a/b", "`AB` would do"),
            ("../x", "letters A to Z"), (String(repeating: "a", count: 215), "npm allows 214 characters"),
        ])
    func badName(text: String, reason: String) throws {
        let error = try #require(throws: BuildError.self) { try ModuleName(text) }
        #expect(error.message.contains(reason), "\(error.message)")
    }

    @Test("no target or product of swift-bindgen is a name for a package")
    func ownNames() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..").standardizedFileURL
        let manifest = try String(contentsOf: root.appendingPathComponent("Package.swift"), encoding: .utf8)
        let names = manifest.matches(of: /(?:[tT]arget|library|plugin|executable)\(\s*name: "([^"]+)"/).map { String($0.1) }
        #expect(names.count > 15)
        for name in names { #expect(throws: BuildError.self, "\(name)") { try ModuleName(name) } }
        #expect(Set(names) == Set(ModuleName.ownNames))
    }

    @Test("all files are written, with the names of the package, or none is where one is there")
    func write() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/new"
        let package = NewPackage(
            name: try ModuleName("WordCount"), folder: path,
            dependency: .repository(url: "https://x.example/\"", version: "1.2.3"))
        let files = try package.write()
        #expect(
            Set(files).isSuperset(of: ["Package.swift", "Sources/WordCount/api.idl", "Tests/word-count.test.mjs", ".gitignore"]))
        for file in files {
            let text = try #require(folder.text("new/" + file))
            #expect(!text.contains("MyModule") && !text.contains("my-module"), "\(file)")
        }
        #expect(folder.text("new/main.mjs")?.contains("./dist/word-count.node.js") == true)
        #expect(folder.text("new/Package.swift")?.contains(#".package(url: "https://x.example/\"", from: "1.2.3")"#) == true)

        try folder.write("other/page.mjs", "mine")
        var second = package
        second.folder = folder.path + "/other"
        let error = try #require(throws: BuildError.self) { try second.write() }
        #expect(error.message.contains("has page.mjs already, and nothing is overwritten"))
        #expect(folder.text("other/page.mjs") == "mine")
        #expect(folder.text("other/Package.swift") == nil)
    }

    @Test("a checkout is named by the way to it, with the characters that its path has, and has to be one")
    func checkout() throws {
        #expect(
            BindgenDependency.checkout("/a \"b\\(c)\n").manifestEntry(in: "/a")
                == #".package(name: "swift-bindgen", path: "../a \"b\\(c)\u{a}")"#)
        let folder = try TemporaryFolder()
        let package = NewPackage(name: try ModuleName("A"), folder: folder.path, dependency: .checkout(folder.path + "/no"))
        let error = try #require(throws: BuildError.self) { try package.write() }
        #expect(error.message.contains("--bindgen-path names a checkout"))
        #expect(folder.names.isEmpty)

        // By a link on the way, `..` would be the folder that it leads to.
        try folder.write("checkout/Package.swift", "")
        try FileManager.default.createDirectory(atPath: folder.path + "/deep/er", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: folder.path + "/deep/er")
        let entry = BindgenDependency.checkout(folder.path + "/checkout").manifestEntry(in: folder.path + "/link/new")
        #expect(entry == #".package(name: "swift-bindgen", path: "../../../checkout")"#)
    }

    @Test("an installation is named by its place in the user's home, and the package says how it is started")
    func installation() throws {
        let folder = try TemporaryFolder()
        let package = NewPackage(
            name: try ModuleName("Words"), folder: folder.path + "/new", dependency: .installation(version: "1.2.3"))
        try package.write()
        let manifest = try #require(folder.text("new/Package.swift"))
        #expect(manifest.contains(#".package(name: "swift-bindgen", path: "~/.swift-bindgen/1.2.3")"#))
        let readme = try #require(folder.text("new/README.md"))
        #expect(readme.contains("\n    bindgen run ") && readme.contains("It needs bindgen 1.2.3"))
        #expect(folder.text("new/main.mjs")?.hasPrefix("// `bindgen run` builds") == true)
    }
}
