import BindgenIDL

/// Web IDL 2.13: what cannot stand inside `sequence`, `record`, `Promise`, `FrozenArray` and `ObservableArray`.
enum InnerType: TypeRule {
    static let id = "inner-type"

    static func check(_ site: TypeSite, _ report: inout Report) {
        switch (site.syntax.kind, site.type.innermost) {
        case (.sequence(let syntax), .sequence(let inner)): check(inner, "a sequence", syntax, site, &report)
        case (.asyncSequence(let syntax), .asyncSequence(let inner)): check(inner, "an async_sequence", syntax, site, &report)
        case (.record(_, let syntax), .record(_, let inner)): check(inner, "a record", syntax, site, &report)
        case (.frozenArray(let syntax), .frozenArray(let inner)): check(inner, "a FrozenArray", syntax, site, &report)
        case (.observableArray(let syntax), .observableArray(let inner)):
            switch inner.innermost {
            case .dictionary, .sequence, .record:
                tell("an ObservableArray cannot hold `\(inner.spelling)`", syntax, site, &report)
            default: check(inner, "an ObservableArray", syntax, site, &report)
            }
        case (.promise(let syntax), .promise(let inner)):
            if inner.isObservableArray || inner.isAsyncSequence {
                tell("a Promise cannot give `\(inner.spelling)`", syntax, site, &report)
            }
        default: break
        }
    }

    private static func check(
        _ inner: ResolvedType, _ container: String, _ syntax: TypeSyntax, _ site: TypeSite, _ report: inout Report
    ) {
        switch inner.innermost {
        case .undefined: tell("\(container) cannot hold `undefined`", syntax, site, &report)
        case .observableArray, .asyncSequence: tell("\(container) cannot hold `\(inner.spelling)`", syntax, site, &report)
        default: break
        }
    }

    private static func tell(_ message: String, _ syntax: TypeSyntax, _ site: TypeSite, _ report: inout Report) {
        report.error(id, message, at: syntax.range, in: site.breadcrumb)
    }
}
