/// The names of everything that is written for a module.
///
/// The build plugin must name its outputs before the tool runs, and a plugin cannot import a target: this file is linked into
/// the plugin as well, so that there is one rule. It imports nothing, and is `public` because plugins have no `package` access.
public enum OutputNames {
    /// How the names of IDL files end.
    public static let idlSuffixes = [".idl", ".webidl"]

    /// The generated Swift: one file for all IDL files of a target, since they form one module.
    ///
    /// The name does not depend on the IDL files' names, so adding, renaming or removing one leaves no stale source behind.
    public static func swiftFile(moduleName: String) -> String { "\(moduleName).bindgen.swift" }

    /// The name of the npm package and of its files, such as `image-filter` for the module `ImageFilter`.
    ///
    /// npm allows lower-case letters, digits, `-`, `_` and `.`, and no `_` or `.` at the start.
    public static func packageName(moduleName: String) -> String {
        var name = ""
        let characters = Array(moduleName.unicodeScalars)
        for (index, character) in characters.enumerated() {
            switch character {
            case "A"..."Z":
                let previous = index > 0 ? characters[index - 1] : nil
                let next = index + 1 < characters.count ? characters[index + 1] : nil
                if let previous, !isCapital(previous), name.last != "-" {
                    name.append("-")
                } else if previous != nil, let next, isSmall(next), name.last != "-" {
                    name.append("-")
                }
                name.unicodeScalars.append(Unicode.Scalar(UInt8(character.value + 32)))
            case "a"..."z", "0"..."9":
                name.unicodeScalars.append(character)
            default:
                if !name.isEmpty, name.last != "-" { name.append("-") }
            }
        }
        while name.last == "-" { name.removeLast() }
        return name.isEmpty ? "module" : name
    }

    public static func wasmFile(moduleName: String) -> String { packageName(moduleName: moduleName) + ".wasm" }
    /// The module with function names and DWARF, where those are kept apart.
    /// Of a build besides the base.
    public static func wasmFile(moduleName: String, variant: String) -> String {
        "\(packageName(moduleName: moduleName)).\(variant).wasm"
    }
    public static func debugFile(moduleName: String) -> String { packageName(moduleName: moduleName) + debugSuffix }
    public static let debugSuffix = ".debug.wasm"
    /// The module as a component, and its interface.
    public static func componentFile(moduleName: String) -> String { packageName(moduleName: moduleName) + ".component.wasm" }
    public static func witFile(moduleName: String) -> String { packageName(moduleName: moduleName) + ".wit" }
    /// The lines of Swift behind the bytes of the module.
    public static func sourceMapFile(moduleName: String) -> String { wasmFile(moduleName: moduleName) + sourceMapSuffix }
    public static let sourceMapSuffix = ".map"
    public static func javaScriptFile(moduleName: String) -> String { packageName(moduleName: moduleName) + ".js" }
    /// What the entries share: the JavaScript of the module itself.
    public static func glueFile(moduleName: String) -> String { packageName(moduleName: moduleName) + ".glue.js" }
    public static func declarationsFile(moduleName: String) -> String { packageName(moduleName: moduleName) + ".d.ts" }

    private static func isCapital(_ character: Unicode.Scalar) -> Bool { ("A"..."Z").contains(character) }
    private static func isSmall(_ character: Unicode.Scalar) -> Bool { ("a"..."z").contains(character) }
}
