package import BindgenIDL

/// One thing that is not as it was, for one side.
package struct Change: Sendable {
    package var side: Side
    package var level: Level
    package var rule: DiffRule
    /// What changed, in the words of the IDL: `Image.blur`.
    package var subject: String
    /// How it was and how it is, in the words of the side.
    package var message: String
    /// Where it stood; the place of what holds it where it is new, nil where that is new too.
    package var old: SourceRange?
    /// Where it stands, likewise.
    package var new: SourceRange?
}

extension [Change] {
    /// The highest level among the changes for a side, or for all.
    package func level(for side: Side? = nil) -> Level? {
        filter { side == nil || $0.side == side }.map(\.level).max()
    }
}

/// What changed from one state of a module's IDL to another, the greatest level first, and within a level in the order of the IDL.
package func diff(_ old: Revision, _ new: Revision) -> [Change] {
    var changes: [Change] = []
    for side in Side.languages {
        var comparison = Comparison(side: side, old: old, new: new)
        comparison.compareDefinitions()
        changes += comparison.changes
    }
    // `sort` is stable: TypeScript's stand before Swift's.
    changes.sort { $0.level > $1.level }
    return changes
}

/// Two states of a module as one side sees them.
struct Comparison {
    let side: Side
    let old: Revision
    let new: Revision
    private(set) var changes: [Change] = []

    init(side: Side, old: Revision, new: Revision) {
        self.side = side
        self.old = old
        self.new = new
    }

    /// Records a change, unless none of the roles sees it. One that is there already keeps the higher of its levels.
    mutating func report(
        _ rule: DiffRule, _ roles: Set<Role>, _ subject: String, _ message: String, old oldPath: [String], new newPath: [String]
    ) {
        guard let level = roles.compactMap({ rule.level(for: side, $0) }).max() else { return }
        if let index = changes.firstIndex(where: {
            $0.rule.id == rule.id && $0.subject == subject && $0.message == message
        }) {
            changes[index].level = max(changes[index].level, level)
            return
        }
        changes.append(
            Change(
                side: side, level: level, rule: rule, subject: subject, message: message, old: old.range(of: oldPath),
                new: new.range(of: newPath)))
    }
}

/// The elements of two lists that are the same thing, and those that stand in one list only: first those of the new list, in its
/// order, then what is gone.
///
/// - Parameters:
///   - visible: the name that the side sees; what has it in both lists is the same thing.
///   - own: the name in the IDL, by which a renamed thing is found again.
func paired<Element>(
    _ old: [Element], _ new: [Element], visible: (Element) -> String, own: (Element) -> String
) -> [(old: Element?, new: Element?)] {
    var waiting = old
    func take(_ isSame: (Element) -> Bool) -> Element? {
        guard let index = waiting.firstIndex(where: isSame) else { return nil }
        return waiting.remove(at: index)
    }
    var pairs = new.map { element in (old: take { visible($0) == visible(element) }, new: Optional(element)) }
    for index in pairs.indices where pairs[index].old == nil {
        guard let element = pairs[index].new else { continue }
        pairs[index].old = take { own($0) == own(element) }
    }
    return pairs + waiting.map { (old: Optional($0), new: nil) }
}
