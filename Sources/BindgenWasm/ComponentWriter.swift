/// Writes a component (component-model, Binary.md) section by section, and counts each index space on the way: what is written gives the
/// index by which later sections name it.
package struct ComponentWriter {
    package enum CoreSort: UInt8, Sendable {
        case function, table, memory
    }
    package enum Sort: UInt8, Sendable {
        case function = 1
        case type = 3
        case instance = 5
    }
    /// What a function of the core module needs on its way in or out.
    package struct Options: Sendable {
        package var memory: Int?
        package var reallocate: Int?
        package var postReturn: Int?

        package init(memory: Int? = nil, reallocate: Int? = nil, postReturn: Int? = nil) {
            self.memory = memory
            self.reallocate = reallocate
            self.postReturn = postReturn
        }
    }

    /// The preamble has the layer of components where a module has none.
    package private(set) var bytes: [UInt8] = [0x00, 0x61, 0x73, 0x6D, 0x0D, 0x00, 0x01, 0x00]
    private var counts: [String: Int] = [:]

    package init() {}

    private mutating func next(_ space: String) -> Int {
        let index = counts[space, default: 0]
        counts[space] = index + 1
        return index
    }

    private mutating func section(_ id: UInt8, _ body: [UInt8]) {
        bytes.append(id)
        bytes += WasmModule.leb128(body.count) + body
    }

    /// A section of one entry.
    private mutating func entry(_ id: UInt8, _ body: [UInt8], in space: String) -> Int {
        section(id, [1] + body)
        return next(space)
    }

    // MARK: The core

    package mutating func module(_ module: [UInt8]) -> Int {
        section(1, module)
        return next("module")
    }

    package mutating func instantiate(module: Int, _ arguments: [(name: String, instance: Int)]) -> Int {
        let list = arguments.map { Self.name($0.name) + [0x12] + WasmModule.leb128($0.instance) }
        return entry(2, [0x00] + WasmModule.leb128(module) + Self.vector(list), in: "core instance")
    }

    /// An instance that is made of what there is already.
    package mutating func coreInstance(_ exports: [(name: String, sort: CoreSort, index: Int)]) -> Int {
        let list = exports.map { Self.name($0.name) + [$0.sort.rawValue] + WasmModule.leb128($0.index) }
        return entry(2, [0x01] + Self.vector(list), in: "core instance")
    }

    package mutating func aliasCore(_ sort: CoreSort, _ name: String, of instance: Int) -> Int {
        entry(6, [0x00, sort.rawValue, 0x01] + WasmModule.leb128(instance) + Self.name(name), in: "core \(sort)")
    }

    package mutating func resourceNew(_ type: Int) -> Int { entry(8, [0x02] + WasmModule.leb128(type), in: "core function") }

    package mutating func resourceDrop(_ type: Int) -> Int { entry(8, [0x03] + WasmModule.leb128(type), in: "core function") }

    package mutating func lower(_ function: Int, _ options: Options) -> Int {
        entry(8, [0x01, 0x00] + WasmModule.leb128(function) + Self.options(options), in: "core function")
    }

    package mutating func lift(_ coreFunction: Int, _ options: Options, type: Int) -> Int {
        let body = [0x00, 0x00] + WasmModule.leb128(coreFunction) + Self.options(options) + WasmModule.leb128(type)
        return entry(8, body, in: "function")
    }

    private static func options(_ options: Options) -> [UInt8] {
        var list: [[UInt8]] = []
        if let memory = options.memory { list.append([0x03] + WasmModule.leb128(memory)) }
        if let reallocate = options.reallocate { list.append([0x04] + WasmModule.leb128(reallocate)) }
        // Strings are UTF-8.
        if options.memory != nil { list.append([0x00]) }
        if let postReturn = options.postReturn { list.append([0x05] + WasmModule.leb128(postReturn)) }
        return vector(list)
    }

    // MARK: The component

    package mutating func type(_ type: [UInt8]) -> Int { entry(7, type, in: "type") }

    package mutating func importInstance(_ name: String, type: Int) -> Int {
        entry(10, Self.externalName(name) + [Sort.instance.rawValue] + WasmModule.leb128(type), in: "instance")
    }

    package mutating func importFunction(_ name: String, type: Int) -> Int {
        entry(10, Self.externalName(name) + [Sort.function.rawValue] + WasmModule.leb128(type), in: "function")
    }

    /// - Parameter type: what it is; nil for a resource of whoever instantiates.
    package mutating func importType(_ name: String, equalTo type: Int?) -> Int {
        let bound = type.map { [0x00] + WasmModule.leb128($0) } ?? [0x01]
        return entry(10, Self.externalName(name) + [Sort.type.rawValue] + bound, in: "type")
    }

    package mutating func aliasFunction(_ name: String, of instance: Int) -> Int {
        entry(6, [0x01, 0x00] + WasmModule.leb128(instance) + Self.name(name), in: "function")
    }

    package mutating func aliasType(_ name: String, of instance: Int) -> Int {
        entry(6, [0x03, 0x00] + WasmModule.leb128(instance) + Self.name(name), in: "type")
    }

    package mutating func component(_ component: ComponentWriter) -> Int {
        section(4, component.bytes)
        return next("component")
    }

    package mutating func instantiate(component: Int, _ arguments: [(name: String, sort: Sort, index: Int)]) -> Int {
        let list = arguments.map { Self.name($0.name) + [$0.sort.rawValue] + WasmModule.leb128($0.index) }
        return entry(5, [0x00] + WasmModule.leb128(component) + Self.vector(list), in: "instance")
    }

    package mutating func export(_ name: String, _ sort: Sort, _ index: Int) -> Int {
        let body = Self.externalName(name) + [sort.rawValue] + WasmModule.leb128(index) + [0x00]
        return entry(11, body, in: sort == .function ? "function" : "\(sort)")
    }

    /// A function under the type that its users see.
    package mutating func exportFunction(_ name: String, _ function: Int, type: Int) -> Int {
        let body = Self.externalName(name) + [Sort.function.rawValue] + WasmModule.leb128(function)
        return entry(11, body + [0x01, Sort.function.rawValue] + WasmModule.leb128(type), in: "function")
    }

    package static func name(_ name: String) -> [UInt8] { WasmModule.leb128(name.utf8.count) + Array(name.utf8) }
    package static func externalName(_ text: String) -> [UInt8] { [0x00] + name(text) }
    package static func vector(_ items: [[UInt8]]) -> [UInt8] { WasmModule.leb128(items.count) + items.flatMap { $0 } }
}

