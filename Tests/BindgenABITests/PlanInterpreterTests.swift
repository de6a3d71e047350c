import BindgenABI
import Foundation
import Testing

/// Lowering and then lifting is the identity, by what the plan states, without wasm.
@Suite
struct PlanInterpreterTests {
    /// What is wrong with a form, or nil: each value comes back from its slots and from memory, and its references stand where they are
    /// said to.
    private static func fault(of form: any CrossingForm, references: [Reference] = []) -> String? {
        do {
            for value in try PlanSamples.values(of: form) {
                if let fault = try fault(of: value, form, references) { return "\(value): \(fault)" }
            }
            return nil
        } catch {
            return "\(error)"
        }
    }

    private static func fault(of value: PlanValue, _ form: any CrossingForm, _ references: [Reference]) throws -> String? {
        var interpreter = PlanInterpreter()
        if !form.holdsView {
            let slots = try interpreter.lower(value, form)
            let lifted = try interpreter.lift(slots, form)
            guard lifted == value else { return "from \(slots) came \(lifted)" }
        }
        let address = try interpreter.address(of: value, form)
        let block = try interpreter.memory.block(at: address, size: form.layout.size)
        let loaded = try interpreter.load(form, block)
        guard loaded == value else { return "from memory came \(loaded)" }
        // Elements stand in blocks of their own, and the reference of a union or of `any` depends on its index or tag.
        guard !references.isEmpty, !form.holdsChoice, references.allSatisfy({ $0.count != .any }) else { return nil }
        return try fault(of: references, value.references(of: form), interpreter.memory, block)
    }

    private static func fault(
        of references: [Reference], _ expected: [UInt64], _ memory: PlanMemory, _ block: PlanMemory.Block
    ) throws -> String? {
        let found = try references.compactMap { reference in
            let isThere = try reference.flags.allSatisfy { try memory.read(size: 4, at: $0, in: block) != 0 }
            return isThere ? try memory.read(size: 4, at: reference.offset, in: block) : nil
        }
        return found.filter { $0 != 0 } == expected ? nil : "at the offsets of its references stand \(found), not \(expected)"
    }

    @Test("Lower, then lift, is the identity, in every outer type and in each two", arguments: PlanSamples.types)
    func identity(_ type: String) {
        let crossings = PlanSamples.crossings(around: type)
        #expect(crossings.count > 20)
        for crossing in crossings {
            let fault = Self.fault(of: crossing.form, references: crossing.references)
            #expect(fault == nil, "\(crossing)")
        }
    }

    @Test("Lower, then lift, is the identity for what is no part of other types")
    func plainIdentity() {
        let crossings = PlanSamples.plainCrossings()
        #expect(crossings.count == PlanSamples.results.count + PlanSamples.arguments.count)
        for crossing in crossings {
            let fault = Self.fault(of: crossing.form, references: crossing.references)
            #expect(fault == nil, "\(crossing)")
        }
    }

