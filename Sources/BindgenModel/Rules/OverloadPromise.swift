import BindgenIDL

/// Web IDL 2.5.3: of the overloads of an operation either all return a Promise or none does.
enum OverloadPromise: DeclarationRule {
    static let id = "overload-promise"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for container in set.containers {
            for overloads in set.overloads[container.index] {
                guard let first = overloads.first, let result = first.result,
                    let other = overloads.first(where: { $0.result?.isPromise != result.isPromise })
                else { continue }
                report.error(
                    id, "overloads of `\(first.name)` return a Promise here and no Promise there; make all of them the same",
                    at: other.origin.range, in: other.origin.breadcrumb,
                    notes: [.init(message: "the other overload", range: first.origin.range)])
            }
        }
    }
}
