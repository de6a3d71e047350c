/// How results come back. Arguments always cross flat; a wasm function has one result at most.
extension ResultPlan {
    /// The bytes of the result area at the start of the marshalling region that a result may use.
    package static let areaSize = 248

    /// Swift returns to JavaScript.
    init(returnedToJavaScript crossing: Crossing) {
        self.crossing = crossing
        passing =
            if crossing.slots.isEmpty {
                .none
            } else if case .buffer(let buffer) = crossing.withoutNull, buffer.passing == .view {
                .area
            } else if case .string = crossing {
                .text
            } else if crossing.isVariable || crossing.isAddress || crossing.lendsHandle || crossing.layout.size > Self.areaSize {
                .delivered
            } else {
                crossing.slots.count == 1 ? .slot : .area
            }
    }

    /// JavaScript returns to Swift.
    init(returnedToSwift crossing: Crossing) {
        self.crossing = crossing
        passing = crossing.slots.isEmpty ? .none : crossing.slots.count == 1 ? .slot : .area
    }
}

extension ResultPlan {
    /// The type of the wasm result.
    package var coreType: CoreType? {
        switch passing {
        case .none, .area, .delivered: nil
        case .slot: crossing.slots.first?.type
        case .text: .i32
        }
    }
}

extension Crossing {
    /// The crossing under one `Nullable`.
    package var withoutNull: Crossing {
        if case .nullable(let nullable) = self { nullable.wrapped } else { self }
    }

    /// True for what holds a handle at any depth, which Swift drops with the value: JavaScript must read it before.
    package var lendsHandle: Bool {
        switch self {
        case .importedObject: true
        case .sequence(let sequence): sequence.element.lendsHandle
        case .nullable(let nullable): nullable.wrapped.lendsHandle
        case .dictionary(let dictionary): dictionary.members.contains { $0.crossing.lendsHandle }
        // A closure and an object cross with a reference of their own.
        case .callback, .object: false
        case .undefined, .boolean, .integer, .longInteger, .float, .string, .enumeration, .buffer: false
        }
    }

    /// True where a value of one of these kinds is held at any depth.
    private func holds(object: Bool, callback: Bool, importedObject: Bool) -> Bool {
        func isHeld(_ crossing: Crossing) -> Bool {
            crossing.holds(object: object, callback: callback, importedObject: importedObject)
        }
        return switch self {
        case .object: object
        case .callback: callback
        case .importedObject: importedObject
        case .sequence(let sequence): isHeld(sequence.element)
        case .nullable(let nullable): isHeld(nullable.wrapped)
        case .dictionary(let dictionary): dictionary.members.contains { isHeld($0.crossing) }
        case .undefined, .boolean, .integer, .longInteger, .float, .string, .enumeration, .buffer: false
        }
    }

    /// True for what holds an object of Swift at any depth.
    package var holdsObject: Bool { holds(object: true, callback: false, importedObject: false) }

    /// True for what holds an address of an object or a handle at any depth, with which a reference comes where it is stored.
    package var holdsReference: Bool { holds(object: true, callback: true, importedObject: true) }

    /// True for what crosses as the address of its stored form.
    var isAddress: Bool {
        switch self {
        case .dictionary(let dictionary): !dictionary.isFlat
        case .nullable(let nullable): nullable.representation == .address
        default: false
        }
    }
}
