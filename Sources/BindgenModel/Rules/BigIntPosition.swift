import BindgenIDL

/// `[BigInt]` says how one 64-bit integer crosses: that of an argument, a result, an attribute or a dictionary member. It does not travel with
/// a typedef and does not reach into sequences, records and unions.
enum BigIntPosition: DeclarationRule, TypeRule {
    static let id = "big-int-position"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for node in set.typedefs {
            guard let attribute = node.type.extendedAttributes.first(named: "BigInt") else { continue }
            report.error(
                id, "[BigInt] does not travel with a typedef; write it where `\(node.name.text)` is used", at: attribute.range,
                in: ["typedef \(node.name.text)"])
        }
    }

    static func check(_ site: TypeSite, _ report: inout Report) {
        if let attribute = site.syntax.extendedAttributes.first(named: "BigInt"), !site.type.isWideInteger {
            report.error(
                id, "[BigInt] applies to `long long` and `unsigned long long`; this is `\(site.type.spelling)`",
                at: attribute.range,
                in: site.breadcrumb)
        }
        for part in site.syntax.parts {
            guard let attribute = part.extendedAttributes.first(named: "BigInt") else { continue }
            report.error(
                id,
                "[BigInt] does not reach inside `\(site.type.spelling)`; leave it out for numbers up to 2^53, or hold a dictionary "
                    + "with a [BigInt] member there", at: attribute.range,
                in: site.breadcrumb)
        }
    }
}

extension ResolvedType {
    /// A 64-bit integer, nullable or not.
    var isWideInteger: Bool {
        switch innermost {
        case .integer(.longLong, _), .integer(.unsignedLongLong, _): true
        default: false
        }
    }
}

extension TypeSyntax {
    /// The types directly inside it.
    var parts: [TypeSyntax] {
        switch kind {
        case .builtin, .named: []
        case .sequence(let inner), .asyncSequence(let inner), .frozenArray(let inner), .observableArray(let inner),
            .promise(let inner):
            [inner]
        case .record(_, let value): [value]
        case .union(let members): members
        }
    }
}
