import BindgenIDL

/// A rule on declarations. It stands in the file named after it, and `Tests/Diagnostics/<id>/` shows what it says.
protocol Rule: SendableMetatype {
    /// The file's name in kebab case.
    static var id: String { get }
}

/// A rule that is checked once over all declarations.
protocol DeclarationRule: Rule {
    static func check(_ set: DeclarationSet, _ report: inout Report)
}

/// A rule that is checked at every type as it is written, innermost first.
protocol TypeRule: Rule {
    static func check(_ site: TypeSite, _ report: inout Report)
}
