import BindgenABI
import BindgenWIT

/// The program's types as values of the canonical ABI.
extension SwiftEmitter {
    /// An enum is its index.
    mutating func emitComponentEnum(_ plan: EnumPlan) {
        let name = Naming.swiftIdentifier(plan.name)
        let size = CanonicalABI.discriminantSize(plan.cases.count)
        out.print()
        out.block("extension \(name): BindgenRuntime.ComponentValue {") { out in
            Self.printSizes(size: size, alignment: size, count: 1, &out)
            out.print(
                """
                /// A host that follows the ABI gives an index that there is.
                private static func component$case(_ index: Swift.UInt64) -> \(name) {
                    if index >= \(plan.cases.count) { fatalError("the host gives a case that \(plan.name) does not have") }
                    return \(name)(lifting: Swift.Int32(index))
                }
                static func lift(_ words: Swift.UnsafeMutablePointer<Swift.UInt64>) -> \(name) { component$case(words[0]) }
                static func load(_ place: Swift.UnsafeMutableRawPointer) -> \(name) {
                    component$case(Swift.UInt64(place.load(as: Swift.UInt\(size * 8).self)))
                }
                func lower(_ words: Swift.UnsafeMutablePointer<Swift.UInt64>) { words[0] = Swift.UInt64(lowered) }
                func store(_ place: Swift.UnsafeMutableRawPointer) {
                    place.storeBytes(of: Swift.UInt\(size * 8)(lowered), as: Swift.UInt\(size * 8).self)
                }
                """)
        }
    }

    /// A dictionary is a record; a member that has a default value may be missing there.
    mutating func emitComponentRecord(_ plan: DictionaryPlan, _ context: ComponentContext) {
        guard let label = WITName.label(plan.name), case .record(_, _, let fields) = context.abi.definition(label) else { return }
        let name = Naming.swiftIdentifier(plan.name)
        let layout = context.abi.layout(.named(label))
        let offsets = context.abi.offsets(of: fields.map(\.type))
        var place = 0
        let members = zip(plan.members, zip(fields, offsets)).map { member, field in
            defer { place += context.abi.flat(field.0.type).count }
            return ComponentMember(member, form: memberForm(member), word: place, offset: field.1)
        }
        out.print()
        out.block("extension \(name): BindgenRuntime.ComponentValue {") { out in
            Self.printSizes(size: layout.size, alignment: layout.alignment, count: place, &out)
            func list(_ value: (ComponentMember) -> String) -> String {
                members.map { "\($0.label): \($0.form.lifted(value($0)))" }.joined(separator: ", ")
            }
            out.print(
                """
                static func lift(_ words: Swift.UnsafeMutablePointer<Swift.UInt64>) -> \(name) {
                    \(name)(\(list { "\($0.form.type).lift(words + \($0.word))" }))
                }
                static func load(_ place: Swift.UnsafeMutableRawPointer) -> \(name) {
                    \(name)(\(list { "\($0.form.type).load(place + \($0.offset))" }))
                }
                func lower(_ words: Swift.UnsafeMutablePointer<Swift.UInt64>) {
                \(members.map { "    \($0.lowered).lower(words + \($0.word))" }.joined(separator: "\n"))
                }
                func store(_ place: Swift.UnsafeMutableRawPointer) {
                \(members.map { "    \($0.lowered).store(place + \($0.offset))" }.joined(separator: "\n"))
                }
                """)
        }
    }

    private func memberForm(_ member: DictionaryCrossing.Member) -> ComponentForm {
        let form = member.crossing.spelling.componentForm(in: self)
        guard let value = member.defaultValue else { return form }
        let literal = member.crossing.spelling.literal(value, in: self)
        return ComponentForm(
            type: "Swift.Optional<\(form.type)>", lifted: { "\($0) ?? \(literal)" },
            lowered: { "Swift.Optional<\(form.type)>.some(\($0))" })
    }

