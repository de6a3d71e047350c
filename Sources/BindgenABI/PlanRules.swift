/// The ids of the planner's own rules; those of the grammar and of the resolver stand in their lists.
package enum PlanRules {
    package static let ids: [String] = [
        "borrow-position",
        "dictionary-too-large",
        "error-member",
        "into-position",
        "js-name-collision",
        "lent-to-promise",
        "object-without-throws",
        "reserved-name",
        "swift-name-collision",
        "transfer-position",
        "unsupported",
        "view-position",
        "worker",
    ]
}
