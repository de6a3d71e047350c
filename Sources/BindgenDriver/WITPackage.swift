package import BindgenIDL
import BindgenModel
import BindgenWIT

/// The interface of a module as a package of WIT. Reads and writes nothing.
package struct WITPackage: Sendable {
    /// The errors and warnings of the IDL; where it has no error, what WIT cannot say.
    package let diagnostics: [Diagnostic]
    /// What WIT cannot say.
    package let refusals: [Diagnostic]
    /// Nil where there is an error.
    package let text: String?

    /// - Parameters:
    ///   - libraries: what the module uses of others, which is a part of it.
    ///   - name: the package's name in WIT, such as `acme:words@1.0.0`; nil for `local:` and the module's name.
    package init(_ sources: [SourceFile], libraries: [IDLLibrary], moduleName: String, name: String?) {
        let parsed = (libraries.flatMap(\.sources) + sources).map { parse($0) }
        let (module, faults) = resolve(parsed.map(\.tree))
        let diagnostics = parsed.flatMap(\.diagnostics) + faults
        var refusals: [Diagnostic] = []
        var text: String?
        if !diagnostics.contains(where: { $0.severity == .error }) {
            let document = wit(module, moduleName: moduleName, package: name)
            refusals = document.diagnostics
            if refusals.isEmpty { text = document.text }
        }
        self.diagnostics = diagnostics + refusals
        self.refusals = refusals
        self.text = text
    }

    /// What is wrong with the name of a package (component-model, WIT.md, "Package Names"); nil where nothing is.
    package static func fault(inName name: String) -> String? {
        let parts = name.split(separator: "@", omittingEmptySubsequences: false)
        let words = parts[0].split(separator: ":", omittingEmptySubsequences: false)
        let isRight = words.count == 2 && words.allSatisfy { isLabel($0) } && parts.count <= 2
        guard isRight else { return "`\(name)` is no name of a WIT package: write `acme:words` or `acme:words@1.0.0`" }
        return parts.count == 1 ? nil : SemanticVersion.fault(in: String(parts[1])).map { "the version \($0)" }
    }

    private static func isLabel(_ word: Substring) -> Bool {
        word.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.first, first.isASCII, first.isLowercase else { return false }
            return part.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) }
        }
    }
}
