/// The exported interfaces that inherit or are inherited from, with a number each. Every tree is in preorder: an interface's descendants
/// have the numbers that follow its own.
package struct ClassHierarchy: Sendable {
    package struct Member: Sendable {
        package var type: ClassName
        /// The interface at the top of its chain; itself where it is the top.
        package var root: ClassName
        /// Its own number, and those of its descendants.
        package var numbers: ClosedRange<Int>

        package var number: Int { numbers.lowerBound }
        package var isRoot: Bool { root == type }
        package var hasDescendants: Bool { numbers.count > 1 }
    }

    /// By number.
    package private(set) var members: [Member] = []
    private var indices: [String: Int] = [:]

    init(_ definitions: [DefinitionPlan]) {
        let classes = definitions.compactMap(\.exportedContainer).filter { $0.kind == .interface }
        var children: [String: [ContainerPlan]] = [:]
        for plan in classes { if let parent = plan.parent { children[parent.name, default: []].append(plan) } }
        for plan in classes where plan.parent == nil && children[plan.name] != nil {
            append(plan, root: plan.type, children)
        }
    }

    private mutating func append(_ plan: ContainerPlan, root: ClassName, _ children: [String: [ContainerPlan]]) {
        let number = members.count
        indices[plan.name] = number
        members.append(Member(type: plan.type, root: root, numbers: number...number))
        for child in children[plan.name] ?? [] { append(child, root: root, children) }
        members[number].numbers = number...(members.count - 1)
    }

    /// Where an interface stands in its tree; nil where it has neither a parent nor children, and for those of JavaScript.
    package func member(named name: String) -> Member? { indices[name].map { members[$0] } }

    package func descendants(of name: String) -> ArraySlice<Member> {
        member(named: name).map { members[$0.numbers].dropFirst() } ?? []
    }

    /// Whether objects of `name` are objects of `other` too.
    package func inherits(_ name: String, from other: String) -> Bool {
        guard let index = indices[name], let ancestor = member(named: other) else { return false }
        return ancestor.numbers.contains(index)
    }
}
