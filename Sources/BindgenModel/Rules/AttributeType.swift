import BindgenIDL

/// Web IDL 2.5.2: the types that an attribute cannot have: those that would be another object at every access.
enum AttributeType: DeclarationRule {
    static let id = "attribute-type"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for member in set.writtenAttributes {
            guard case .attribute(let decl) = member.resolved, case .attribute(let node) = member.syntax else { continue }
            guard let message = message(decl, in: set.containers[member.container]) else { continue }
            report.error(
                id, message, at: node.type.range, in: decl.origin.breadcrumb,
                fixIts: decl.type.isPromise ? makeReadonly(node).map { [$0] } ?? [] : [])
        }
    }

    private static func makeReadonly(_ node: AttributeSyntax) -> Diagnostic.FixIt? {
        let file = node.range.file
        var end = node.type.range.offsets.lowerBound
        while end > 0, file.bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        let keyword = Array("attribute".utf8)
        guard end >= keyword.count, file.bytes[(end - keyword.count)..<end].elementsEqual(keyword) else { return nil }
        return .init("write `readonly`", insert: "readonly ", at: end - keyword.count, in: file)
    }

    private static func message(_ decl: AttributeDecl, in container: ContainerModel) -> String? {
        let found = decl.type.firstFlattened { type in
            switch type {
            case .sequence, .asyncSequence, .record, .dictionary: true
            default: false
            }
        }
        if let found {
            let advice = if case .sequence = found { "; `FrozenArray` is possible" } else { "; an operation can give it" }
            return "an attribute cannot be `\(found.spelling)`\(advice)"
        }
        if decl.type == .undefined { return "an attribute cannot be `undefined`; an operation can return it" }
        if decl.type.isPromise, !decl.isReadonly {
            return "an attribute that is a Promise is `readonly`; write `readonly attribute`"
        }
        if decl.type.isObservableArray, decl.isStatic || container.kind == .namespace {
            return "an ObservableArray is the type of regular attributes only, not of static ones or of a namespace"
        }
        return nil
    }
}