    /// A union is a variant.
    mutating func emitComponentVariant(_ plan: UnionPlan, _ context: ComponentContext) {
        let union = plan.crossing
        // One of bytes alone is a list, whose views nobody tells apart; and of `(T or undefined)` there is no union.
        guard let (label, cases) = context.variant(of: union, self.plan), cases.count == union.members.count else { return }
        let name = union.type(in: self)
        let layout = context.abi.layout(.named(label))
        let offset = context.abi.valueOffset(of: cases)
        let size = CanonicalABI.discriminantSize(cases.count)
        let count = context.abi.flat(.named(label)).count
        let forms = union.members.map { ($0.name, $0.crossing.spelling.componentForm(in: self)) }
        func lines(_ index: (Int) -> String, _ text: (String, ComponentForm) -> String) -> String {
            forms.enumerated().map { "    case \(index($0)): \(text($1.0, $1.1))" }.joined(separator: "\n")
        }
        out.print()
        out.block("extension \(name): BindgenRuntime.ComponentValue {") { out in
            Self.printSizes(size: layout.size, alignment: layout.alignment, count: count, &out)
            out.print(
                """
                static func lift(_ words: Swift.UnsafeMutablePointer<Swift.UInt64>) -> \(name) {
                    switch words[0] {
                \(lines({ "\($0)" }) { "return .\($0)(\($1.lifted("\($1.type).lift(words + 1)")))" })
                    default: fatalError("the host gives a case that \(plan.name) does not have")
                    }
                }
                static func load(_ place: Swift.UnsafeMutableRawPointer) -> \(name) {
                    switch place.load(as: Swift.UInt\(size * 8).self) {
                \(lines({ "\($0)" }) { "return .\($0)(\($1.lifted("\($1.type).load(place + \(offset))")))" })
                    default: fatalError("the host gives a case that \(plan.name) does not have")
                    }
                }
                func lower(_ words: Swift.UnsafeMutablePointer<Swift.UInt64>) {
                    for index in 0..<\(count) { words[index] = 0 }
                    switch self {
                \(forms.enumerated().map {
                    "    case .\($1.0)(let value):\n        words[0] = \($0)\n        (\($1.1.lowered("value"))).lower(words + 1)"
                }.joined(separator: "\n"))
                    }
                }
                func store(_ place: Swift.UnsafeMutableRawPointer) {
                    switch self {
                \(forms.enumerated().map {
                    "    case .\($1.0)(let value):\n        place.storeBytes(of: \($0), as: Swift.UInt\(size * 8).self)\n"
                        + "        (\($1.1.lowered("value"))).store(place + \(offset))"
                }.joined(separator: "\n"))
                    }
                }
                """)
        }
    }

    /// An object leaves as a handle that the host makes of its address, with a reference that ends when the host drops the handle; as an
    /// argument it is its address.
    mutating func emitComponentObject(_ container: ContainerPlan, _ context: ComponentContext) {
        guard let label = WITName.label(container.name),
            let interface = context.model.interfaces.first(where: { !$0.isImported && $0.resources.contains(label) })
        else { return }
        let (type, wrapper) = (container.swiftName, componentObject(container.swiftName))
        let plain = type.filter { $0 != "`" }
        let path = context.model.name(of: interface)
        let (make, drop) = (symbol("make$\(plain)"), symbol("drop$\(plain)"))
        out.print()
        out.block("private struct \(wrapper): BindgenRuntime.ComponentValue {") { out in
            out.print("var object: \(type)")
            Self.printSizes(size: 4, alignment: 4, count: 1, &out)
            out.print(
                """
                static func lift(_ words: Swift.UnsafeMutablePointer<Swift.UInt64>) -> \(wrapper) {
                    \(wrapper)(object: BindgenRuntime.Lift.object(Swift.Int32(truncatingIfNeeded: words[0]), as: \(type).self))
                }
                static func load(_ place: Swift.UnsafeMutableRawPointer) -> \(wrapper) {
                    \(wrapper)(object: BindgenRuntime.Lift.object(place.load(as: Swift.Int32.self), as: \(type).self))
                }
                private var handle: Swift.Int32 { \(make)(BindgenRuntime.Lower.object(object)) }
                func lower(_ words: Swift.UnsafeMutablePointer<Swift.UInt64>) { words[0] = Swift.UInt64(truncatingIfNeeded: handle) }
                func store(_ place: Swift.UnsafeMutableRawPointer) { place.storeBytes(of: handle, as: Swift.Int32.self) }
                """)
        }
        out.print(
            """

            #if arch(wasm32)
            @_extern(wasm, module: \(swiftLiteral("[export]" + path)), name: "[resource-new]\(label)") @_extern(c, "\(make)")
            private func \(make)(_ address: Swift.Int32) -> Swift.Int32
            @_expose(wasm, \(swiftLiteral("\(path)#[dtor]\(label)"))) @_cdecl("\(drop)")
            public func \(drop)(_ address: Swift.Int32) { BindgenRuntime.Lower.release(address) }
            #else
            private func \(make)(_ address: Swift.Int32) -> Swift.Int32 { BindgenRuntime.Region.hostOnly("\(label)") }
            #endif
            """)
    }

    static func printSizes(size: Int, alignment: Int, count: Int, _ out: inout CodePrinter) {
        out.print(
            """
            static var componentSize: Swift.Int { \(size) }
            static var componentAlignment: Swift.Int { \(alignment) }
            static var componentFlatCount: Swift.Int { \(count) }
            """)
    }
}

/// A member of a dictionary as a field of a record.
private struct ComponentMember {
    var label: String
    var lowered: String
    var form: ComponentForm
    var word: Int
    var offset: Int

    init(_ member: DictionaryCrossing.Member, form: ComponentForm, word: Int, offset: Int) {
        label = Naming.swiftLabel(member.swiftName)
        lowered = form.lowered("self.\(member.swiftName)")
        self.form = form
        self.word = word
        self.offset = offset
    }
}

extension ComponentContext {
    /// The variant that a union is: WIT has the same members, and so the same words for them.
    func variant(of union: UnionCrossing, _ plan: BindingPlan) -> (label: String, cases: [WITType])? {
        guard case .union(let definition) = plan.definition(named: union.name) else { return nil }
        for case .variant(let label, let spelling, let cases) in model.interfaces.flatMap(\.items)
        where spelling == definition.spelling {
            return (label, cases.map(\.type))
        }
        return nil
    }
}
