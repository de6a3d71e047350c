import BindgenIDL

/// What follows an extended attribute's name has the form that `AttributeTable` says.
enum AttributeForm: DeclarationRule, TypeRule {
    static let id = "attribute-form"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for site in set.attributeLists {
            for attribute in site.list { check(attribute, site.breadcrumb, &report) }
        }
    }

    static func check(_ site: TypeSite, _ report: inout Report) {
        for attribute in site.syntax.extendedAttributes { check(attribute, site.breadcrumb, &report) }
    }

    private static func check(_ attribute: ExtendedAttributeSyntax, _ breadcrumb: [String], _ report: inout Report) {
        guard let known = AttributeTable.byName[attribute.name.text], known.forms.isDisjoint(with: attribute.form) else { return }
        let spellings = known.spellings.joined(separator: " or ")
        let message = "[\(attribute.name.text)] is written \(spellings)"
        // Those of HTML mean nothing to bindings, and engines have forms of their own for them.
        if known.source == .html { return report.strict(id, message, at: attribute.range, in: breadcrumb) }
        // `[Copy=false]` may be meant as no [Copy]: which edit is right, nobody but its author knows.
        report.error(id, message, at: attribute.range, in: breadcrumb)
    }
}

extension ExtendedAttributeSyntax {
    var form: AttributeSpecification.Form {
        switch value {
        case .none: .none
        case .identifier: .identifier
        case .string: .string
        case .integer, .decimal: .number
        case .wildcard: .wildcard
        case .identifierList: .identifierList
        case .arguments: .arguments
        case .namedArguments: .namedArguments
        case .stringList, .integerList, .decimalList, .other: .unlisted
        }
    }
}
