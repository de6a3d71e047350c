/// How a value of one type crosses the boundary: everything that both emitters must agree on.
///
/// A crossing has two forms. *Flat*, it is a list of wasm parameters (`slots`). *Stored*, it is a block of linear memory
/// (`layout`): as a member of a dictionary, an element of a sequence, or a result of more than one slot. Each family's file
/// describes both with a picture, and no other file chooses either.
package indirect enum Crossing: Equatable, Sendable {
    case undefined
    case boolean
    case integer(IntegerCrossing)
    case longInteger(LongIntegerCrossing)
    case float(FloatCrossing)
    case string(StringCrossing)
    case enumeration(EnumCrossing)
    case dictionary(DictionaryCrossing)
    case sequence(SequenceCrossing)
    case nullable(NullableCrossing)
    case buffer(BufferCrossing)
    case callback(CallbackCrossing)
    /// An interface that Swift implements.
    case object(ObjectCrossing)
    /// An interface that JavaScript implements.
    case importedObject(ImportedObjectCrossing)

    /// The wasm parameters of the flat form.
    package var slots: [Slot] { form.slots }
    /// The block of the stored form.
    package var layout: Layout { form.layout }
    /// Where each slot stands in the stored form of a crossing that is stored as its slots.
    package var slotOffsets: [Int] {
        var layout = Layout(size: 0, alignment: 1)
        return slots.map { layout.append(Layout($0.type)) }
    }
    /// True where the value has parts outside its own slots or block: bytes of a string, elements of a sequence.
    package var isVariable: Bool { form.isVariable }
    /// True where reading the value from JavaScript can run the program's own code (getters, iterators, `valueOf`) after a part of
    /// it has been written to memory; such an argument is lowered under a frame that an exception unwinds.
    package var lowersInSteps: Bool { form.lowersInSteps }

    var form: any CrossingForm {
        switch self {
        case .undefined: UndefinedCrossing()
        case .boolean: BooleanCrossing()
        case .integer(let crossing): crossing
        case .longInteger(let crossing): crossing
        case .float(let crossing): crossing
        case .string(let crossing): crossing
        case .enumeration(let crossing): crossing
        case .dictionary(let crossing): crossing
        case .sequence(let crossing): crossing
        case .nullable(let crossing): crossing
        case .buffer(let crossing): crossing
        case .callback(let crossing): crossing
        case .object(let crossing): crossing
        case .importedObject(let crossing): crossing
        }
    }
}

/// What each family's crossing states.
protocol CrossingForm {
    var slots: [Slot] { get }
    var layout: Layout { get }
    var isVariable: Bool { get }
    var lowersInSteps: Bool { get }
}

extension CrossingForm {
    var isVariable: Bool { false }
    var lowersInSteps: Bool { false }

    /// Most crossings are stored as their slots, one behind the other.
    var layout: Layout {
        var layout = Layout(size: 0, alignment: 1)
        for slot in slots { _ = layout.append(Layout(slot.type)) }
        return layout
    }
}
