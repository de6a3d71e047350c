import BindgenModel

/// `record<K, V>`: the address of the pairs' stored forms and their number; stored, the same two i32.
///
///     flat     values: i32 ──► [key][value] [key][value] …      valuesCount: i32
///     stored   [address u32][count u32]
///
/// The pairs stand in the order of the object's properties (Web IDL 3.2.23). To Swift as a sequence: references come with the elements.
/// To JavaScript in an `Arena` that ends with the call.
package struct RecordCrossing: CrossingForm {
    package var key: Crossing
    package var value: Crossing

    package var spelling: String { "record<\(key), \(value)>" }
    package var slots: [Slot] { [Slot(.i32), Slot(.i32, suffix: "count")] }
    package var parts: [Part] {
        [Part(key, name: "key", .any, in: .memory), Part(value, name: "value", .any, in: .memory, offset: valueOffset)]
    }
    package var traits: Traits {
        Traits(of: parts).union([.runsCode, .lowersInSteps, .isVariable, .refusesUndefined, .needsArena])
    }
    package var absentForm: NullableCrossing.Representation { .zeroAddress }
    package var reference: Reference.Kind? { nil }
    package var remote: RemoteForm { .values(value.remote) }

    /// Where the value stands behind its key.
    package var valueOffset: Int { pair.valueOffset }
    /// The distance between two pairs.
    package var stride: Int { pair.layout.stride }

    private var pair: (layout: Layout, valueOffset: Int) {
        var layout = key.layout
        let offset = layout.append(value.layout)
        return (layout, offset)
    }
}

extension Planner {
    mutating func planRecord(_ key: ResolvedType.StringType, _ value: ResolvedType, site: TypeSite) -> Crossing? {
        var site = site
        site.position = .nested
        site.annotations.isView = false
        site.annotations.isBorrowed = false
        guard let key = planString(key, nullIsEmpty: false, site: site), let value = planType(value, site: site) else {
            return nil
        }
        return .record(RecordCrossing(key: key, value: value))
    }
}
