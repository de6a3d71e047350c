import CarriedFiles
import Foundation

/// A package that builds at once, with an interface, its Swift, a script, tests and a page: what `bindgen new` writes.
package struct NewPackage: Sendable {
    package var name: ModuleName
    package var folder: String
    package var dependency: BindgenDependency

    package init(name: ModuleName, folder: String, dependency: BindgenDependency) {
        self.name = name
        self.folder = FileSystem.absolute(folder)
        self.dependency = dependency
    }

    /// Writes all files, or none where one of them is there already.
    /// - Returns: Their paths, relative to the folder.
    package func write() throws(BuildError) -> [String] {
        let files = files
        let present = files.map(\.path).filter { FileSystem.exists(folder + "/" + $0) }
        if !present.isEmpty {
            let more = present.count > 3 ? " and \(present.count - 3) more" : ""
            throw BuildError(
                "\(folder) has \(present.prefix(3).joined(separator: ", "))\(more) already, and nothing is overwritten; "
                    + "choose another folder with --path")
        }
        if case .checkout(let path) = dependency, !FileSystem.exists(path + "/Package.swift") {
            throw BuildError("\(path): there is no Package.swift here; --bindgen-path names a checkout of swift-bindgen")
        }
        try FileWriter(folder: folder).write(files)
        return files.map(\.path)
    }

    /// In the order in which a reader wants to see them.
    var files: [OutputFile] {
        let sources = "Sources/\(name.text)"
        return [
            OutputFile(path: "Package.swift", text: manifest),
            template(CarriedFile(api_idl()), "\(sources)/api.idl"),
            template(CarriedFile(Greeter_swift()), "\(sources)/Greeter.swift"),
            template(CarriedFile(Life_swift()), "\(sources)/Life.swift"),
            template(CarriedFile(module_test_mjs()), "Tests/\(name.packageName).test.mjs"),
            template(CarriedFile(main_mjs()), "main.mjs"),
            template(CarriedFile(index_html()), "index.html"),
            template(CarriedFile(page_mjs()), "page.mjs"),
            template(CarriedFile(style_css()), "style.css"),
            template(CarriedFile(icon_svg()), "icon.svg"),
            OutputFile(path: "README.md", text: readme),
            OutputFile(path: ".gitignore", text: ".build/\n.swiftpm/\ndist/\nnode_modules/\n"),
        ]
    }

    /// A file of the template with the names of this package. The template's own are valid Swift and JavaScript, so that it is
    /// checked like any other source.
    private func template(_ file: CarriedFile, _ path: String) -> OutputFile {
        OutputFile(
            path: path,
            text: file.text.replacing("MyModule", with: name.text).replacing("my-module", with: name.packageName)
                .replacing("`bindgen ", with: "`\(dependency.command) "))
    }

    private var manifest: String {
        """
        // swift-tools-version: 6.2
        import PackageDescription

        let package = Package(
            name: "\(name.text)",
            dependencies: [\(dependency.manifestEntry(in: folder))],
            targets: [
                .executableTarget(
                    name: "\(name.text)",
                    dependencies: [.product(name: "BindgenRuntime", package: "swift-bindgen")],
                    plugins: [.plugin(name: "BindgenPlugin", package: "swift-bindgen")])
            ]
        )

        """
    }

    /// How somebody else gets what the package needs.
    private var origin: String {
        guard case .installation(let version) = dependency else { return "" }
        return """

            It needs bindgen \(version): `swift run bindgen install` in a checkout of swift-bindgen puts it into your home.

            """
    }

    /// What starts the tool in the package.
    package var command: String { dependency.command }

    private var readme: String {
        """
        # \(name.text)

        Swift for JavaScript, made with swift-bindgen.

            \(dependency.command) dev      # builds, serves the page, and reloads it when a file is saved
            \(dependency.command) test     # the tests, in Node and in a browser
            \(dependency.command) run      # main.mjs in Node
            \(dependency.command) build    # the npm package, in dist
        \(origin)
        | file | |
        |---|---|
        | `Sources/\(name.text)/api.idl` | the interface, in Web IDL: what Swift implements and JavaScript calls |
        | `Sources/\(name.text)/*.swift` | the Swift |
        | `index.html`, `page.mjs`, `style.css` | a page that uses it |
        | `main.mjs` | a script that uses it |
        | `Tests/\(name.packageName).test.mjs` | tests |

        """
    }
}
