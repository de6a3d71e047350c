package import BindgenModel

/// A dictionary, by value.
///
///     flat     its members' slots one behind the other, up to `Planner.flatSlotLimit` and where no member lowers in steps;
///              otherwise one i32: the address of the stored form
///              one i32 that says nothing where there are no members, so that every value has a slot
///     stored   its members' stored forms, the parent's first, each at its natural alignment
///
/// A member that may be missing is `Nullable` with `undefined` as its absence.
package struct DictionaryCrossing: CrossingForm {
    package struct Member: Equatable, Sendable {
        package var name: String
        package var swiftName: String
        package var crossing: Crossing
        package var isRequired: Bool
        package var defaultValue: DefaultValue?
        package var documentation: Documentation
        /// `[This]`: a function that is called on the object.
        package var isMethod = false
        /// `[TSType]`
        package var tsType: String?
        /// Where it stands in the stored form.
        package var offset = 0

        /// Whether there may be no such property.
        package var mayBeMissing: Bool { !isRequired && defaultValue == nil }
        /// The crossing without the absence that TypeScript's `?` says.
        package var ownCrossing: Crossing { isRequired ? crossing : crossing.withoutAbsence }
    }

    package let name: String
    /// The parent's first, each level in IDL order.
    package let members: [Member]
    /// The order in which JavaScript's members are read: the parent's first, each level by name (Web IDL 3.2.17).
    package let readOrder: [Int]
    package let isFlat: Bool
    package let layout: Layout
    /// True where a member `[Throws=…]` it: JavaScript has a class of errors for it.
    package let isError: Bool
    /// The nearest of what it inherits from that is an error, too.
    package let errorParent: String?
    /// `[Tuple]`: an array in JavaScript.
    package let isTuple: Bool

    package var spelling: String { name }
    package var slots: [Slot] {
        guard isFlat else { return [Slot(.i32)] }
        if members.isEmpty { return [Slot(.i32, suffix: "empty")] }
        return members.flatMap { member in member.crossing.slots.map { $0.prefixed(by: member.name) } }
    }
    package let parts: [Part]
    package let traits: Traits
    package var absentForm: NullableCrossing.Representation { .address }
    package var reference: Reference.Kind? { nil }
    package var remote: RemoteForm { isError ? .refused("an error as a value", "pass its code, or throw it") : .members(name) }
    package var definition: String? { name }
    /// Whether the stored form is also the form that Swift has in memory. Both put numbers one behind the other, each at its natural
    /// alignment; what follows a nested struct may stand in its padding in Swift.
    package var isBitwise: Bool { !isError && !members.isEmpty && members.allSatisfy { $0.crossing.scalar != nil } }
}

extension DictionaryCrossing {
    init(
        named name: String, _ members: [Member], readOrder: [Int], isError: Bool = false, errorParent: String? = nil,
        isTuple: Bool = false
    ) {
        var layout = Layout(size: 0, alignment: 1)
        var placed = members
        for index in placed.indices { placed[index].offset = layout.append(placed[index].crossing.layout) }
        self.name = name
        self.members = placed
        self.readOrder = readOrder
        self.isError = isError
        self.errorParent = errorParent
        self.isTuple = isTuple
        self.layout = Layout(size: layout.stride, alignment: layout.alignment)
        let slotCount = members.reduce(0) { $0 + $1.crossing.slots.count }
        isFlat =
            slotCount <= Planner.flatSlotLimit && !members.contains { $0.crossing.traits.contains(.lowersInSteps) }
        let place: Part.Place = isFlat ? .slots : .memory
        parts = placed.map { Part($0.crossing, name: $0.name, .one, in: place, offset: $0.offset) }
        var traits = Traits(of: parts).union(.runsCode)
        if !isFlat { traits.formUnion([.lowersInSteps, .isAddress, .needsArena]) }
        // Without members, nobody looks at the one slot.
        if members.isEmpty { traits.insert(.swiftReadsSlotAgain) }
        if members.contains(where: \.isRequired) { traits.insert(.isNeverEmpty) }
        self.traits = traits
    }

    /// The members with their slots in the flat form, where `slots` stand for all of it.
    package func split<Value>(_ slots: [Value]) -> [(member: Member, slots: [Value])] {
        var rest = slots[...]
        return members.map { member in
            let own = Array(rest.prefix(member.crossing.slots.count))
            rest = rest.dropFirst(own.count)
            return (member, own)
        }
    }
}

/// A dictionary or a union inside itself: one i32, the address of the stored form, flat and stored.
///
/// The block is owned as a string's bytes are: Swift frees it, and to JavaScript it stands in an `Arena`. Its members are those of the
/// definition, so it has no parts; where they are looked for, the definition is (`recursion`). An address of -1 is a value that is
/// nested too deep, which JavaScript refuses: values that contain themselves end there.
package struct NestedCrossing: CrossingForm {
    package enum Kind: Sendable {
        case dictionary, union
    }
    package var kind: Kind
    package var name: String

    package var spelling: String { "\(name) by address" }
    package var slots: [Slot] { [Slot(.i32)] }
    package var parts: [Part] { [] }
    package var traits: Traits { [.runsCode, .lowersInSteps, .isVariable, .isLimited, .needsArena, .lendsHandle] }
    package var absentForm: NullableCrossing.Representation { .zeroAddress }
    package var reference: Reference.Kind? { nil }
    package var remote: RemoteForm { kind == .dictionary ? .members(name) : .member(name) }
    package var definition: String? { name }
    package var recursion: String? { name }
}

