import BindgenIDL

/// Web IDL 3.3: all overloads of an operation agree on `[Exposed]`, `[SecureContext]`, `[CrossOriginIsolated]`, `[LegacyUnforgeable]` and
/// `[Unscopable]`.
enum OverloadAttributes: DeclarationRule {
    static let id = "overload-attributes"

    private static let names = ["Exposed", "SecureContext", "CrossOriginIsolated", "LegacyUnforgeable", "Unscopable"]

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for container in set.containers {
            for overloads in set.overloads[container.index] {
                guard let first = overloads.first, first.result != nil else { continue }
                for other in overloads.dropFirst() {
                    guard let name = names.first(where: { describe($0, first) != describe($0, other) }) else { continue }
                    report.strict(
                        id, "overloads of `\(first.name)` differ in [\(name)]; give all of them the same", at: other.origin.range,
                        in: other.origin.breadcrumb, notes: [.init(message: "the other overload", range: first.origin.range)])
                    break
                }
            }
        }
    }

    private static func describe(_ name: String, _ overload: Overload) -> [String]? {
        guard let attribute = overload.member.attributes.first(named: name) else { return nil }
        return attribute.identifiers.map(\.text).sorted()
    }
}
