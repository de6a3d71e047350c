import BindgenRuntime

final class Owner: OwnerExports {
    let id: Int32
    init(id: Int32) { self.id = id }
}

final class Plot: PlotExports {
    let tree: Tree
    var json: Json { .record(["tree": .string(tree.name), "names": .sequence(tree.children.map { .string($0.name) })]) }
    init(tree: Tree) { self.tree = tree }
    var trees: [Tree] { [tree, tree] }
    var named: JSRecord<String, Tree> { [tree.name: tree] }
}

func chain(_ count: UInt32) -> Link {
    var link = Link(value: 0)
    for value in 1..<Int32(max(1, count)) { link = Link(value: value, next: link) }
    return link
}

enum Recursion: RecursionExports {
    static func tree(tree: Tree) -> Tree { tree }
    static func depth(tree: Tree) -> UInt32 { 1 + (tree.children.map { depth(tree: $0) }.max() ?? 0) }
    static func names(tree: Tree) -> String { tree.name + tree.children.map { "(\(names(tree: $0)))" }.joined() }
    static func deep(levels: UInt32) -> Tree {
        var tree = Tree(name: "leaf")
        for _ in 1..<max(1, levels) { tree = Tree(name: "branch", children: [tree]) }
        return tree
    }
    static func link(link: Link) -> Link { link }
    static func linkOf(count: UInt32) -> Link { chain(count) }
    static func sum(link: Link?) -> Int32 {
        var (sum, rest): (Int32, Link?) = (0, link)
        while let link = rest { (sum, rest) = (sum + link.value + (link.other?.value ?? 0), link.next) }
        return sum
    }
    static func folder(folder: Folder) -> Folder { folder }
    static func file(file: File) -> File { file }
    static func files(files: [File]) -> [File] { files.reversed() }
    static func derived(derived: Derived) -> Derived { derived }
    static func held(held: Held) -> Held { held }
    static func maybe(tree: Tree, wanted: Bool) -> Tree? { wanted ? tree : nil }
    static func walk(tree: Tree, walk: @escaping Walk) -> Tree { walk(tree) }
    static func walker() -> Walk { { tree in Tree(name: "walked", children: [tree]) } }
    static func grown(tree: Tree) -> Tree { Garden.grow(tree: tree) }
    static func linked(link: Link) -> String {
        do { return "\(sum(link: try Garden.link(link: link)))" } catch { return error.message }
    }
    static func linkedDeep(count: UInt32) -> String { linked(link: chain(count)) }

    static func json(json: Json?) -> Json? { json }
    static func list(list: [Json]) -> [Json] { list.reversed() }
    static func kinds(json: Json) -> String {
        switch json {
        case .boolean(let value): "\(value)"
        case .number(let value): "\(Int(value))"
        case .string(let value): "'\(value)'"
        case .sequence(let values): "[" + values.map { kinds(json: $0) }.joined(separator: " ") + "]"
        case .record(let values):
            "{" + values.pairs.map { "\($0.key):\($0.value.map { kinds(json: $0) } ?? "null")" }.joined(separator: " ") + "}"
        }
    }
    static func jsonOf(levels: UInt32) -> Json {
        var json: Json = 1
        for level in 1..<max(1, levels) { json = level % 2 == 0 ? .sequence([json]) : .record(["level": json]) }
        return json
    }
    static func visit(json: Json, visit: @escaping Visit) -> Json { visit(json) ?? "none" }
    static func visitor() -> Visit { { json in json.map { .sequence([$0, "visited"]) } } }
    static func asked(json: Json) -> String {
        do { return kinds(json: try Garden.json(json: json)) } catch { return error.message }
    }
    static func named(named: JSRecord<String, Json>) -> JSRecord<String, Json> { named }
    static func path(path: Path) -> Path { path }
    static func step(step: Step) -> Step { step }
    static func kept(kept: Kept) -> Kept { .sequence([kept, .record(["kept": kept])]) }
    static func maybeText(value: Maybe?) -> Maybe? { value }
    static func value(expression: Expression) -> Double {
        switch expression {
        case .sum(let sum): value(expression: sum.left) + value(expression: sum.right)
        case .literal(let literal): literal.value
        }
    }
    static func twice(expression: Expression) -> Expression { .sum(Sum(left: expression, right: expression)) }
    static func content(content: Content) -> Content { content }
    static func part(part: StringOrPart) -> StringOrPart { part }
}
