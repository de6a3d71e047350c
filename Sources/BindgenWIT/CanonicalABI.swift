/// What the canonical ABI makes of types and functions (component-model, CanonicalABI.md): sizes, core values, signatures.
package struct CanonicalABI: Sendable {
    package enum Core: String, Sendable {
        case i32, i64, f32, f64
    }
    package struct Layout: Sendable {
        package var size: Int
        package var alignment: Int
    }
    package struct Signature: Sendable {
        package var parameters: [Core]
        package var result: Core?
        /// Whether the parameters stand in memory, as they are too many.
        package var spillsParameters: Bool
        /// Whether the result stands in memory: an export returns its address, an import is told where.
        package var returnsInMemory: Bool
    }

    private static let mostParameters = 16

    /// The records, enums and variants.
    private let definitions: [String: WITItem]

    package init(_ model: WITModel) {
        var definitions: [String: WITItem] = [:]
        for item in model.interfaces.flatMap(\.items) {
            switch item {
            case .enumeration(let label, _, _), .record(let label, _, _), .variant(let label, _, _): definitions[label] = item
            case .resource, .function: continue
            }
        }
        self.definitions = definitions
    }

    package func definition(_ label: String) -> WITItem? { definitions[label] }

    // MARK: Memory

    package func layout(_ type: WITType) -> Layout {
        switch type {
        case .nothing: Layout(size: 0, alignment: 1)
        case .primitive(let primitive): Self.layout(primitive)
        case .list: Layout(size: 8, alignment: 4)
        case .borrow, .own: Layout(size: 4, alignment: 4)
        case .option(let value): variantLayout([.nothing, value])
        case .result(let value, let error): variantLayout([value, error])
        case .tuple(let members): recordLayout(members)
        case .named(let label):
            switch definitions[label] {
            case .enumeration(_, _, let cases): variantLayout(cases.map { _ in .nothing })
            case .record(_, _, let fields): recordLayout(fields.map(\.type))
            case .variant(_, _, let cases): variantLayout(cases.map(\.type))
            case .resource, .function, nil: Layout(size: 0, alignment: 1)
            }
        }
    }

    private static func layout(_ primitive: WITType.Primitive) -> Layout {
        switch primitive {
        case .bool, .s8, .u8: Layout(size: 1, alignment: 1)
        case .s16, .u16: Layout(size: 2, alignment: 2)
        case .s32, .u32, .f32: Layout(size: 4, alignment: 4)
        case .s64, .u64, .f64: Layout(size: 8, alignment: 8)
        case .string: Layout(size: 8, alignment: 4)
        }
    }

    private func recordLayout(_ members: [WITType]) -> Layout {
        let alignment = members.map { layout($0).alignment }.max() ?? 1
        let end = zip(members, offsets(of: members)).map { layout($0).size + $1 }.last ?? 0
        return Layout(size: Self.align(end, alignment), alignment: alignment)
    }

    /// Where the members of a record stand.
    package func offsets(of members: [WITType]) -> [Int] {
        var end = 0
        return members.map { member in
            let layout = layout(member)
            let start = Self.align(end, layout.alignment)
            end = start + layout.size
            return start
        }
    }

    private func variantLayout(_ cases: [WITType]) -> Layout {
        let alignment = max(Self.discriminantSize(cases.count), cases.map { layout($0).alignment }.max() ?? 1)
        let size = valueOffset(of: cases) + (cases.map { layout($0).size }.max() ?? 0)
        return Layout(size: Self.align(size, alignment), alignment: alignment)
    }

    /// The bytes that tell the case.
    package static func discriminantSize(_ cases: Int) -> Int { cases <= 1 << 8 ? 1 : cases <= 1 << 16 ? 2 : 4 }

    /// Where the value of a variant's case stands.
    package func valueOffset(of cases: [WITType]) -> Int {
        Self.align(Self.discriminantSize(cases.count), cases.map { layout($0).alignment }.max() ?? 1)
    }

    private static func align(_ offset: Int, _ alignment: Int) -> Int { (offset + alignment - 1) / alignment * alignment }

    // MARK: Core values

    package func flat(_ type: WITType) -> [Core] {
        switch type {
        case .nothing: []
        case .primitive(let primitive):
            switch primitive {
            case .bool, .s8, .u8, .s16, .u16, .s32, .u32: [.i32]
            case .s64, .u64: [.i64]
            case .f32: [.f32]
            case .f64: [.f64]
            case .string: [.i32, .i32]
            }
        case .list: [.i32, .i32]
        case .borrow, .own: [.i32]
        case .option(let value): flatVariant([.nothing, value])
        case .result(let value, let error): flatVariant([value, error])
        case .tuple(let members): members.flatMap(flat)
        case .named(let label):
            switch definitions[label] {
            case .enumeration: [.i32]
            case .record(_, _, let fields): fields.flatMap { flat($0.type) }
            case .variant(_, _, let cases): flatVariant(cases.map(\.type))
            case .resource, .function, nil: []
            }
        }
    }

    /// The case, and then core values into which those of each case fit.
    private func flatVariant(_ cases: [WITType]) -> [Core] {
        var joined: [Core] = []
        for type in cases {
            for (index, core) in flat(type).enumerated() {
                if index == joined.count {
                    joined.append(core)
                } else if joined[index] != core {
                    let isNarrow = [joined[index], core].allSatisfy { $0 == .i32 || $0 == .f32 }
                    joined[index] = isNarrow ? .i32 : .i64
                }
            }
        }
        return [.i32] + joined
    }

    /// Whether values of the type own memory.
    package func holdsMemory(_ type: WITType) -> Bool {
        switch type {
        case .nothing, .borrow, .own: false
        case .primitive(let primitive): primitive == .string
        case .list: true
        case .option(let value): holdsMemory(value)
        case .result(let value, let error): holdsMemory(value) || holdsMemory(error)
        case .tuple(let members): members.contains(where: holdsMemory)
        case .named(let label):
            switch definitions[label] {
            case .record(_, _, let fields): fields.contains { holdsMemory($0.type) }
            case .variant(_, _, let cases): cases.contains { holdsMemory($0.type) }
            case .enumeration, .resource, .function, nil: false
            }
        }
    }

    package func signature(_ function: WITFunction, of resource: String?, isImported: Bool) -> Signature {
        let flatParameters = function.allParameters(of: resource, isImported: isImported).flatMap { flat($0.type) }
        let flatResult = flat(function.result)
        let spills = flatParameters.count > Self.mostParameters
        let returnsInMemory = flatResult.count > 1
        var parameters = spills ? [Core.i32] : flatParameters
        if returnsInMemory, isImported { parameters.append(.i32) }
        let result = returnsInMemory ? (isImported ? nil : Core.i32) : flatResult.first
        return Signature(
            parameters: parameters, result: result, spillsParameters: spills, returnsInMemory: returnsInMemory)
    }
}

extension WITFunction {
    /// With the object of a method.
    package func allParameters(of resource: String?, isImported: Bool) -> [(label: String, type: WITType)] {
        guard kind == .method, let resource else { return parameters }
        return [("self", .borrow(resource, isImported: isImported))] + parameters
    }

    /// Its name in a component and, behind the interface's, in the core module.
    package func name(of resource: String?) -> String {
        guard let resource else { return label }
        return switch kind {
        case .free: label
        case .constructor: "[constructor]\(resource)"
        case .method: "[method]\(resource).\(label)"
        case .static: "[static]\(resource).\(label)"
        }
    }
}

extension WITInterface {
    /// Its functions, and those of its resources with the label of the resource.
    package var functions: [(function: WITFunction, resource: String?)] {
        items.flatMap { item -> [(function: WITFunction, resource: String?)] in
            switch item {
            case .function(let function): [(function, nil)]
            case .resource(let label, _, let functions): functions.map { ($0, label) }
            case .enumeration, .record, .variant: []
            }
        }
    }

    package var resources: [String] {
        items.compactMap { item in if case .resource(let label, _, _) = item { label } else { nil } }
    }
}
