import BindgenABI

/// A value on its way out of Swift: statements to run first, closures to open around the call, and the slots to pass.
package struct LoweredValue: Sendable {
    var setup: [String] = []
    var openings: [String] = []
    var slots: [String] = []

    mutating func append(_ other: LoweredValue) {
        setup += other.setup
        openings += other.openings
        slots += other.slots
    }

    /// A value whose address and number the closure of a call has for its duration.
    static func opened(_ call: String, _ name: String, _ suffix: String) -> LoweredValue {
        LoweredValue(
            openings: ["\(call) { \(name)_address, \(name)_\(suffix) in"], slots: ["\(name)_address", "\(name)_\(suffix)"])
    }
}

/// A place in memory: so many bytes behind a pointer.
package struct SwiftPlace: Sendable {
    var pointer: String
    var offset: Int

    init(_ pointer: String, _ offset: Int = 0) {
        self.pointer = pointer
        self.offset = offset
    }

    /// The pointer to it.
    var text: String { offset == 0 ? pointer : "\(pointer) + \(offset)" }

    func advanced(by bytes: Int) -> SwiftPlace { SwiftPlace(pointer, offset + bytes) }

    /// An expression that reads what stands `extra` bytes behind it.
    func load(as type: String, _ extra: Int = 0) -> String {
        offset + extra == 0
            ? "\(pointer).load(as: \(type).self)" : "\(pointer).load(fromByteOffset: \(offset + extra), as: \(type).self)"
    }

    /// A statement that writes `extra` bytes behind it.
    func store(_ slot: String, as type: String, _ extra: Int = 0) -> String {
        offset + extra == 0
            ? "\(pointer).storeBytes(of: \(slot), as: \(type).self)"
            : "\(pointer).storeBytes(of: \(slot), toByteOffset: \(offset + extra), as: \(type).self)"
    }
}

extension SwiftEmitter {
    func type(_ scalar: Scalar) -> String {
        switch scalar {
        case .int8: "Int8"
        case .uint8: "UInt8"
        case .int16: "Int16"
        case .uint16: "UInt16"
        case .int32: "Int32"
        case .uint32: "UInt32"
        case .int64: "Int64"
        case .uint64: "UInt64"
        case .float16: "Float16"
        case .float32: "Float"
        case .float64: "Double"
        }
    }

    func type(_ core: CoreType) -> String {
        switch core {
        case .i32: "Int32"
        case .i64: "Int64"
        case .f32: "Float"
        case .f64: "Double"
        }
    }

    /// Gives the value of an expression the name `result`: what the call's arguments held has ended then.
    func named(_ expression: String) -> [String] { expression == "result" ? [] : ["let result = \(expression)"] }

    /// The value's stored form in an arena that the caller ends.
    /// - Parameter slots: the flat form; nil where it is the stored one's words.
    func stored(_ form: any Spelling, _ value: String, name: String, slots: [String]? = nil) -> LoweredValue {
        LoweredValue(
            setup: [
                "let \(name)_stored = arena.allocate(\(max(1, form.layout.size)))",
                form.store(value, at: SwiftPlace("\(name)_stored"), in: self),
            ],
            slots: slots
                ?? zip(form.slots, form.slotOffsets).map { slot, offset in
                    "\(name)_stored.load(fromByteOffset: \(offset), as: \(type(slot.type)).self)"
                })
    }

    /// The address of the stored form, or 0 where there is no value.
    func storedWhereThere(_ form: any Spelling, _ value: String, name: String) -> LoweredValue {
        let block = "\(name)_stored"
        let store = form.store("\(name)_value", at: SwiftPlace(block), in: self)
        return LoweredValue(
            setup: [
                "let \(block) = arena.allocate(\(max(1, form.layout.size)))", "if let \(name)_value = \(value) { \(store) }",
            ], slots: ["\(value) == nil ? 0 : BindgenRuntime.Region.address(\(block))"])
    }

    func throwsClause(_ throwing: ThrowsPlan) -> String {
        switch throwing {
        case .never: ""
        case .any: " throws(BindgenRuntime.JSError)"
        case .typed(let name): " throws(\(swiftName(of: name)))"
        }
    }

    /// The Swift name of a definition.
    func swiftName(of definition: String) -> String {
        plan.definition(named: definition)?.swiftName ?? Naming.swiftIdentifier(definition)
    }
}
