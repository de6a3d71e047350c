package import BindgenModel

/// A union, by value: a Swift enum with a case for each member type (Web IDL 2.13.32).
///
///     flat     the index of the member, and the slots of all of them one behind the other, where they are numbers, booleans, enums and at
///              most one string; otherwise one i32: the address of the stored form
///     stored   [index of the member: i32][its stored form], at the greatest alignment of all members
///
/// By address: to Swift in the region, or in `malloc` memory that Swift frees; to JavaScript in an `Arena` that ends with the call, and always
/// delivered, as which references come with a value depends on its index. A flat result with a string comes as a string does, and is
/// `resultCode(of:)` where it is another member, whose stored form begins the result area.
package struct UnionCrossing: CrossingForm {
    package struct Member: Equatable, Sendable {
        /// The Swift case, which is also how the plan tells members apart.
        package var name: String
        package var crossing: Crossing
        package var kind: Kind
    }

    /// The kinds of values that JavaScript can tell apart (Web IDL 3.2.24).
    package enum Kind: Equatable, Sendable {
        case object(ClassName), importedObject(ClassName)
        case buffer(ResolvedType.BufferType)
        case callable, iterable, dictionary, record
        /// A dictionary of a `[Tagged]` union: the values of its tag.
        case tagged([String])
        case boolean, number, bigint, string
        /// Any value of JavaScript's type `object`, or of its type `symbol`.
        case anyObject, symbol
    }

    /// One question of a conversion: where a value passes the test, it is converted to the member.
    package struct Step: Equatable, Sendable {
        package enum Test: Equatable, Sendable {
            /// null or undefined: the empty dictionary.
            case absent
            case object(ClassName), importedObject(ClassName)
            case buffer(ResolvedType.BufferType)
            case callable, iterable, anyObject, boolean, number, bigint, symbol
            /// An object whose tag has one of these values.
            case tagged([String])
            /// Whatever is left.
            case otherwise
        }
        package var test: Test
        /// The member's index.
        package var member: Int
    }

    /// The name of the typedef, else the words of the members.
    package let name: String
    /// Whether a typedef names it: then TypeScript has a type of that name too.
    package let isNamed: Bool
    /// `[Tagged]`: the member by whose value dictionaries are told apart.
    package let tag: String?
    package let members: [Member]
    /// The questions in the standard's order.
    package let steps: [Step]
    package let isFlat: Bool
    package let layout: Layout
    package let parts: [Part]
    package let traits: Traits

    package var spelling: String { name }
    package var slots: [Slot] {
        guard isFlat else { return [Slot(.i32)] }
        return [Slot(.i32, suffix: "member")]
            + members.flatMap { member in
                member.crossing.slots.map { $0.prefixed(by: member.name.filter { $0 != "`" }) }
            }
    }
    package var absentForm: NullableCrossing.Representation { .address }
    package var reference: Reference.Kind? { nil }
    package var remote: RemoteForm {
        .choice(members.map { RemoteForm.Option(kind: $0.kind, tag: tag, form: $0.crossing.form.remote) })
    }
    package var definition: String? { name }
    package var isBitwise: Bool { false }

    /// Whether the stored form needs an arena: there is none where a flat union without text is left in the result area.
    package var storesInArena: Bool { !isFlat || members.contains(where: \.isText) }
    /// Where the member stands in the stored form.
    package var valueOffset: Int { parts.first?.offset ?? 0 }

    init(named name: String, isNamed: Bool, tag: String?, _ members: [Member]) {
        let alignment = members.map(\.crossing.layout.alignment).max() ?? 1
        let size = members.map(\.crossing.layout.size).max() ?? 0
        var layout = Layout(.i32)
        let offset = layout.append(Layout(size: size, alignment: alignment))
        self.name = name
        self.isNamed = isNamed
        self.tag = tag
        self.members = members
        self.layout = Layout(size: layout.stride, alignment: layout.alignment)
        steps = Self.steps(members.map(\.kind))
        let slotCount = members.reduce(1) { $0 + $1.crossing.slots.count }
        let isFlat = tag == nil && slotCount <= Planner.flatSlotLimit && members.allSatisfy(\.isPlain)
        self.isFlat = isFlat
        parts = members.map { Part($0.crossing, name: $0.name, .oneOrNone, in: isFlat ? .slots : .memory, offset: offset) }
        var traits = Traits(of: parts).union(.runsCode)
        if !isFlat {
            traits.formUnion([.lowersInSteps, .isAddress, .isVariable, .needsArena])
        } else if members.contains(where: \.isText) {
            traits.insert(.isText)
        }
        // Zeroes are the first member's zero.
        if members.first?.crossing.traits.contains(.hasNoZero) == true { traits.insert(.hasNoZero) }
        self.traits = traits
    }

    /// What a result says that is no text: the value of this member stands in the result area. Lengths of texts are other numbers: those that are
    /// marked begin at -26.
    package func resultCode(of index: Int) -> Int { -2 - index }

    /// The member whose type has a default value; DefaultValueFit has seen to it that there is one.
    package func member(of value: DefaultValue) -> Member? {
        members.first { member in
            switch (value, member.kind) {
            case (.boolean, .boolean), (.string, .string), (.emptySequence, .iterable), (.emptyDictionary, .dictionary),
                (.emptyDictionary, .record):
                true
            case (.integer, .number), (.decimal, .number), (.infinity, .number), (.notANumber, .number): true
            case (.integer, .bigint), (.decimal, .bigint): !members.contains { $0.kind == .number }
            default: false
            }
        }
    }
}

