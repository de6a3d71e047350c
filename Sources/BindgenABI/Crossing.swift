package import BindgenModel

/// How a value of one type crosses the boundary: everything that both emitters must agree on.
///
/// A crossing has two forms. *Flat*, it is a list of wasm parameters (`slots`). *Stored*, it is a block of linear memory
/// (`layout`): as a member of a dictionary, an element of a sequence, or a result of more than one slot. Each family's file
/// describes both with a picture, and no other file chooses either.
///
/// The cases are matched in two places alone: here, for the family's form, and in BindgenEmit, for its spelling. Every other question is
/// put to the form, and every walk is a fold over its parts.
package indirect enum Crossing: Equatable, Sendable {
    case undefined(UndefinedCrossing)
    case boolean(BooleanCrossing)
    case integer(IntegerCrossing)
    case longInteger(LongIntegerCrossing)
    case float(FloatCrossing)
    case string(StringCrossing)
    case byteString(ByteStringCrossing)
    case enumeration(EnumCrossing)
    case dictionary(DictionaryCrossing)
    /// A dictionary or a union inside itself.
    case nested(NestedCrossing)
    case sequence(SequenceCrossing)
    case record(RecordCrossing)
    case union(UnionCrossing)
    case nullable(NullableCrossing)
    case buffer(BufferCrossing)
    case bytes(BytesCrossing)
    case callback(CallbackCrossing)
    case callbackObject(CallbackObjectCrossing)
    /// An interface that Swift implements.
    case object(ObjectCrossing)
    /// An interface that JavaScript implements.
    case importedObject(ImportedObjectCrossing)
    case any(AnyCrossing)
    /// `object` and `symbol`.
    case handle(HandleCrossing)
    case bigint(BigIntCrossing)
    case promise(PromiseCrossing)
    case asyncSequence(AsyncSequenceCrossing)

    /// What the family states.
    package var form: any CrossingForm {
        switch self {
        case .undefined(let form): form
        case .boolean(let form): form
        case .integer(let form): form
        case .longInteger(let form): form
        case .float(let form): form
        case .string(let form): form
        case .byteString(let form): form
        case .enumeration(let form): form
        case .dictionary(let form): form
        case .nested(let form): form
        case .sequence(let form): form
        case .record(let form): form
        case .union(let form): form
        case .nullable(let form): form
        case .buffer(let form): form
        case .bytes(let form): form
        case .callback(let form): form
        case .callbackObject(let form): form
        case .object(let form): form
        case .importedObject(let form): form
        case .any(let form): form
        case .handle(let form): form
        case .bigint(let form): form
        case .promise(let form): form
        case .asyncSequence(let form): form
        }
    }
}

extension Crossing {
    /// The wasm parameters of the flat form.
    package var slots: [Slot] { form.slots }
    /// The block of the stored form.
    package var layout: Layout { form.layout }
    /// Every type that values of this one hold.
    package var parts: [Part] { form.parts }
    /// How the value goes to a worker and back.
    package var remote: RemoteForm { form.remote }
    /// What is true of the value as a whole: the family's own traits, and those that its parts bring along.
    package var traits: Traits { form.traits }
    /// The number whose stored form is also its form in a Swift array and in a JavaScript typed array.
    package var scalar: Scalar? { form.scalar }
    /// The nullable itself where this is one.
    package var nullable: NullableCrossing? { form.nullable }
    /// Whether the value is a dictionary inside itself, or none: in Swift it would make a struct contain itself.
    package var isRecursive: Bool {
        if case .nested(let nested) = self { return nested.kind == .dictionary }
        return nullable?.wrapped.isRecursive ?? false
    }
    /// Whether something inside the value, or the value, is by address because it contains itself.
    package var holdsRecursion: Bool { form.recursion != nil || parts.contains { $0.crossing.holdsRecursion } }
    /// Whether the value holds, or is, a union inside itself.
    package var holdsUnionInItself: Bool {
        if case .nested(let nested) = self { return nested.kind == .union }
        return parts.contains { $0.crossing.holdsUnionInItself }
    }
    /// True for `undefined`: nothing crosses.
    package var isNothing: Bool { slots.isEmpty }
    /// True where JavaScript may have `undefined` in the value's place: `(T or undefined)`, an optional argument or member without a
    /// default.
    package var mayBeUndefined: Bool { nullable.map { $0.absence != .null } ?? false }
    /// The crossing without the absence that TypeScript's `?` says, where the value is optional.
    package var withoutAbsence: Crossing {
        guard let nullable else { return self }
        switch nullable.absence {
        case .null: return self
        case .undefined: return nullable.wrapped
        case .nullOrUndefined: return .nullable(NullableCrossing(nullable.wrapped, absence: .null))
        }
    }
}