/// Types in the binary format. What one is made of is written as `reference`s.
package enum ComponentType {
    package static let primitives: [String: UInt8] = [
        "bool": 0x7F, "s8": 0x7E, "u8": 0x7D, "s16": 0x7C, "u16": 0x7B, "s32": 0x7A, "u32": 0x79, "s64": 0x78, "u64": 0x77,
        "f32": 0x76, "f64": 0x75, "string": 0x73,
    ]

    /// A type that has an index: a signed number, so that it is no primitive's.
    package static func reference(_ index: Int) -> [UInt8] { WasmModule.signedLEB128(index) }
    package static func record(_ fields: [(name: String, type: [UInt8])]) -> [UInt8] {
        [0x72] + ComponentWriter.vector(fields.map { ComponentWriter.name($0.name) + $0.type })
    }
    package static func variant(_ cases: [(name: String, type: [UInt8])]) -> [UInt8] {
        [0x71] + ComponentWriter.vector(cases.map { ComponentWriter.name($0.name) + [0x01] + $0.type + [0x00] })
    }
    package static func enumeration(_ cases: [String]) -> [UInt8] {
        [0x6D] + ComponentWriter.vector(cases.map(ComponentWriter.name))
    }
    package static func list(_ element: [UInt8]) -> [UInt8] { [0x70] + element }
    package static func tuple(_ members: [[UInt8]]) -> [UInt8] { [0x6F] + ComponentWriter.vector(members) }
    package static func option(_ value: [UInt8]) -> [UInt8] { [0x6B] + value }
    package static func result(_ value: [UInt8]?, _ error: [UInt8]?) -> [UInt8] {
        [0x6A] + [value, error].flatMap { $0.map { [0x01] + $0 } ?? [0x00] }
    }
    package static func own(_ resource: Int) -> [UInt8] { [0x69] + WasmModule.leb128(resource) }
    package static func borrow(_ resource: Int) -> [UInt8] { [0x68] + WasmModule.leb128(resource) }
    /// A resource that is an i32 in the core, with the function that ends it.
    package static func resource(destructor: Int) -> [UInt8] { [0x3F, 0x7F, 0x01] + WasmModule.leb128(destructor) }
    package static func function(_ parameters: [(name: String, type: [UInt8])], _ result: [UInt8]?) -> [UInt8] {
        [0x40] + ComponentWriter.vector(parameters.map { ComponentWriter.name($0.name) + $0.type })
            + (result.map { [0x00] + $0 } ?? [0x01, 0x00])
    }
}

/// The type of an instance, declaration by declaration.
package struct InstanceTypeWriter {
    private var declarations: [[UInt8]] = []
    private var typeCount = 0

    package init() {}

    package var bytes: [UInt8] { [0x42] + ComponentWriter.vector(declarations) }

    package mutating func type(_ type: [UInt8]) -> Int {
        declarations.append([0x01] + type)
        typeCount += 1
        return typeCount - 1
    }

    /// A resource of whoever gives the instance.
    package mutating func exportResource(_ name: String) -> Int {
        declarations.append([0x04] + ComponentWriter.externalName(name) + [0x03, 0x01])
        typeCount += 1
        return typeCount - 1
    }

    /// A type of the component that the instance's type stands in.
    package mutating func aliasOuterType(_ type: Int) -> Int {
        declarations.append([0x02, 0x03, 0x02, 0x01] + WasmModule.leb128(type))
        typeCount += 1
        return typeCount - 1
    }

    /// Gives a type a name, under which it has an index of its own.
    package mutating func exportType(_ name: String, equalTo type: Int) -> Int {
        declarations.append([0x04] + ComponentWriter.externalName(name) + [0x03, 0x00] + WasmModule.leb128(type))
        typeCount += 1
        return typeCount - 1
    }

    package mutating func exportFunction(_ name: String, type: Int) {
        declarations.append([0x04] + ComponentWriter.externalName(name) + [0x01] + WasmModule.leb128(type))
    }
}

extension WasmModule {
    /// A signed LEB128 number of a number that is not negative.
    static func signedLEB128(_ number: Int) -> [UInt8] {
        var bytes = leb128(number)
        if bytes[bytes.count - 1] & 0x40 != 0 {
            bytes[bytes.count - 1] |= 0x80
            bytes.append(0)
        }
        return bytes
    }
}
