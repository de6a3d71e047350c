import BindgenABI

/// How generated JavaScript reads and writes memory.
extension JavaScriptEmitter {
    mutating func write(_ view: String, _ address: String, _ value: String) -> String {
        "\(element(view, address)) = \(value);"
    }

    /// The element of a view at a byte address.
    mutating func element(_ view: String, _ address: String) -> String {
        use("view:\(view)", "view:u8")
        localViews?.insert(view)
        let name = localViews == nil ? "$\(view)" : "\(view)$"
        let shift = Self.shift(view)
        let isSimple = !address.contains(" ")
        if shift == 0 { return "\(name)[\(address)]" }
        return "\(name)[\(isSimple ? address : "(\(address))") >>> \(shift)]"
    }

    /// The place of what stands at a byte address among a view's elements; the address is a variable.
    static func index(_ address: String, in view: String) -> String {
        shift(view) == 0 ? address : "\(address) >>> \(shift(view))"
    }

    static func shift(_ view: String) -> Int {
        switch view.dropFirst() {
        case "8": 0
        case "16": 1
        case "32": 2
        default: 3
        }
    }

    /// Whether a buffer is this module's memory. A shared one has another buffer each time it has grown, and all stay.
    mutating func isOwnBuffer(_ buffer: String) -> String {
        if !plan.hasThreads { return "\(buffer) === $buffer" }
        use("own-buffers")
        return "$isOurs(\(buffer))"
    }

    /// Views of a shared memory are not detached when it grows: a word of the memory says how large it is.
    static func comparingPages(_ text: String) -> String {
        (views.map { "$\($0.name)" } + ["view"]).reduce(text) { text, view in
            text.replacing("if (\(view).length === 0) ", with: "if (\(view).length === 0 || $pages[0] !== $seen) ")
        }
    }

    func view(_ type: CoreType) -> String {
        switch type {
        case .i32: "i32"
        case .i64: "i64"
        case .f32: "f32"
        case .f64: "f64"
        }
    }

    func view(_ scalar: Scalar) -> String {
        switch scalar {
        case .int8: "i8"
        case .uint8: "u8"
        case .int16: "i16"
        case .uint16, .float16: "u16"
        case .int32: "i32"
        case .uint32: "u32"
        case .int64: "i64"
        case .uint64: "u64"
        case .float32: "f32"
        case .float64: "f64"
        }
    }

    /// The class of a view's typed arrays.
    static func arrayType(ofView name: String) -> String { views.first { $0.name == name }?.type ?? "" }

    /// Lowers the stored form of a value onto the region's stack.
    mutating func storedInRegion(_ form: any Spelling, _ value: JSValue) -> JSLowering {
        use("frame")
        let address = value.derived("address")
        let stored = form.store(value, at: address, in: &self)
        return JSLowering(
            declares: [(address, "0")] + stored.declares,
            convert: [.assign(address, "$hold($reserve(\(form.layout.size)))")] + stored.convert,
            late: stored.late, lower: stored.lower + stored.slots.map { .line($0) }, slots: [address])
    }

    /// A variable for each slot of a value that is called `stem`, no two alike.
    func slotVariables(_ slots: [Slot], stem: String) -> [String] {
        var names = NameAllocator(reserved: [])
        return slots.map { slot in
            let part = Naming.jsPart(slot.suffix)
            if stem.isEmpty { return names.name(Naming.jsBinding(part)) }
            return names.name(part.isEmpty ? stem : "\(stem)$\(part)")
        }
    }
}
