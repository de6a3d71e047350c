import BindgenIDL

/// Web IDL 2.3: a callback interface has one operation: a function can stand in for the object only if there is no doubt what to call.
enum CallbackInterfaceOperation: DeclarationRule {
    static let id = "callback-interface-operation"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for container in set.containers where container.kind == .callbackInterface {
            var first: Origin?
            for member in container.ownMembers where member.kind == .operation {
                guard let other = first else {
                    first = member.origin
                    continue
                }
                report.error(
                    id,
                    "a callback interface has one operation; make this an `interface`, or move the operation to a callback of its own",
                    at: member.origin.range, in: member.origin.breadcrumb,
                    notes: [.init(message: "the first operation", range: other.range)])
            }
        }
    }
}
