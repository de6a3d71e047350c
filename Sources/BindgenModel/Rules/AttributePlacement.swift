import BindgenIDL

/// Each extended attribute stands only where `AttributeTable` says. Where a standard one is out of place its meaning is still clear, so our
/// dialect only warns.
enum AttributePlacement: DeclarationRule, TypeRule {
    static let id = "attribute-placement"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for site in set.attributeLists {
            for attribute in site.list { check(attribute, at: site.place, site.breadcrumb, &report) }
        }
        for member in set.writtenMembers {
            guard case .attribute(let node) = member.syntax else { continue }
            for attribute in node.extendedAttributes { checkTypeAttribute(attribute, of: node, member.origin, &report) }
        }
    }

    static func check(_ site: TypeSite, _ report: inout Report) {
        for attribute in site.syntax.extendedAttributes { check(attribute, at: .type, site.breadcrumb, &report) }
    }

    private static func check(
        _ attribute: ExtendedAttributeSyntax, at place: AttributePlace, _ breadcrumb: [String], _ report: inout Report
    ) {
        guard let known = AttributeTable.byName[attribute.canonicalName], !known.places.contains(place) else { return }
        if known.isTypeAttribute, !place.isDisjoint(with: .anyAttribute) { return }
        let allowed = known.places.names.joined(separator: ", ")
        let message = "[\(attribute.name.text)] does not stand on \(place.names.joined()); it stands on \(allowed)"
        if known.source == .bindgen {
            report.error(id, message, at: attribute.range, in: breadcrumb)
        } else {
            report.strict(id, message, at: attribute.range, in: breadcrumb)
        }
    }

    /// `[EnforceRange] attribute long x` for `attribute [EnforceRange] long x`, which several specifications write.
    private static func checkTypeAttribute(
        _ attribute: ExtendedAttributeSyntax, of node: AttributeSyntax, _ origin: Origin, _ report: inout Report
    ) {
        guard let known = AttributeTable.byName[attribute.canonicalName], known.isTypeAttribute else { return }
        let name = attribute.name.text
        var fixIts: [Diagnostic.FixIt] = []
        if node.extendedAttributes.count == 1, node.type.extendedAttributes.isEmpty, let list = node.extendedAttributes.range {
            let file = list.file
            var end = list.offsets.upperBound
            while end < file.bytes.count, file.bytes[end] == UInt8(ascii: " ") { end += 1 }
            let start = node.type.range.offsets.lowerBound
            fixIts.append(
                .init(
                    message: "move [\(name)] before the type",
                    edits: [
                        .init(range: SourceRange(file: file, offsets: list.offsets.lowerBound..<end), replacement: ""),
                        .init(
                            range: SourceRange(file: file, offsets: start..<start),
                            replacement: file.text(in: list.offsets) + " "),
                    ]))
        }
        report.strict(
            id, "[\(name)] belongs to the type; write it there: `attribute [\(name)] T \(node.name.text)`", at: attribute.range,
            in: origin.breadcrumb, fixIts: fixIts)
    }
}

extension AttributeSpecification {
    /// Whether it becomes part of a type.
    var isTypeAttribute: Bool { source != .bindgen && places.contains(.type) }
}
