import BindgenEmit

/// `variants` of bindgen.json: the builds of a module that one package holds.
enum ModuleVariants {
    /// - Returns: Those besides the base, the best first; nil where there are none to choose among.
    static func read(_ section: inout ConfigurationSection) -> [ModuleVariant]? {
        let names = section.strings("variants", fault: fault)
        return names.map { ModuleVariant.all(named: $0) }
    }

    private static func fault(_ name: String) -> String? {
        if name == "base" || ModuleVariant.names.contains(name) { return nil }
        return "is no build of a module; there are `base`, which is always there, `simd` and `threads`"
    }
}
