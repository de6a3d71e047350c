/// A type inside another one.
package struct Part: Equatable, Sendable {
    /// How many values of the part one value has.
    package enum Count: Sendable {
        /// One: a member of a dictionary.
        case one
        /// One or none: what a nullable wraps.
        case oneOrNone
        /// Any number: the elements of a sequence.
        case any
    }
    /// Where the part stands when its whole crosses flat.
    package enum Place: Equatable, Sendable {
        /// Among the slots of the whole.
        case slots
        /// In a block of memory to which a slot of the whole points.
        case memory
        /// In such a block, which is copied as a whole: nobody looks at the part by itself.
        case copied
    }

    /// The member's name; empty where a type has one part alone.
    package var name: String
    package var crossing: Crossing
    package var count: Count
    package var place: Place
    /// Where it stands in the whole's stored form.
    package var offset: Int
    /// Whether the stored form begins with a flag that says whether the part is there.
    package var isFlagged: Bool

    init(_ crossing: Crossing, name: String = "", _ count: Count, in place: Place, offset: Int = 0, isFlagged: Bool = false) {
        self.name = name
        self.crossing = crossing
        self.count = count
        self.place = place
        self.offset = offset
        self.isFlagged = isFlagged
    }
}

/// What is true of a value that crosses, as a whole. A family states its own traits and says which of its parts' it has too.
package struct Traits: OptionSet, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    // To Swift.

    /// Converting a value from JavaScript can run the program's own code (getters, iterators, `valueOf`).
    package static let runsCode = Traits(rawValue: 1 << 0)
    /// That code can run after some of the value has been written to memory: such an argument is lowered under a frame that an exception
    /// unwinds.
    package static let lowersInSteps = Traits(rawValue: 1 << 1)
    /// The value stays on the region's stack during the call.
    package static let isLent = Traits(rawValue: 1 << 2)
    /// The conversion itself throws for undefined.
    package static let refusesUndefined = Traits(rawValue: 1 << 4)
    /// Swift's expression for the value names its slot more than once, or never, so that no call can stand in the slot's place.
    package static let swiftReadsSlotAgain = Traits(rawValue: 1 << 5)
    /// A finite double: the sum of several tells at once whether all of them are finite.
    package static let isFiniteDouble = Traits(rawValue: 1 << 6)
    /// Swift has no value to go on with where JavaScript threw in its place.
    package static let hasNoZero = Traits(rawValue: 1 << 7)

    // To JavaScript.

    /// JavaScript's expression for the value names its slot more than once.
    package static let javaScriptReadsSlotAgain = Traits(rawValue: 1 << 8)
    /// Swift's expression for the lowered value evaluates the value once.
    package static let swiftLowersInPlace = Traits(rawValue: 1 << 9)
    /// Swift drops the handle with the value, so JavaScript has to read it before.
    package static let lendsHandle = Traits(rawValue: 1 << 10)
    /// Swift needs an arena to lower the value.
    package static let needsArena = Traits(rawValue: 1 << 11)
    /// As a result, the value is text that may fit the result area.
    package static let isText = Traits(rawValue: 1 << 12)
    /// As a result, the value shows storage of Swift's.
    package static let isView = Traits(rawValue: 1 << 13)

    /// JavaScript's expression for the value looks at its slot alone, which cannot fail.
    package static let isLiftedInPlace = Traits(rawValue: 1 << 16)

    /// The value holds a text or a typed array, of which engines take no more than so much.
    package static let isLimited = Traits(rawValue: 1 << 17)

    /// An empty object is no value of the type: a member is required.
    package static let isNeverEmpty = Traits(rawValue: 1 << 19)

    /// JavaScript is asked to hand over memory of the module's.
    package static let isAllocated = Traits(rawValue: 1 << 20)

    // Both ways.

    /// A part of the value is JavaScript's own, without a type that says more.
    package static let isOpaque = Traits(rawValue: 1 << 18)

    /// The value has parts outside its own slots or block: bytes of a string, elements of a sequence.
    package static let isVariable = Traits(rawValue: 1 << 14)
    /// The flat form is the address of the stored form.
    package static let isAddress = Traits(rawValue: 1 << 15)

    /// What is true of the whole wherever it is true of a part.
    private static let ofAnyPart: Traits = [
        .runsCode, .lowersInSteps, .isLent, .lendsHandle, .isLimited, .isVariable, .isOpaque, .isAllocated,
    ]
    /// What is true of the whole where it is true of a part among its slots.
    private static let ofSlots: Traits = [.swiftReadsSlotAgain, .needsArena]

    /// What the parts bring along.
    init(of parts: [Part]) {
        self = []
        for part in parts {
            let traits = part.crossing.traits
            formUnion(traits.intersection(.ofAnyPart))
            if part.place == .slots { formUnion(traits.intersection(.ofSlots)) }
            // A value that need not be there, or any number of times, can be left out.
            if part.count == .one { formUnion(traits.intersection(.hasNoZero)) }
        }
    }
}
