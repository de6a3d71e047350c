import BindgenIDL

/// Types that an engine has added to Web IDL for itself, where the standard has one that means the same to everyone else: taken for that one, with
/// a warning.
enum VendorType: Rule {
    static let id = "vendor-type"

    /// Gecko's `JSString` is a DOMString that its C++ code sees without a copy, and its `UTF8String` a USVString that its C++ code has as UTF-8.
    private static let meanings: [String: (type: ResolvedType, vendor: String)] = [
        "JSString": (.string(.domString, nullIsEmpty: false), "Gecko"),
        "UTF8String": (.string(.usvString, nullIsEmpty: false), "Gecko"),
    ]

    static func meaning(of name: NameSyntax, in breadcrumb: [String], _ report: inout Report) -> ResolvedType? {
        guard let (type, vendor) = meanings[name.text] else { return nil }
        report.warning(
            id, "`\(name.text)` is a type of \(vendor) only; write `\(type.spelling)`", at: name.range, in: breadcrumb,
            fixIts: [
                .init(message: "replace by `\(type.spelling)`", edits: [.init(range: name.range, replacement: type.spelling)])
            ])
        return type
    }
}