    @Test("Every case of Crossing is tried")
    func cases() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/BindgenABI/Crossing.swift")
        let text = try String(contentsOf: file, encoding: .utf8)
        let known = Set(text.matches(of: /(?m)^ {4}case (\w+)\(\w+Crossing\)$/).map { String($0.output.1) })
        #expect(known.count >= 15)
        func name(_ crossing: Crossing) -> String { Mirror(reflecting: crossing).children.first?.label ?? "\(crossing)" }
        func names(_ crossing: Crossing) -> [String] { [name(crossing)] + crossing.parts.flatMap { names($0.crossing) } }
        let crossings = try PlanSamples.types.map(PlanSamples.crossing) + PlanSamples.plainCrossings()
        let tried = Set(crossings.flatMap(names))
        let missing = known.subtracting(tried).sorted()
        #expect(missing.isEmpty, "add a type of each to PlanSamples.types, and values to PlanSamples.leaves")
    }

    @Test("What is copied as a whole stands as Swift has it")
    func copied() throws {
        struct Numbers {
            var a: UInt8
            var b: Double
            var c: Int16
        }
        let crossing = try PlanSamples.crossing("sequence<Numbers>")
        #expect(crossing.parts.map(\.place) == [.copied])
        let numbers = crossing.parts[0].crossing
        #expect(numbers.parts.map(\.offset) == [\Numbers.a, \.b, \.c].map { MemoryLayout<Numbers>.offset(of: $0) })
        #expect(crossing.form.itemStride == MemoryLayout<Numbers>.stride)
    }

    @Test(
        "A wrong form of absence is found",
        arguments: [
            ("long", .sentinel), ("long", .zero), ("boolean", .zero), ("boolean", .notANumber), ("Mode", .zeroAddress),
            ("double", .notANumber), ("unrestricted double", .zero), ("DOMString", .notANumber), ("octet", .zero),
            ("long long", .zero), ("Empty", .sentinel), ("Empty", .zero),
        ] as [(String, NullableCrossing.Representation)])
    func wrongAbsence(_ type: String, _ representation: NullableCrossing.Representation) throws {
        var nullable = NullableCrossing(try PlanSamples.crossing(type), absence: .null)
        #expect(Self.fault(of: nullable) == nil)
        nullable.representation = representation
        #expect(Self.fault(of: nullable) != nil)
    }

    @Test("A wrong offset, layout or number of slots is found", arguments: ["Numbers", "Wide"])
    func wrongForm(_ type: String) throws {
        let right = SpoiledForm(try PlanSamples.crossing(type))
        #expect(Self.fault(of: right) == nil)
        for index in right.parts.indices {
            // Where the part before it stands, where it is not aligned, and behind the end.
            for offset in [right.parts[max(0, index - 1)].offset, right.layout.size] where offset != right.parts[index].offset {
                var wrong = right
                wrong.parts[index].offset = offset
                #expect(Self.fault(of: wrong) != nil, "part \(index) at \(offset)")
            }
        }
        var short = right
        short.layout.size -= right.layout.alignment
        #expect(Self.fault(of: short) != nil)
        var oneMore = right
        oneMore.slots.append(Slot(.i32))
        #expect(Self.fault(of: oneMore) != nil)
    }

    @Test("A wrong offset of a reference is found")
    func wrongReference() throws {
        let crossing = try PlanSamples.crossing("Refers")
        let references = crossing.references
        #expect(references.count == 2 && Self.fault(of: crossing.form, references: references) == nil)
        for index in references.indices {
            var wrong = references
            wrong[index].offset += 4
            #expect(Self.fault(of: crossing.form, references: wrong) != nil)
        }
        var withoutFlag = references
        withoutFlag[1].flags = []
        #expect(Self.fault(of: crossing.form, references: withoutFlag) != nil)
    }
}

/// A form of which a test changes something.
private struct SpoiledForm: CrossingForm {
    var base: Crossing
    var slots: [Slot]
    var parts: [Part]
    var layout: Layout

    init(_ base: Crossing) {
        self.base = base
        slots = base.slots
        parts = base.parts
        layout = base.layout
    }

    var spelling: String { base.form.spelling }
    var traits: Traits { base.form.traits }
    var absentForm: NullableCrossing.Representation { base.form.absentForm }
    var reference: Reference.Kind? { base.form.reference }
    var nullable: NullableCrossing? { base.form.nullable }
    var remote: RemoteForm { base.form.remote }
}

extension CrossingForm {
    /// Whether the value shows storage whose owner has no slot.
    fileprivate var holdsView: Bool { reference == .view || parts.contains { $0.crossing.form.holdsView } }
    private var isTagged: Bool { parts.isEmpty && reference == .handle && slots.count > 1 }
    fileprivate var holdsChoice: Bool { isChoice || isTagged || parts.contains { $0.crossing.form.holdsChoice } }
}