extension UnionCrossing.Member {
    /// Whether it is text.
    package var isText: Bool { crossing.traits.contains(.isText) }

    /// Whether it is one number for wasm, or a text.
    fileprivate var isPlain: Bool {
        switch kind {
        case .string where isText: true
        case .boolean, .number, .string:
            crossing.slots.count == 1 && crossing.slots[0].type != .i64 && !crossing.traits.contains(.isVariable)
        default: false
        }
    }
}

extension UnionCrossing {
    /// Web IDL 3.2.24, step by step; undefined and null of `(T or undefined)` and of `T?` have been looked at before.
    private static func steps(_ kinds: [Kind]) -> [Step] {
        var steps: [Step] = []
        func ask(_ test: Step.Test, where isAsked: (Kind) -> Bool) {
            if let index = kinds.firstIndex(where: isAsked) { steps.append(Step(test: test, member: index)) }
        }
        ask(.absent) { $0 == .dictionary }
        for (index, kind) in kinds.enumerated() {
            switch kind {
            case .object(let type): steps.append(Step(test: .object(type), member: index))
            case .importedObject(let type): steps.append(Step(test: .importedObject(type), member: index))
            case .buffer(let type): steps.append(Step(test: .buffer(type), member: index))
            case .callable, .iterable, .dictionary, .tagged, .record, .boolean, .number, .bigint, .string, .anyObject, .symbol:
                break
            }
        }
        ask(.callable) { $0 == .callable }
        ask(.iterable) { $0 == .iterable }
        for (index, kind) in kinds.enumerated() {
            if case .tagged(let values) = kind { steps.append(Step(test: .tagged(values), member: index)) }
        }
        ask(.anyObject) { $0 == .dictionary || $0 == .record || $0 == .anyObject }
        ask(.boolean) { $0 == .boolean }
        ask(.number) { $0 == .number }
        ask(.bigint) { $0 == .bigint }
        ask(.symbol) { $0 == .symbol }
        for last: Kind in [.string, .number, .boolean, .bigint] {
            guard let index = kinds.firstIndex(of: last) else { continue }
            steps.append(Step(test: .otherwise, member: index))
            break
        }
        // A test just before that decides nothing is not asked.
        if let last = steps.last, last.test == .otherwise, steps.dropLast().last?.member == last.member {
            steps.remove(at: steps.count - 2)
        }
        return steps
    }
}

/// What tells unions apart before they are planned.
struct UnionKey: Hashable {
    var typedef: ResolvedType.TypedefName?
    var types: [ResolvedType]
}

/// A union as a definition: the Swift enum.
package struct UnionPlan: Sendable {
    package var crossing: UnionCrossing
    /// The types as the IDL spells them.
    package var spelling: String

    package var name: String { crossing.name }
}

extension Planner {
    mutating func takeUnions() -> [UnionPlan] {
        defer { newUnions = [] }
        return newUnions
    }