extension Planner {
    /// Above this, a call's parameters no longer fit registers and one pointer is faster.
    static let flatSlotLimit = 8

    /// The dictionary with its parents' members, or nil where an error has been reported.
    mutating func planDictionary(_ name: String, site: TypeSite) -> DictionaryCrossing? {
        if let crossing = dictionary(named: name, site: site) { return crossing }
        if foreign.contains(name) { tellSkipped(name, at: site) }
        return nil
    }

    /// The same, where a foreign dictionary that cannot cross is skipped without an error.
    mutating func dictionary(named name: String, site: TypeSite) -> DictionaryCrossing? {
        if let known = dictionaries[name] { return known }
        guard case .dictionary(let decl) = declarations[name] else { return nil }
        // A cycle of parents has been told.
        guard dictionariesInProgress.insert(name).inserted else { return nil }
        let crossing = attempt(decl.origin) { $0.planMembers(decl, site: site) }
        dictionariesInProgress.remove(name)
        dictionaries[name] = .some(crossing)
        return crossing
    }

    /// A dictionary's crossing, or that of one inside itself.
    mutating func planDictionaryType(_ name: String, site: TypeSite) -> Crossing? {
        // Its own members are not known yet, nor are those that it would inherit.
        var ancestor: String? = name
        while let open = ancestor {
            if dictionariesInProgress.contains(open) { return .nested(NestedCrossing(kind: .dictionary, name: name)) }
            guard case .dictionary(let decl) = declarations[open], dictionaries[open] == nil else { break }
            ancestor = decl.parent
        }
        return planDictionary(name, site: site).map(Crossing.dictionary)
    }

    private mutating func planMembers(_ decl: DictionaryDecl, site: TypeSite) -> DictionaryCrossing? {
        var members: [DictionaryCrossing.Member] = []
        var readOrder: [Int] = []
        var errorParent: String?
        if let name = decl.parent {
            guard let parent = planDictionary(name, site: site) else { return nil }
            members = parent.members
            errorParent = parent.isError ? name : parent.errorParent
            readOrder = parent.readOrder
        }
        let first = members.count
        var isComplete = true
        for member in decl.members {
            guard foreign.contains(decl.name), !member.isRequired else {
                if let planned = planDictionaryMember(member) { members.append(planned) } else { isComplete = false }
                continue
            }
            // Nobody has to give an optional member.
            let mark = skipped.count
            if let planned = attempt(member.origin, { $0.planDictionaryMember(member) }) { members.append(planned) }
            lackingMembers += skipped[mark...].map { (decl.name, $0) }
        }
        guard isComplete else { return nil }
        // Web IDL 3.2.17: within one dictionary, members are read in the lexicographical order of their names.
        let isTuple = decl.origin.annotations.isTuple
        let places = first..<members.count
        readOrder +=
            isTuple
            ? Array(places)
            : places.sorted { Array(members[$0].name.utf16).lexicographicallyPrecedes(Array(members[$1].name.utf16)) }
        checkTuple(decl)
        checkErrorMembers(members, of: decl)
        let crossing = DictionaryCrossing(
            named: decl.name, members, readOrder: readOrder, isError: errors.contains(decl.name), errorParent: errorParent,
            isTuple: isTuple)
        guard crossing.layout.size > Self.greatestDictionary else { return crossing }
        report(
            "dictionary-too-large",
            "dictionary \(decl.name) takes more than \(Self.greatestDictionary) bytes with those in it; let them stand in a sequence",
            at: TypeSite(.nested, decl.origin))
        return nil
    }

    /// Dictionaries stand inside each other in place, so that each level can double what the last one has.
    private static let greatestDictionary = 32768

    /// An array has no names that a parent or a `this` could have theirs among.
    private mutating func checkTuple(_ decl: DictionaryDecl) {
        let isParent = decl.parent.map { declarations[$0]?.origin.annotations.isTuple ?? false } ?? false
        guard decl.origin.annotations.isTuple || isParent else { return }
        let site = TypeSite(.nested, decl.origin)
        if decl.parent != nil || errors.contains(decl.name) {
            refuse(
                "a [Tuple] that inherits, is inherited from or is thrown",
                "declare all members in one dictionary without [Throws]",
                at: decl.origin.annotations.isTuple ? site.ofAttribute("Tuple") : site)
        } else if decl.members.contains(where: \.origin.annotations.isMethod) {
            refuse("a method in a [Tuple]", "leave [This] out, or [Tuple]", at: site.ofAttribute("Tuple"))
        }
    }

    private mutating func planDictionaryMember(_ member: DictionaryDecl.MemberDecl) -> DictionaryCrossing.Member? {
        let site = TypeSite(.nested, member.origin)
        guard var crossing = planType(member.type, site: site) else { return nil }
        if !member.isRequired, member.defaultValue == nil {
            if let nullable = crossing.nullable {
                // One Optional says both: what is nil is left out.
                crossing = .nullable(NullableCrossing(nullable.wrapped, absence: .nullOrUndefined))
            } else {
                guard let optional = planAbsence(.undefined, of: crossing, site: site.ofType) else { return nil }
                crossing = optional
            }
        }
        return DictionaryCrossing.Member(
            name: member.name, swiftName: Naming.swiftIdentifier(member.origin.annotations.swiftName ?? member.name),
            crossing: crossing, isRequired: member.isRequired, defaultValue: member.defaultValue,
            documentation: Documentation(member.origin), isMethod: member.origin.annotations.isMethod,
            tsType: tsType(member.origin))
    }
}
