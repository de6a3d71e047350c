import BindgenEmit

/// `variants` of bindgen.json: the builds of a module that one package holds.
enum ModuleVariants {
    /// - Returns: Those besides the base, the best first; nil where there are none to choose among.
    static func read(_ section: inout ConfigurationSection) -> [ModuleVariant]? {
        let names = section.strings("variants", fault: fault)
        return names.map { names in ModuleVariant.allCases.filter { names.contains($0.rawValue) } }
    }

    private static func fault(_ name: String) -> String? {
        if name == "base" || ModuleVariant(rawValue: name) != nil { return nil }
        if name == "threads" { return "is a build with shared memory, which is not supported yet; leave it out" }
        return "is no build of a module; there are `base`, which is always there, and `simd`"
    }
}
