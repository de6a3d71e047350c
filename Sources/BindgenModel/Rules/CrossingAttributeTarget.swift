import BindgenIDL

/// Our attributes that choose how a value crosses stand only where there is such a choice.
enum CrossingAttributeTarget: DeclarationRule {
    static let id = "crossing-attribute-target"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for list in set.argumentLists {
            for index in list.syntax.indices where !list.syntax[index].extendedAttributes.isEmpty {
                checkArgument(list.resolved[index], list.syntax[index], &report)
            }
        }
        for member in set.writtenMembers where member.hasAttributes {
            switch member.resolved {
            case .attribute(let decl): checkResult(decl.type, member.attributes, decl.origin, &report)
            case .operation(let decl): checkResult(decl.result, member.attributes, decl.origin, &report)
            default: break
            }
        }
        for member in set.dictionaries.lazy.flatMap(\.members) {
            for name in ["BigInt", "This"] {
                check(name, member.resolved.type, member.syntax.extendedAttributes, member.resolved.origin, &report)
            }
        }
    }

    private static func checkArgument(_ argument: ArgumentDecl, _ node: ArgumentSyntax, _ report: inout Report) {
        for name in ["Borrow", "Into", "Copy", "Once", "This", "BigInt", "Stream"] {
            check(name, argument.type, node.extendedAttributes, argument.origin, &report)
        }
        let exclusive = ["Into", "Copy"].compactMap { node.extendedAttributes.first(named: $0) }
        if exclusive.count == 2 {
            report.error(
                id, "[Into] and [Copy] exclude each other; keep one", at: exclusive[1].range, in: argument.origin.breadcrumb)
        }
    }

    private static func checkResult(
        _ type: ResolvedType, _ list: ExtendedAttributeListSyntax, _ origin: Origin, _ report: inout Report
    ) {
        check("View", type, list, origin, &report)
        check("BigInt", type, list, origin, &report)
        check("Stream", type, list, origin, &report)
        check("Suspends", type, list, origin, &report)
        check("AsyncDispose", type, list, origin, &report)
    }

    private static func check(
        _ name: String, _ type: ResolvedType, _ list: ExtendedAttributeListSyntax, _ origin: Origin, _ report: inout Report
    ) {
        guard let attribute = list.first(named: name), let wanted = wanted(name) else { return }
        let kind = attribute.identifiers.first?.text
        if name == "Stream", let kind, kind != "writable" {
            report.error(
                id, "[Stream] is a ReadableStream, and [Stream=writable] a WritableStream; `\(kind)` is neither",
                at: attribute.range, in: origin.breadcrumb)
        }
        if name == "Suspends", let kind, kind != "queued" {
            report.error(
                id, "calls overlap with [Suspends], and follow each other with [Suspends=queued]; `\(kind)` is neither",
                at: attribute.range, in: origin.breadcrumb)
        }
        if wanted.accepts(type) { return }
        report.error(
            id, "[\(name)] applies to \(wanted.words); this is `\(type.spelling)`", at: attribute.range, in: origin.breadcrumb)
    }

    private static func wanted(_ name: String) -> (words: String, accepts: (ResolvedType) -> Bool)? {
        switch name {
        case "Borrow": ("strings and typed arrays", { if case .string = $0.innermost { true } else { isTypedArray($0) } })
        case "View": ("buffers", isBuffer)
        case "Into": ("buffers", isBuffer)
        case "Copy": ("buffers", isBuffer)
        case "Stream": ("async_sequence", { $0.innermost.isAsyncSequence })
        case "AsyncDispose", "Suspends": ("operations that return a Promise", { $0.isPromise })
        case "This": ("callback functions", { if case .callbackFunction = $0.innermost { true } else { false } })
        case "Once":
            (
                "callbacks",
                { type in
                    switch type.innermost {
                    case .callbackFunction, .callbackInterface: true
                    default: false
                    }
                }
            )
        case "BigInt":
            (
                "`long long` and `unsigned long long`",
                { $0.isWideInteger }
            )
        default: nil
        }
    }

    private static func isTypedArray(_ type: ResolvedType) -> Bool {
        if case .buffer(let buffer, _) = type { return buffer.rawValue.hasSuffix("Array") }
        return false
    }

    private static func isBuffer(_ type: ResolvedType) -> Bool {
        type.flattenedMembers.allSatisfy { member in
            if case .buffer = member.innermost { return true }
            return false
        }
    }
}
