import BindgenIDL

/// Web IDL 2.5.8: whatever the number of arguments, there is a position at which the types of all overloads are distinguishable, and before it
/// they are the same.
enum OverloadDistinguishability: DeclarationRule {
    static let id = "overload-distinguishability"

    /// Beyond this many overloads of one name nothing is compared any more.
    private static let greatestCount = 300

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        let relation = Distinguishability(set.table)
        for container in set.containers {
            for overloads in set.overloads[container.index] {
                if overloads.count > greatestCount {
                    tell(
                        "\(overloads.count) overloads of one name are too many", overloads, 0, greatestCount, container, set,
                        &report)
                } else {
                    check(overloads, relation, container, set, &report)
                }
            }
        }
    }

    private static func check(
        _ overloads: [Overload], _ relation: Distinguishability<DefinitionTable>, _ container: ContainerModel,
        _ set: DeclarationSet,
        _ report: inout Report
    ) {
        for (length, entries) in OverloadSet(overloads.map(\.arguments)).entries.enumerated() where entries.count > 1 {
            guard let fault = fault(in: entries, length, relation) else { continue }
            tell(fault.message, overloads, fault.first, fault.second, container, set, &report)
            return
        }
    }

    private static func fault(
        in entries: [OverloadSet.Entry], _ length: Int, _ relation: Distinguishability<DefinitionTable>
    ) -> (message: String, first: Int, second: Int)? {
        var position = 0
        var worst = (entries[0], entries[1])
        search: while position < length {
            for (index, second) in entries.enumerated() {
                for first in entries[..<index] where !relation.areDistinguishable(first.types[position], second.types[position]) {
                    // Of the pairs that stand in the way, tell one that no position tells apart.
                    if !isToldApart(first, second, length, relation) { worst = (first, second) }
                    position += 1
                    continue search
                }
            }
            break
        }
        let arguments = length == 1 ? "1 argument" : "\(length) arguments"
        guard position < length else {
            return ("no position tells these overloads apart when called with \(arguments)", worst.0.index, worst.1.index)
        }
        return differenceBefore(position, entries) ?? mixedNumbers(at: position, entries)
    }

    private static func isToldApart(
        _ first: OverloadSet.Entry, _ second: OverloadSet.Entry, _ length: Int, _ relation: Distinguishability<DefinitionTable>
    ) -> Bool {
        (0..<length).contains { relation.areDistinguishable(first.types[$0], second.types[$0]) }
    }

    /// The standard also wants the same optionality. The shapes that implementations take, such as the constructors of URLPattern, differ there,
    /// and nothing depends on it.
    private static func differenceBefore(
        _ position: Int, _ entries: [OverloadSet.Entry]
    ) -> (message: String, first: Int, second: Int)? {
        let first = entries[0]
        for second in entries.dropFirst() {
            for index in 0..<position
            where first.types[index] != second.types[index] {
                return (
                    "argument \(position + 1) tells these overloads apart, so the arguments before it must be the same; argument \(index + 1) is not",
                    first.index, second.index
                )
            }
        }
        return nil
    }

    private static func mixedNumbers(
        at position: Int, _ entries: [OverloadSet.Entry]
    ) -> (message: String, first: Int, second: Int)? {
        let isBig = entries.first { $0.types[position].flattenedMembers.contains { $0.innermost == .bigint } }
        let isNumeric = entries.first { entry in
            entry.index != isBig?.index && entry.types[position].flattenedMembers.contains { $0.innermost.isNumeric }
        }
        guard let isBig, let isNumeric else { return nil }
        return (
            "argument \(position + 1) is a bigint in one overload and a number in another; JavaScript objects convert to either",
            min(isBig.index, isNumeric.index), max(isBig.index, isNumeric.index)
        )
    }

    private static func tell(
        _ message: String, _ overloads: [Overload], _ first: Int, _ second: Int, _ container: ContainerModel,
        _ set: DeclarationSet,
        _ report: inout Report
    ) {
        let (first, second) = (overloads[first].origin, overloads[second].origin)
        report.error(
            id, message, at: second.range, in: second.breadcrumb,
            notes: [.init(message: "the other overload", range: first.range)])
    }
}

extension ResolvedType {
    var isNumeric: Bool {
        switch self {
        case .integer, .float: true
        default: false
        }
    }
}