    /// `undefined` and null are told apart first, as the absence of what is left.
    mutating func planUnion(_ type: ResolvedType, typedef: ResolvedType.TypedefName?, site: TypeSite) -> Crossing? {
        if typedef == nil, let named = type.namedUnionOrUndefined {
            return planType(named, site: site).flatMap { planAbsence(.undefined, of: $0, site: site) }
        }
        let members = type.flattenedMembers
        let types = members.filter { $0 != .undefined }
        var nested = site
        nested.position = .nested
        nested.annotations.isView = false
        nested.annotations.isBorrowed = false
        var crossing: Crossing?
        if types.count == 1 {
            crossing = planType(types[0], site: site)
        } else if let (kind, sharing) = kindOfBytes(types) {
            crossing = planBytes(kind, sharing, site: site)
        } else {
            crossing = planUnion(of: types, typedef: typedef, site: nested)
        }
        if type.nullableMemberCount > 0 { crossing = crossing.flatMap { planAbsence(.null, of: $0, site: site) } }
        if types.count < members.count { crossing = crossing.flatMap { planAbsence(.undefined, of: $0, site: site) } }
        return crossing
    }

    /// A union is named by its typedef, else by its members: two that have the same members are one type, wherever they stand.
    private mutating func planUnion(
        of types: [ResolvedType], typedef: ResolvedType.TypedefName?, site: TypeSite
    ) -> Crossing? {
        let key = UnionKey(typedef: typedef, types: types)
        if let known = recursiveUnions[key] { return .union(known) }
        if let name = unionsInProgress[key] { return .nested(NestedCrossing(kind: .union, name: name)) }
        let stem = typedef?.name ?? types.map(\.word).joined(separator: "Or")
        let reserved = unionName(stem) { _ in false }
        unionsInProgress[key] = reserved
        let planned = planMembers(types, tag: typedef?.tag, site: site)
        unionsInProgress[key] = nil
        guard let members = planned else { return nil }
        let isRecursive = members.contains { $0.crossing.holdsRecursion }
        // Types that differ in how JavaScript's values are converted have one word.
        let name = isRecursive ? reserved : unionName(stem) { $0.members == members }
        let crossing = unions[name] ?? UnionCrossing(named: name, isNamed: typedef?.name == name, tag: typedef?.tag, members)
        if unions.updateValue(crossing, forKey: name) == nil {
            newUnions.append(UnionPlan(crossing: crossing, spelling: ResolvedType.union(types).spelling))
        }
        if isRecursive { recursiveUnions[key] = crossing }
        if !crossing.isNamed { unionHomes[name, default: []].insert(home) }
        return .union(crossing)
    }

    /// The first name of this stem that no other union has.
    private func unionName(_ stem: String, isSame: (UnionCrossing) -> Bool) -> String {
        var name = stem
        var count = 1
        while unions[name].map({ !isSame($0) }) ?? unionsInProgress.values.contains(name) {
            count += 1
            name = "\(stem)\(count)"
        }
        return name
    }

    private mutating func planMembers(_ types: [ResolvedType], tag: String?, site: TypeSite) -> [UnionCrossing.Member]? {
        var members: [UnionCrossing.Member] = []
        for type in types {
            guard let crossing = planType(type, site: site) else { return nil }
            guard let (name, kind) = memberOfUnion(type, crossing) else {
                refuse("\(type.spelling) in a union", "give it a member or an argument of its own", at: site)
                return nil
            }
            var member = UnionCrossing.Member(name: Naming.swiftCaseName(name), crossing: crossing, kind: kind)
            if let tag, case .dictionary(let name) = type {
                guard let values = tagValues(of: name, tag, taken: members, site: site) else { return nil }
                member.kind = .tagged(values)
            }
            while members.contains(where: { $0.name == member.name }) { member.name += "_" }
            members.append(member)
        }
        return members
    }

    /// The case of a member type, and how JavaScript tells its values.
    func memberOfUnion(_ type: ResolvedType, _ crossing: Crossing) -> (name: String, kind: UnionCrossing.Kind)? {
        switch type {
        case .boolean: ("boolean", .boolean)
        case .integer, .float: ("number", .number)
        case .bigint: ("bigint", .bigint)
        case .string: ("string", .string)
        case .enumeration(let name): (name, .string)
        case .dictionary(let name): (name, .dictionary)
        case .interface(let name): kindOfObject(name).map { (name, $0) }
        case .callbackFunction(let name): (name, .callable)
        case .callbackInterface(let name): (name, .anyObject)
        case .buffer(let buffer, _): (buffer.rawValue, .buffer(buffer))
        case .sequence, .frozenArray: ("sequence", .iterable)
        case .record: ("record", .record)
        case .object: ("object", .anyObject)
        case .symbol: ("symbol", .symbol)
        case .undefined, .any, .asyncSequence, .observableArray, .promise, .nullable, .union, .typedef: nil
        }
    }

