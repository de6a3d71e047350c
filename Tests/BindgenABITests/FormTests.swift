import BindgenABI
import Testing

/// The two forms of every type: their parts stand beside each other, and what is true of a part is true of the whole.
@Suite
struct FormTests {
    private static let text = """
        enum Mode { "a", "b" };
        interface Image { constructor(); };
        [Import] interface Row {};
        callback Job = undefined ();
        dictionary Flat { required octet a; required double b; boolean c; Mode d; };
        dictionary Wide { required Flat flat; DOMString text; long? maybe; sequence<Flat> list; Image? image; };
        dictionary Deep { Wide wide; required record<DOMString, Wide> wides; Row row; Job job; };
        """
    private static let types = [
        "boolean", "octet", "short", "long", "unsigned long", "long long", "unsigned long long", "float", "unrestricted double",
        "DOMString", "Mode", "Flat", "Wide", "Deep", "sequence<octet>", "sequence<Flat>", "sequence<Wide>", "Image", "Row", "Job",
        "record<DOMString, Flat>", "boolean?", "long?", "double?", "DOMString?", "Flat?", "Wide?", "Image?", "sequence<Row>?",
        "record<USVString, sequence<Wide?>>?",
    ]

    private func crossing(_ type: String) throws -> Crossing {
        let plan = planned("\(Self.text) interface X { static \(type) f(); };")
        return try #require(plan.containers.first { $0.name == "X" }?.functions.first).result.crossing
    }

    @Test("Members stand one behind the other, aligned, inside of their dictionary", arguments: ["Flat", "Wide", "Deep"])
    func members(_ type: String) throws {
        let crossing = try crossing(type)
        var end = 0
        for part in crossing.parts {
            #expect(part.offset >= end && part.offset % part.crossing.layout.alignment == 0)
            end = part.offset + part.crossing.layout.size
        }
        #expect(end <= crossing.layout.size && crossing.layout.size % crossing.layout.alignment == 0)
    }

    @Test("Slots and stored form agree", arguments: types)
    func slots(_ type: String) throws {
        let crossing = try crossing(type)
        #expect(!crossing.slots.isEmpty && crossing.layout.size > 0)
        let ofParts = crossing.parts.filter { $0.place == .slots }.reduce(0) { $0 + $1.crossing.slots.count }
        if crossing.traits.contains(.isAddress) { #expect(crossing.slots.count == 1) }
        if ofParts > 0 { #expect(crossing.slots.count >= ofParts) }
        for part in crossing.parts where part.isFlagged { #expect(part.offset >= 4) }
    }

    @Test("What is true of a part anywhere is true of the whole", arguments: types)
    func traits(_ type: String) throws {
        let inherited: Traits = [.runsCode, .lowersInSteps, .isLent, .lendsHandle, .isLimited, .isVariable]
        func check(_ crossing: Crossing) {
            for part in crossing.parts {
                let ofPart = part.crossing.traits.intersection(inherited)
                #expect(crossing.traits.isSuperset(of: ofPart), "\(crossing) and its \(part.crossing)")
                check(part.crossing)
            }
        }
        check(try crossing(type))
    }

    @Test("A crossing without references holds none, and one with some holds each kind", arguments: types)
    func holding(_ type: String) throws {
        let crossing = try crossing(type)
        let kinds = Set(crossing.references.map(\.kind))
        for kind in [Reference.Kind.object, .closure, .view, .handle] { #expect(crossing.holds(kind) == kinds.contains(kind)) }
    }
}
