import BindgenABI
package import BindgenIDL
import BindgenModel

/// The IDL of a library that a module uses: its types can be named, and its members are in the same .wasm.
package struct IDLLibrary: Sendable {
    package var moduleName: String
    package var sources: [SourceFile]
    /// The folder of the target, below which scripts may lie; empty where no JavaScript will be made.
    package var folder = ""

    package init(moduleName: String, sources: [SourceFile], folder: String = "") {
        (self.moduleName, self.sources, self.folder) = (moduleName, sources, folder)
    }

    /// Adds files to the library of a name, or a library.
    package static func add(_ sources: [SourceFile], of moduleName: String, to libraries: inout [IDLLibrary]) {
        if let index = libraries.firstIndex(where: { $0.moduleName == moduleName }) {
            libraries[index].sources += sources
        } else {
            libraries.append(IDLLibrary(moduleName: moduleName, sources: sources))
        }
    }
}

/// What the libraries of a module have.
struct LibraryDefinitions {
    private(set) var scope = ModuleScope()
    private let files: Set<String>

    /// - Parameter trees: those of each library's files.
    init(_ libraries: [(library: IDLLibrary, trees: [FileSyntax])], allowing allowed: Set<String>) {
        files = Set(libraries.flatMap(\.library.sources).map(\.path))
        var trees: [FileSyntax] = []
        // Which module has a definition that no file writes down, such as a union without a name, is told by the plan in which it comes first.
        for (library, own) in libraries {
            trees += own
            let foreign = ForeignDefinitions(trees, all: false)
            let module = resolve(trees, allowing: allowed).module.settingAside([], of: foreign).module
            scope.add(module, moduleName: library.moduleName)
        }
    }

    func holds(_ diagnostic: Diagnostic) -> Bool { files.contains(diagnostic.range.file.path) }

    /// What a module cannot do to definitions of its libraries, whose Swift is compiled before its own. Members of what JavaScript has are an
    /// extension in Swift.
    func faults(_ trees: [FileSyntax]) -> [Diagnostic] {
        trees.flatMap(\.definitions).compactMap { definition in
            guard let name = definition.target, let owner = scope.owners[name.text], !scope.imported.contains(name.text) else {
                return nil
            }
            return Diagnostic(
                .error, rule: "library-definition",
                "`\(name.text)` is the module \(owner)'s, to which another module adds nothing; let an interface of your own "
                    + "inherit from it, or move this into the IDL of \(owner)", at: name.range)
        }
    }
}

extension DefinitionSyntax {
    /// The definition that this one adds to: that of a partial one, and what includes a mixin.
    fileprivate var target: NameSyntax? {
        if case .includes(let node) = self { return node.target }
        return isPartial ? name : nil
    }
}
