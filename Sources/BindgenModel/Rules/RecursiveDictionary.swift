import BindgenIDL

/// Web IDL 2.7: the type of a dictionary member does not include that dictionary, directly or through sequences and the dictionaries that
/// it holds or inherits. In our dialect it may, where a value can end: through a sequence, a record, a nullable or a member that may be missing.
enum RecursiveDictionary: DeclarationRule {
    static let id = "recursive-dictionary"

    /// The dictionaries of which every value of the member has one; none where it can have something else.
    private static func held(by member: DictionaryModel.MemberModel) -> [String] {
        guard member.resolved.isRequired || member.resolved.defaultValue != nil else { return [] }
        let names = member.resolved.type.flattenedMembers.map { type -> String? in
            if case .dictionary(let name) = type { name } else { nil }
        }
        if case .nullable = member.resolved.type { return [] }
        return names.contains(nil) ? [] : names.compactMap { $0 }
    }

    /// The dictionaries whose values can end: each member has a value that does, and so has what they inherit.
    private static func ending(_ set: DeclarationSet) -> Set<String> {
        var ending: Set<String> = []
        var users: [String: [DictionaryModel]] = [:]
        for dictionary in set.dictionaries {
            let names = dictionary.members.flatMap(held) + [dictionary.parent?.text].compactMap { $0 }
            for name in names { users[name, default: []].append(dictionary) }
        }
        var open = set.dictionaries
        while let dictionary = open.popLast() {
            let parent = dictionary.parent?.text
            let parentEnds = parent.map { ending.contains($0) || set.dictionary(named: $0) == nil } ?? true
            let membersEnd = dictionary.members.allSatisfy { member in
                let names = held(by: member)
                return names.isEmpty || names.contains { ending.contains($0) }
            }
            guard parentEnds, membersEnd, ending.insert(dictionary.name.text).inserted else { continue }
            open += users[dictionary.name.text] ?? []
        }
        return ending
    }

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        var finished: Set<String> = []
        let ending = report.dialect == .standard ? [] : ending(set)
        for dictionary in set.dictionaries where !finished.contains(dictionary.name.text) {
            search(from: dictionary, set, ending, &finished, &report)
        }
    }

    private struct Frame {
        var name: String
        /// What the dictionary holds or inherits, and the member that says so (nil for its parent).
        var edges: [(name: String, member: DictionaryModel.MemberModel?)]
        var next = 0
    }

    private static func frame(_ name: String, _ set: DeclarationSet, _ ending: Set<String>, _ dialect: Dialect) -> Frame {
        guard let dictionary = set.dictionary(named: name) else { return Frame(name: name, edges: []) }
        var frame = Frame(name: name, edges: dictionary.parent.map { [($0.text, nil)] } ?? [])
        for member in dictionary.members {
            var names = dialect == .standard ? member.resolved.type.dictionaries : held(by: member)
            if names.contains(where: ending.contains) { names = [] }
            frame.edges += names.map { ($0, member) }
        }
        return frame
    }

    /// A depth-first walk with a stack of its own, so that no chain of dictionaries is too long.
    private static func search(
        from start: DictionaryModel, _ set: DeclarationSet, _ ending: Set<String>, _ finished: inout Set<String>,
        _ report: inout Report
    ) {
        var stack = [frame(start.name.text, set, ending, report.dialect)]
        var active: Set<String> = [start.name.text]
        while let top = stack.last {
            guard top.next < top.edges.count else {
                finished.insert(top.name)
                active.remove(top.name)
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].next += 1
            let edge = top.edges[top.next]
            if active.contains(edge.name) {
                tell(edge.name, edge.member, stack.map(\.name), &report)
            } else if !finished.contains(edge.name) {
                stack.append(frame(edge.name, set, ending, report.dialect))
                active.insert(edge.name)
            }
        }
    }

    private static func tell(
        _ name: String, _ member: DictionaryModel.MemberModel?, _ path: [String], _ report: inout Report
    ) {
        // Without a member it is a cycle of parents, which InheritanceCycle tells.
        guard let member else { return }
        let through =
            path.last == name ? "" : " through " + path.reversed().prefix { $0 != name }.map { "`\($0)`" }.joined(separator: ", ")
        let advice =
            report.dialect == .standard
            ? "use an interface for one of them" : "let a value end, by a sequence, a nullable or a member that may be missing"
        report.error(
            id, "dictionary `\(name)` holds itself\(through); \(advice)", at: member.syntax.type.range,
            in: member.resolved.origin.breadcrumb)
    }
}