    /// The values of a dictionary's tag, which no other dictionary of the union has.
    private mutating func tagValues(
        of name: String, _ tag: String, taken: [UnionCrossing.Member], site: TypeSite
    ) -> [String]? {
        guard let member = member(tag, ofDictionary: name), member.isRequired, case .enumeration(let type) = member.type,
            case .enumeration(let decl) = declarations[type]
        else {
            report(
                "tagged-member",
                "[Tagged=\"\(tag)\"] tells dictionaries apart by a required member '\(tag)', whose type is an enum; \(name) has none: "
                    + "write `enum \(name)Kind { \"…\" };` and `required \(name)Kind \(tag);` there", at: site)
            return nil
        }
        let values = decl.values.map(\.text)
        for other in taken {
            guard case .tagged(let others) = other.kind, let shared = others.first(where: values.contains) else { continue }
            report(
                "tagged-member",
                "\"\(shared)\" is a value of '\(tag)' of two dictionaries of this union, of which one is \(name); give each its own",
                at: site)
            return nil
        }
        return values
    }

    /// A member of a dictionary, its own or an inherited one.
    private func member(_ name: String, ofDictionary dictionary: String) -> DictionaryDecl.MemberDecl? {
        var (next, seen): (String?, Set<String>) = (dictionary, [])
        while let current = next, seen.insert(current).inserted, case .dictionary(let decl) = declarations[current] {
            if let member = decl.members.first(where: { $0.name == name }) { return member }
            next = decl.parent
        }
        return nil
    }

    private func kindOfObject(_ name: String) -> UnionCrossing.Kind? {
        guard case .interface(let decl) = declarations[name] else { return nil }
        let type = ClassName(name, decl.origin)
        return decl.origin.annotations.importSource == nil ? .object(type) : .importedObject(type)
    }
}

extension ResolvedType {
    /// Of `(T or undefined)` the T, where that is a union with a name: it keeps its name.
    fileprivate var namedUnionOrUndefined: ResolvedType? {
        guard case .union(let members, _) = self, members.count == 2, members.contains(.undefined),
            let other = members.first(where: { $0 != .undefined })
        else { return nil }
        if case .union(_, .some) = other.innermost { return other }
        return other.namedUnionOrUndefined == nil ? nil : other
    }

    /// The type as a part of a Swift name.
    var word: String {
        switch self {
        case .undefined: "Undefined"
        case .any: "Any"
        case .object: "Object"
        case .symbol: "Symbol"
        case .boolean: "Bool"
        case .integer(let type, _): type.word
        case .float(let type): type.rawValue.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        case .bigint: "BigInt"
        case .string(let type, _): type == .domString ? "String" : type.rawValue
        case .enumeration(let name), .dictionary(let name), .interface(let name), .callbackFunction(let name),
            .callbackInterface(let name), .typedef(let name):
            Naming.camelCase(name).prefix(1).uppercased() + Naming.camelCase(name).dropFirst()
        case .buffer(let type, _): type.rawValue
        case .sequence(let element), .asyncSequence(let element): "\(element.word)Sequence"
        case .frozenArray(let element), .observableArray(let element): "\(element.word)Array"
        case .record(_, let value): "\(value.word)Record"
        case .promise(let result): "\(result.word)Promise"
        case .nullable(let inner): "Optional\(inner.word)"
        case .union(let members, let typedef): typedef?.name ?? members.map(\.word).joined(separator: "Or")
        }
    }
}

extension ResolvedType.IntegerType {
    /// The Swift type.
    fileprivate var word: String {
        switch self {
        case .byte: "Int8"
        case .octet: "UInt8"
        case .short: "Int16"
        case .unsignedShort: "UInt16"
        case .long: "Int32"
        case .unsignedLong: "UInt32"
        case .longLong: "Int64"
        case .unsignedLongLong: "UInt64"
        }
    }
}
