package import BindgenABI
package import BindgenModel

/// How one family is spelled in every language. BindgenABI has decided everything; a spelling chooses words.
///
/// The emitter's type tells the language of a requirement. Requirements with a default below are spelled in one way by most families; none
/// of them decides ownership, evaluation or position.
package protocol Spelling: CrossingForm {
    // Swift

    /// The type of a property, a dictionary member, a result, an owned argument.
    func type(in swift: SwiftEmitter) -> String
    /// The type of a parameter.
    func parameterType(in swift: SwiftEmitter) -> String
    /// An expression for the value whose slots are `slots`.
    /// - Parameter isOwned: whether references come with the value (stored forms, results) or are borrowed for the call (arguments).
    func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String
    /// An expression for an argument of an exported member, with statements that stand before the call.
    func liftArgument(_ slots: [String], local: String, _ setup: inout [String], in swift: SwiftEmitter) -> String
    /// The flat form of a value.
    /// - Parameters:
    ///   - value: an expression without side effects.
    ///   - name: the stem of the local names.
    func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue
    /// The flat form of a value that may be absent, `T?` of this type.
    func lowerOptional(_ value: String, _ nullable: NullableCrossing, name: String, in swift: SwiftEmitter) -> LoweredValue
    /// An expression for the value whose stored form stands at `place`.
    func load(at place: SwiftPlace, in swift: SwiftEmitter) -> String
    /// A statement that stores `value`; `arena` is in scope where the family needs one.
    func store(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> String
    /// Statements that store a result of fixed size; no arena is needed.
    func storeResult(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> [String]
    /// Statements that leave the value of `expression` in the result area.
    /// - Parameter known: the object whose storage JavaScript has a view of already, where it says so.
    func leaveInArea(_ expression: String, known: String?, in swift: SwiftEmitter) -> [String]
    /// Statements that hand over `result`, which is text or a union with one, and return its length or another code.
    /// - Parameter delivery: the import that takes a text that does not fit the result area.
    func leaveText(delivery: String, in swift: SwiftEmitter) -> [String]
    /// A default value or constant as an expression of the type.
    func literal(_ value: DefaultValue, in swift: SwiftEmitter) -> String
    /// What the type is in a component.
    func componentForm(in swift: SwiftEmitter) -> ComponentForm

    // JavaScript

    /// How a value is converted and lowered, flat.
    func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering
    /// The slots of `T?`, where those of a value of T, this type, are `slots`.
    func slotsOrAbsent(_ slots: [String], of value: JSValue, isAbsent: String) -> [String]
    /// Whether a typed array that is written to converts any value as Web IDL converts one to this type.
    var isConvertedByTypedArrays: Bool { get }
    /// The members where all are required finite doubles, in the order in which they are read.
    var finiteNumbers: [FiniteNumber]? { get }
    /// As `store`, for an element at `place`, whose index is `index`.
    func storeElement(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering
    /// As `lower`, with `slots` being statements that write the stored form at `address`.
    func store(_ value: JSValue, at address: String, in js: inout JavaScriptEmitter) -> JSLowering
    /// An expression for the value whose slots are `slots`.
    func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String
    /// Whether `lift` gives null for a slot that is 0.
    var liftsZeroAsNull: Bool { get }
    /// An expression for the value whose stored form is at `address + offset`.
    func load(_ address: String, _ offset: Int, in js: inout JavaScriptEmitter) -> String
    /// The same inside of a loop, where a call would cost more than the text; nil where there is no such text.
    func loadInline(_ address: String, in js: inout JavaScriptEmitter) -> String?
    /// An expression for the result that Swift left in the result area.
    func liftArea(in js: inout JavaScriptEmitter) -> String
    /// An expression for such a result, where `text` is that for one that is text.
    func liftText(_ text: String, in js: inout JavaScriptEmitter) -> String
    /// A statement that looks at an argument before anything of the call can make the memory grow; nil where none is needed.
    func see(_ variable: String, in js: inout JavaScriptEmitter) -> String?
    /// Statements that follow a call whose argument the value was.
    func afterCall(_ variable: String, isOptional: Bool, in js: inout JavaScriptEmitter) -> [String]
    /// Statements that convert a value, and give it to Swift as the result of an import; nil where it is stored as any other.
    func returnFromImport(_ value: JSValue, in js: inout JavaScriptEmitter) -> (convert: JSStatement, leave: JSStatement)?
    /// A constant as a JavaScript expression.
    func literal(_ value: DefaultValue) -> String
    /// A default value as a JavaScript expression, of which the conversion makes the value that the IDL has.
    func defaultLiteral(_ value: DefaultValue) -> String

    // TypeScript

    func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String

    // Comparison

    /// The numbers among which the values are; nil for what is no number.
    var numbers: NumberSet? { get }
    /// What became of the values of this type, where it became `other`; both are of one family.
    func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation
    /// The same where the families differ.
    func relation(toOther other: any Spelling, _ comparison: TypeComparison) -> TypeRelation
}

extension Crossing {
    /// The family's spelling.
    package var spelling: any Spelling {
        switch self {
        case .undefined(let spelling): spelling
        case .boolean(let spelling): spelling
        case .integer(let spelling): spelling
        case .longInteger(let spelling): spelling
        case .float(let spelling): spelling
        case .string(let spelling): spelling
        case .byteString(let spelling): spelling
        case .enumeration(let spelling): spelling
        case .dictionary(let spelling): spelling
        case .nested(let spelling): spelling
        case .sequence(let spelling): spelling
        case .record(let spelling): spelling
        case .union(let spelling): spelling
        case .nullable(let spelling): spelling
        case .buffer(let spelling): spelling
        case .bytes(let spelling): spelling
        case .callback(let spelling): spelling
        case .callbackObject(let spelling): spelling
        case .object(let spelling): spelling
        case .importedObject(let spelling): spelling
        case .any(let spelling): spelling
        case .handle(let spelling): spelling
        case .bigint(let spelling): spelling
        case .promise(let spelling): spelling
        case .asyncSequence(let spelling): spelling
        }
    }
}

/// What is the same for all families that are stored as their slots, and for all that need no words of their own.
extension Spelling {
    package func parameterType(in swift: SwiftEmitter) -> String { type(in: swift) }

    package func liftArgument(_ slots: [String], local: String, _ setup: inout [String], in swift: SwiftEmitter) -> String {
        lift(slots, isOwned: false, in: swift)
    }

    /// By the form that BindgenABI gives to a missing value of the family.
    package func lowerOptional(
        _ value: String, _ nullable: NullableCrossing, name: String, in swift: SwiftEmitter
    ) -> LoweredValue {
        func present() -> String { lower("$0", name: name, in: swift).slots[0] }
        switch nullable.representation {
        case .sentinel: return LoweredValue(slots: ["(\(value)).map { \(present()) } ?? -1"])
        case .zero: return LoweredValue(slots: ["(\(value)).map { \(present()) } ?? 0"])
        case .notANumber: return LoweredValue(slots: ["BindgenRuntime.Lower.optional(\(value))"])
        case .zeroAddress, .address: return swift.stored(nullable, value, name: name)
        case .flag:
            var result = lower("(\(value) ?? \(self.nullable == nil ? "0" : "nil"))", name: name, in: swift)
            result.slots.insert("\(value) == nil ? 0 : 1", at: 0)
            return result
        }
    }

    package func literal(_ value: DefaultValue, in swift: SwiftEmitter) -> String { value.swiftText }

    package func load(at place: SwiftPlace, in swift: SwiftEmitter) -> String { loadSlots(at: place, in: swift) }

    func loadSlots(at place: SwiftPlace, in swift: SwiftEmitter) -> String {
        let slots = zip(slots, slotOffsets).map { slot, offset in place.load(as: swift.type(slot.type), offset) }
        return lift(slots, isOwned: true, in: swift)
    }

    package func store(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> String {
        let lowered = lower(value, name: "value", in: swift).slots
        return zip(zip(slots, slotOffsets), lowered).map { slot, text in
            place.store(text, as: swift.type(slot.0.type), slot.1)
        }.joined(separator: "; ")
    }

    package func storeResult(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> [String] {
        [store(value, at: place, in: swift)]
    }

    package func leaveInArea(_ expression: String, known: String?, in swift: SwiftEmitter) -> [String] {
        leaveStored(expression, in: swift)
    }

    package func leaveText(delivery: String, in swift: SwiftEmitter) -> [String] {
        ["return BindgenRuntime.Lower.text(result) { \(delivery)($0, $1) }"]
    }

    package func liftText(_ text: String, in js: inout JavaScriptEmitter) -> String { text }

    func leaveStored(_ expression: String, in swift: SwiftEmitter) -> [String] {
        swift.named(expression) + ["let area = BindgenRuntime.Region.resultArea"]
            + storeResult("result", at: SwiftPlace("area"), in: swift)
    }

    package func store(_ value: JSValue, at address: String, in js: inout JavaScriptEmitter) -> JSLowering {
        storeSlots(value, at: address, in: &js)
    }

    func storeSlots(_ value: JSValue, at address: String, in js: inout JavaScriptEmitter) -> JSLowering {
        var value = value
        value.isStored = true
        var lowering = lower(value, in: &js)
        lowering.slots = zip(zip(slots, slotOffsets), lowering.slots).map { slot, expression in
            let (slot, offset) = slot
            let text = slot.type == .i64 ? "BigInt.asIntN(64, \(expression))" : expression
            return js.write(js.view(slot.type), offset == 0 ? address : "\(address) + \(offset)", text)
        }
        return lowering
    }

    package func load(_ address: String, _ offset: Int, in js: inout JavaScriptEmitter) -> String {
        loadSlots(address, offset, in: &js)
    }

    func loadSlots(_ address: String, _ offset: Int, in js: inout JavaScriptEmitter) -> String {
        let slots = zip(slots, slotOffsets).map { slot, start in
            let total = offset + start
            return js.element(js.view(slot.type), total == 0 ? address : "\(address) + \(total)")
        }
        return lift(slots, in: &js)
    }

    /// By the same form. Where an address is 0 or an index -1 there is none, and these are the first values of the variables.
    package func slotsOrAbsent(_ slots: [String], of value: JSValue, isAbsent: String) -> [String] {
        switch absentForm {
        case .sentinel, .zeroAddress, .address: slots
        case .zero: ["\(isAbsent) ? 0 : \(slots[0])"]
        case .notANumber: ["\(isAbsent) ? NaN : \(slots[0])"]
        case .flag: ["\(isAbsent) ? 0 : 1"] + slots
        }
    }

    package func literal(_ value: DefaultValue) -> String { value.javaScriptText }

    package func defaultLiteral(_ value: DefaultValue) -> String { literal(value) }

    package var isConvertedByTypedArrays: Bool { false }

    package var liftsZeroAsNull: Bool { false }

    package var finiteNumbers: [FiniteNumber]? { nil }

    package func storeElement(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        store(value, at: "place", in: &js)
    }

    package func loadInline(_ address: String, in js: inout JavaScriptEmitter) -> String? { nil }

    package func liftArea(in js: inout JavaScriptEmitter) -> String { liftStored(in: &js) }

    func liftStored(in js: inout JavaScriptEmitter) -> String {
        let index = js.typeFunctionIndex()
        let name = "$readArea\(index)"
        let function = js.typeFunction("area \(spelling)", name: name) { js in
            js.use("view:u8", "region")
            let value = load("$area", 0, in: &js)
            return """
                const \(name) = () => {
                  if ($u8.length === 0) $refresh();
                  return \(value);
                };

                """
        }
        return "\(function)()"
    }

    package func see(_ variable: String, in js: inout JavaScriptEmitter) -> String? { nil }

    package func afterCall(_ variable: String, isOptional: Bool, in js: inout JavaScriptEmitter) -> [String] { [] }

    package func returnFromImport(
        _ value: JSValue, in js: inout JavaScriptEmitter
    ) -> (convert: JSStatement, leave: JSStatement)? { nil }

    package var numbers: NumberSet? { nil }

    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation {
        self == other ? .same : .different
    }

    package func relation(toOther other: any Spelling, _ comparison: TypeComparison) -> TypeRelation { .different }
}
