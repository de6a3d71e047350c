/// What each function of a module keeps in it: the functions that no other way leads to, as found by the dominators of the calls.
package struct FunctionRetention: Sendable {
    /// Why a function is in the module.
    package enum Keeper: Equatable, Sendable {
        /// Only this function leads to it, by its place in `WasmModule.functions`.
        case function(Int)
        /// The export of this name is the function.
        case export(String)
        /// A table, or a reference in a global, names it: any indirect call may reach it.
        case table
        /// It runs when the module starts.
        case start
        /// Several functions lead to it that have no such function in common.
        case several
        /// No way leads to it.
        case nothing
    }

    /// For each of `WasmModule.functions`, the bytes of its entry and of those that it alone keeps.
    package private(set) var bytes: [Int]
    package private(set) var keepers: [Keeper]

    /// Nil where the code could not be read to its end, as calls would be missing.
    package init?(_ module: WasmModule, _ code: CodeScan) {
        guard code.bodies.count == module.functions.count else { return nil }
        var graph = Graph(module, code)
        graph.findDominators()
        bytes = module.functions.map(\.entry.count)
        // Those that were reached later first: a function's own sum is complete before its dominator's.
        for node in graph.order.reversed() where node != Graph.root {
            let dominator = graph.dominators[node]
            if dominator != Graph.root { bytes[dominator - 1] += bytes[node - 1] }
        }
        keepers = Array(repeating: .nothing, count: module.functions.count)
        for node in graph.order where node != Graph.root {
            let dominator = graph.dominators[node]
            keepers[node - 1] =
                dominator != Graph.root ? .function(dominator - 1) : graph.entries[node - 1] ?? .several
        }
    }
}

/// The calls of a module. Node 0 is the world outside, which reaches exports, the start function and tables; node `n + 1` is
/// function `n` of those that the module defines.
private struct Graph {
    static let root = 0

    /// How the world outside reaches a function.
    private(set) var entries: [Int: FunctionRetention.Keeper] = [:]
    /// The nodes that can be reached, in reverse postorder.
    private(set) var order: [Int] = []
    private(set) var dominators: [Int]
    private var successors: [[Int]]
    private static let unknown = -1

    init(_ module: WasmModule, _ code: CodeScan) {
        let imported = module.importedFunctions.count
        let count = module.functions.count
        // The index of a function, imports first, may be anything in a broken module.
        let defined = { (index: Int) in index >= imported && index < imported + count ? index - imported : nil }
        for segment in module.elements { for index in segment.functions { entries[defined(index) ?? count] = .table } }
        for index in module.constants.references { entries[defined(index) ?? count] = .table }
        if let start = module.start { entries[defined(start) ?? count] = .start }
        for export in module.exports where export.kind == .function {
            entries[defined(export.index) ?? count] = .export(export.name)
        }
        entries[count] = nil
        successors = [entries.keys.sorted().map { $0 + 1 }]
        successors += code.bodies.map { body in body.references.compactMap { defined($0).map { $0 + 1 } } }
        dominators = Array(repeating: Self.unknown, count: count + 1)
    }

    /// The simple algorithm of Cooper, Harvey and Kennedy (A Simple, Fast Dominance Algorithm, 2001).
    mutating func findDominators() {
        findOrder()
        var rank = Array(repeating: Self.unknown, count: successors.count)
        for (place, node) in order.enumerated() { rank[node] = place }
        var predecessors = Array(repeating: [Int](), count: successors.count)
        for node in order { for next in successors[node] { predecessors[next].append(node) } }
        dominators[Self.root] = Self.root
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for node in order where node != Self.root {
                var dominator = Self.unknown
                for previous in predecessors[node] where dominators[previous] != Self.unknown {
                    dominator = dominator == Self.unknown ? previous : meet(previous, dominator, rank)
                }
                if dominators[node] != dominator {
                    dominators[node] = dominator
                    hasChanged = true
                }
            }
        }
    }

    /// The nearest node that dominates both.
    private func meet(_ first: Int, _ second: Int, _ rank: [Int]) -> Int {
        var (first, second) = (first, second)
        while first != second {
            while rank[first] > rank[second] { first = dominators[first] }
            while rank[second] > rank[first] { second = dominators[second] }
        }
        return first
    }

    /// A walk in depth without recursion: calls may be nested as deep as the module is long.
    private mutating func findOrder() {
        var isSeen = Array(repeating: false, count: successors.count)
        var path: [(node: Int, next: Int)] = [(Self.root, 0)]
        isSeen[Self.root] = true
        while let (node, next) = path.last {
            if next == successors[node].count {
                order.append(node)
                path.removeLast()
                continue
            }
            path[path.count - 1].next += 1
            let successor = successors[node][next]
            if !isSeen[successor] {
                isSeen[successor] = true
                path.append((successor, 0))
            }
        }
        order.reverse()
    }
}
