import BindgenModel

/// A dictionary, by value.
///
///     flat     its members' slots one behind the other, up to `Planner.flatSlotLimit` and where no member lowers in steps;
///              otherwise one i32: the address of the stored form
///              one i32 that says nothing where there are no members, so that every value has a slot
///     stored   its members' stored forms, the parent's first, each at its natural alignment
///
/// A member that may be missing is `Nullable` with `undefined` as its absence.
package struct DictionaryCrossing: Equatable, Sendable, CrossingForm {
    package var name: String
    package var members: [Member]
    package var isFlat: Bool
    package let layout: Layout

    package struct Member: Equatable, Sendable {
        package var name: String
        package var crossing: Crossing
        package var offset: Int
    }

    package var slots: [Slot] {
        guard isFlat else { return [Slot(.i32)] }
        if members.isEmpty { return [Slot(.i32, suffix: "empty")] }
        return members.flatMap { member in member.crossing.slots.map { $0.prefixed(by: member.name) } }
    }
    package var isVariable: Bool { members.contains { $0.crossing.isVariable } }
    package var lowersInSteps: Bool { !isFlat }
    /// Whether the stored form is also the form that Swift has in memory. Both put numbers one behind the other, each at its natural
    /// alignment; what follows a nested struct may stand in its padding in Swift.
    package var isBitwise: Bool { !members.isEmpty && members.allSatisfy { Scalar($0.crossing) != nil } }
}

extension Planner {
    /// Above this, a call's parameters no longer fit registers and one pointer is faster.
    static let flatSlotLimit = 8

    mutating func planDictionary(_ name: String, site: TypeSite) -> Crossing? {
        if let known = dictionaryCrossings[name] { return .dictionary(known) }
        guard let plan = planDictionaryDefinition(name, site: site) else { return nil }
        let crossing = DictionaryCrossing(named: name, plan.members)
        dictionaryCrossings[name] = crossing
        return .dictionary(crossing)
    }
}

extension DictionaryCrossing {
    init(named name: String, _ memberPlans: [DictionaryPlan.Member]) {
        var layout = Layout(size: 0, alignment: 1)
        var members: [Member] = []
        for member in memberPlans {
            let offset = layout.append(member.crossing.layout)
            members.append(Member(name: member.name, crossing: member.crossing, offset: offset))
        }
        self.name = name
        self.members = members
        self.layout = Layout(size: layout.stride, alignment: layout.alignment)
        let slotCount = members.reduce(0) { $0 + $1.crossing.slots.count }
        isFlat = slotCount <= Planner.flatSlotLimit && !members.contains { $0.crossing.lowersInSteps }
    }
}