extension Crossing {
    /// Whether a default value cannot be converted: `{}` where a member is required.
    package func isRefused(_ value: DefaultValue) -> Bool { value == .emptyDictionary && traits.contains(.isNeverEmpty) }
}

extension Crossing: CustomStringConvertible {
    /// The type as the IDL would spell it, with the additions of our attributes.
    package var description: String { form.spelling }
}

/// What each family states of its crossing.
///
/// Nothing that decides ownership, evaluation or position has a default: a new family answers each question.
package protocol CrossingForm: Equatable, Sendable {
    /// The type as the IDL would spell it, with the additions of our attributes: the plan's text.
    var spelling: String { get }
    /// The wasm parameters of the flat form.
    var slots: [Slot] { get }
    /// The block of the stored form.
    var layout: Layout { get }
    /// Every type that values of this one hold, with its place. The arguments and results of a callback are none: they cross in
    /// calls of their own.
    var parts: [Part] { get }
    /// What is true of the value as a whole.
    var traits: Traits { get }
    /// How the flat form of `T?` says that there is no value, where T is this type.
    var absentForm: NullableCrossing.Representation { get }
    /// What the value refers to that has an owner.
    var reference: Reference.Kind? { get }
    /// How the value goes from one thread to another, where the module runs in a worker.
    var remote: RemoteForm { get }
    /// The definition that the type names.
    var definition: String? { get }
    /// The dictionary or union of the plan that the value is, where it stands inside itself and its parts are looked for there.
    var recursion: String? { get }
    /// What a promise is fulfilled with: it comes in a call of its own.
    var promised: Crossing? { get }
    /// What crosses one by one, each in a call of its own.
    func streamed(toSwift: Bool) -> [PromisePlan]
    /// The number whose stored form is also its form in a Swift array and in a JavaScript typed array.
    var scalar: Scalar? { get }
    /// The array that the type is in Swift, where several types of IDL are that one: bytes are bytes, and a typed array is an array of its elements.
    var swiftArray: String? { get }
    /// Whether a sequence of the type stands in memory as a Swift array has it.
    var isBitwise: Bool { get }
    /// The nullable itself where this is one.
    var nullable: NullableCrossing? { get }
    /// What `T?` wraps, where T is this type, whose crossing is `crossing`.
    func whereAbsent(_ crossing: Crossing) -> AbsenceVerdict
}

extension CrossingForm {
    /// Most crossings are stored as their slots, one behind the other.
    package var layout: Layout {
        var layout = Layout(size: 0, alignment: 1)
        for slot in slots { _ = layout.append(Layout(slot.type)) }
        return layout
    }
    /// Where each slot stands in the stored form of a crossing that is stored as its slots.
    package var slotOffsets: [Int] {
        var layout = Layout(size: 0, alignment: 1)
        return slots.map { layout.append(Layout($0.type)) }
    }
    package var definition: String? { nil }
    package var recursion: String? { nil }
    package var promised: Crossing? { nil }
    package func streamed(toSwift: Bool) -> [PromisePlan] { [] }
    package var scalar: Scalar? { nil }
    package var swiftArray: String? { nil }
    package var isBitwise: Bool { scalar != nil }
    package var nullable: NullableCrossing? { nil }

    package func whereAbsent(_ crossing: Crossing) -> AbsenceVerdict { .wraps(crossing) }
}

/// Whether a value of some type can be absent.
package enum AbsenceVerdict: Sendable {
    case wraps(Crossing)
    case refused(rule: String, message: String)
}
