import BindgenIDL

/// `[JSName]` and `[SwiftName]` give a name that the language can spell.
enum RenamedMember: DeclarationRule {
    static let id = "renamed-member"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for site in set.attributeLists {
            for attribute in site.list {
                guard let text = attribute.text else { continue }
                switch attribute.name.text {
                case "JSName":
                    guard !isIdentifier(text, also: UInt8(ascii: "$")) else { continue }
                    report.error(
                        id, "[JSName] needs a JavaScript identifier; \"\(text)\" is none", at: attribute.range,
                        in: site.breadcrumb)
                case "SwiftName":
                    guard !isIdentifier(text) else { continue }
                    report.error(
                        id,
                        "[SwiftName] needs a Swift identifier; \"\(text)\" is none"
                            + (text.contains("(") ? " (an argument's own [SwiftName] is its label)" : ""),
                        at: attribute.range, in: site.breadcrumb)
                default: continue
                }
            }
        }
    }

    /// ASCII letters, digits, `_` and perhaps one more, not starting with a digit.
    private static func isIdentifier(_ text: String, also extra: UInt8? = nil) -> Bool {
        guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "_"):
                true
            default: byte == extra
            }
        }
    }
}
