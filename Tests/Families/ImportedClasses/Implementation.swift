import BindgenRuntime

enum Tree: TreeExports {
    nonisolated(unsafe) static var keptNode: Node?

    static func make(name: String) throws(JSError) -> String { try Target(name: name).name }
    static func styled(name: String, kind: Kind, depth: UInt32?) -> String {
        Element(name: name, style: Style(kind: kind, depth: depth)).show()
    }
    static func unstyled(name: String) -> String { Element(name: name).show() }
    static func echo(style: Style) -> Style { style }
    static func kindOf(node: Node) -> String {
        if Leaf(node) != nil { return "leaf" }
        return Element(node) == nil ? "node" : "element"
    }
    static func kindOfAny(target: Target) -> String {
        guard let node = Node(target) else { return "target" }
        return kindOf(node: node)
    }
    static func asElement(node: Node) -> Element? { Element(node) }
    static func asLeaf(target: Target) -> Leaf? { Leaf(target) }
    static func isNowhere(target: Target) -> Bool { NowhereToBeFound(target) != nil }
    static func isExtra(node: Node) -> Bool { Extra(unchecked: node).isExtra }
    static func same(first: Node, second: Target) -> Bool { first == second }
    static func distinct(nodes: [Node]) -> UInt32 { UInt32(Set(nodes).count) }
    static func clone(node: Node) -> Node { node.clone() }
    static func cloneElement(element: Element) -> Element {
        let clone: Element = element.clone()
        return clone
    }
    static func weigh(element: Element, weight: Double) -> Double {
        element.weight = weight
        let node: Node = element
        return node.weight
    }
    static func names() -> String {
        let target: Target = Target.named(name: "t")
        let element: Element = Element.named(name: "e")
        let leaf: Element = Leaf.named(name: "l")
        return [target, element, leaf].map { $0.name }.joined(separator: " ") + " \(Leaf.count() > 2) \(Leaf.KIND)"
    }
    static func visited(element: Element) -> String {
        var names: [String] = []
        element.visit { node in names.append(node.name) }
        return names.joined(separator: " ")
    }
    static func handleOf(element: Element) -> Node {
        element.Node_ = element
        return element.Node_ == element.handle_ ? element.handle_ : element
    }
    static func texts(leaf: Leaf) -> String {
        leaf.textOfLeaf = "changed"
        return leaf.textOfLeaf
    }
    static func plural(locale: String, number: Double) -> String { PluralRules(locale: locale).select(number: number) }
    static func keep(node: Node?) { keptNode = node }
    static func kept() -> Target? { keptNode }
    static func adopt(parent: Node, child: Node) -> Node {
        parent.append(child: child)
        return child.parent ?? child
    }
    static func asks(element: Element) -> [Bool] {
        [
            element.supports(.weight), element.supports(.visit), element.supports(.parent), element.supports(.children),
            element.supports(.name), element.supports("weight"), element.supports("weigh"),
        ]
    }
    static func copies(element: Element) -> String {
        element.marks = [element, Element(name: "m")]
        element.sizes["wide"] = 2.5
        element.look.kind = .bold
        let marks = element.marks.map { $0.name }.joined(separator: " ")
        return "\(marks) \(element.sizes["wide"] == 2.5) \(element.look.kind == .bold)"
    }
    static func bud() throws(JSError) -> Bud { try Bud() }
    static func root() throws(JSError) -> String {
        let root = try Root()
        try root.send(data: [1, 2, 3])
        return root.sent
    }
    static func pots() -> String {
        let depth = Depth(latency: 0.5)
        return "\(Pot().said) \(Pot(depth: depth).said) \(Pot().deepen(by: 2, depth: depth) == 2.5)"
    }
    static func total(parent: Node) -> Double {
        let nodes: [Node] = parent.children() + [parent, Element(parent)].compactMap { $0 }
        return nodes.reduce(0) { $0 + $1.weight }
    }
}
