import BindgenABI
import BindgenIDL

/// How much of the definitions that JavaScript implements is bound, and why the rest is not.
package struct ImportCensus: Sendable {
    /// Members of interfaces and namespaces: an attribute is one, with its setter.
    package private(set) var members = (bound: 0, skipped: 0)
    package private(set) var dictionaryMembers = (bound: 0, skipped: 0)
    package private(set) var callbacks = (bound: 0, skipped: 0)
    /// The reasons, the most frequent first.
    package private(set) var reasons: [(reason: String, count: Int)] = []

    init(_ plan: BindingPlan, skipped: [Diagnostic]) {
        for container in plan.containers where container.isImported {
            members.bound += container.members.count + container.inheritedAgain
        }
        for case .dictionary(let dictionary) in plan.definitions { dictionaryMembers.bound += dictionary.ownMemberCount }
        callbacks.bound = plan.callbacks.count
        var counts: [String: Int] = [:]
        for item in skipped {
            switch item.breadcrumb.first?.split(separator: " ").dropFirst(item.breadcrumb[0].hasPrefix("partial") ? 1 : 0).first {
            case "interface", "namespace", "mixin": if item.breadcrumb.count > 1 { members.skipped += 1 }
            case "dictionary": dictionaryMembers.skipped += item.breadcrumb.count > 1 ? 1 : 0
            case "callback": callbacks.skipped += 1
            default: break
            }
            counts[item.reasonInShort, default: 0] += 1
        }
        reasons = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    /// A table for people.
    package var text: String {
        func row(_ what: String, _ count: (bound: Int, skipped: Int)) -> String {
            let all = count.bound + count.skipped
            let share = all == 0 ? "" : " (\(count.bound * 1000 / all / 10).\(count.bound * 1000 / all % 10) %)"
            return "\(what): \(count.bound) of \(all) bound\(share)"
        }
        var lines = [row("members", members), row("dictionary members", dictionaryMembers), row("callbacks", callbacks)]
        if !reasons.isEmpty { lines.append("skipped, by reason:") }
        let width = reasons.first.map { "\($0.count)".count } ?? 0
        lines += reasons.map { reason, count in
            "  " + String(repeating: " ", count: width - "\(count)".count) + "\(count)  \(reason)"
        }
        return lines.joined(separator: "\n")
    }
}

extension [Diagnostic] {
    /// How many there are, where these are notes of what was skipped; nil for none.
    package var summaryOfSkipped: String? {
        if isEmpty { return nil }
        return count == 1
            ? "1 member of an imported definition was skipped; --report-skipped tells which, and why"
            : "\(count) members of imported definitions were skipped; --report-skipped tells which, and why"
    }
}

extension Diagnostic {
    /// The reason without what is particular: the construct that is not supported, or else the rule.
    fileprivate var reasonInShort: String {
        if rule == "skipped-definition" {
            let words = message.split(separator: " ").prefix(3)
            let kind = words.last == "cannot" ? "definition" : words.dropFirst().first ?? "definition"
            return "\(kind == "interface" || kind == "enum" ? "an" : "a") \(kind) that is skipped itself"
        }
        guard rule == "unsupported", let end = message.firstRange(of: " is not supported yet") else { return "[\(rule)]" }
        let construct = String(message[..<end.lowerBound])
        // Those that name a definition are one.
        for kind in ["the predefined interface", "the callback interface", "inheriting from the predefined interface"]
        where construct.hasPrefix(kind + " ") { return kind }
        return construct
    }
}
