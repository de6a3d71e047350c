import BindgenIDL

/// `[JSName]` and `[SwiftName]` give a name that the language can spell. `[SwiftName]` may carry argument labels: `"move(to:by:)"`.
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
                    guard !isSwiftName(text) else { continue }
                    report.error(
                        id, "[SwiftName] needs a Swift identifier, perhaps with labels as in \"move(to:)\"; \"\(text)\" is none",
                        at: attribute.range, in: site.breadcrumb)
                default: continue
                }
            }
        }
    }

    private static func isSwiftName(_ text: String) -> Bool {
        guard let open = text.firstIndex(of: "(") else { return isIdentifier(text) }
        guard isIdentifier(String(text[..<open])), text.hasSuffix(")") else { return false }
        let labels = text[text.index(after: open)...].dropLast()
        if labels.isEmpty { return true }
        guard labels.hasSuffix(":") else { return false }
        return labels.dropLast().split(separator: ":", omittingEmptySubsequences: false).allSatisfy { isIdentifier(String($0)) }
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
