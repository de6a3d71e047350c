import BindgenABI
import BindgenModel

/// How a value is lowered to its stored form, and the functions for types that are stored.
extension JavaScriptEmitter {
    /// A function that lowers a dictionary: `(value, address, where, index)`.
    mutating func storeFunction(_ dictionary: DictionaryCrossing) -> String {
        typeFunction("store \(dictionary.name)", name: "$store\(dictionary.name)") { $0.emitStoreFunction(dictionary) }
    }

    private mutating func emitStoreFunction(_ dictionary: DictionaryCrossing) -> String {
        use("dictionary", "at", "region")
        var declares: [(name: String, initial: String)] = []
        var convert: [String] = []
        var late: [String] = []
        var lowering: [String] = []
        var writes: [String] = []
        let place = "$at(where, index)"
        for (index, member) in readMembers(of: dictionary, "value", place: place) {
            let stored = dictionary.members[index]
            var value = store(
                stored.crossing, member.variable, place: member.place,
                at: stored.offset == 0 ? "address" : "address + \(stored.offset)")
            value.convert = member.read + value.convert
            declares += [(member.variable, "undefined")] + value.declares
            convert += value.convert
            late += value.late
            lowering += value.lower
            writes += value.slots
        }
        var out = CodePrinter(unit: "  ")
        out.block("const $store\(dictionary.name) = (value, address, where, index) => {", end: "};") { out in
            out.print("if (typeof value !== \"object\" || value === null) value = $dictionary(value, \(place));")
            if !declares.isEmpty {
                out.print(
                    "let \(declares.map { $0.initial == "undefined" ? $0.name : "\($0.name) = \($0.initial)" }.joined(separator: ", "));"
                )
            }
            for line in convert + late + lowering { out.print(line) }
            out.print("if ($u8.length === 0) $refresh();")
            for line in writes { out.print(line) }
        }
        return out.text
    }

    /// As `lower`, with `slots` being statements that write the stored form at `address`.
    ///
    /// - Parameter isHeld: whether what is lowered must be given back when a later conversion throws.
    mutating func store(
        _ crossing: Crossing, _ value: String, place: String, at address: String, isHeld: Bool = true
    ) -> JSLowering {
        switch crossing {
        case .dictionary(let dictionary):
            let function = storeFunction(dictionary)
            return JSLowering(convert: ["\(function)(\(value), \(address), \(place), -1);"])
        case .nullable(let nullable) where nullable.representation == .flag || nullable.representation == .address:
            return storeFlagged(nullable, value, place: place, at: address, isHeld: isHeld)
        case .integer(let integer):
            var lowering = lower(crossing, value, place: place, isHeld: isHeld)
            lowering.slots = [write(integerView(integer), address, value)]
            return lowering
        default:
            var lowering = lower(crossing, value, place: place, isHeld: isHeld, isStored: true)
            lowering.slots = zip(zip(crossing.slots, crossing.slotOffsets), lowering.slots).map { slot, expression in
                let (slot, offset) = slot
                return write(view(slot.type), offset == 0 ? address : "\(address) + \(offset)", storable(expression, slot.type))
            }
            return lowering
        }
    }

    private func storable(_ expression: String, _ type: CoreType) -> String {
        type == .i64 ? "BigInt.asIntN(64, \(expression))" : expression
    }

    private mutating func storeFlagged(
        _ nullable: NullableCrossing, _ value: String, place: String, at address: String, isHeld: Bool
    ) -> JSLowering {
        let isPresent = nullable.absence == .null ? "\(value) != null" : "\(value) !== undefined"
        let inner = store(
            nullable.wrapped, value, place: place, at: "\(address) + \(nullable.valueOffset)",
            isHeld: isHeld)
        func when(_ statements: [String]) -> [String] {
            statements.isEmpty ? [] : ["if (\(isPresent)) {"] + statements.map { "  " + $0 } + ["}"]
        }
        return JSLowering(
            declares: inner.declares, convert: when(inner.convert), late: when(inner.late), lower: when(inner.lower),
            slots: [write("i32", address, "\(isPresent) ? 1 : 0")] + when(inner.slots))
    }

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

    func view(_ type: CoreType) -> String {
        switch type {
        case .i32: "i32"
        case .i64: "i64"
        case .f32: "f32"
        case .f64: "f64"
        }
    }

    func integerView(_ integer: IntegerCrossing) -> String {
        (integer.isSigned ? "i" : "u") + String(integer.bits)
    }

    func view(_ scalar: Scalar) -> String {
        switch scalar {
        case .int8: "i8"
        case .uint8: "u8"
        case .int16: "i16"
        case .uint16: "u16"
        case .int32: "i32"
        case .uint32: "u32"
        case .int64: "i64"
        case .uint64: "u64"
        case .float32: "f32"
        case .float64: "f64"
        }
    }

    /// A function that lowers an iterable: `(values, where)`; it leaves the number of elements in `$count`.
    mutating func lowerSequenceFunction(_ sequence: SequenceCrossing) -> String {
        if case .float(let float) = sequence.element, float.isDouble, float.isRestricted {
            use("doubles-in")
            return "$lowerDoubles"
        }
        if let scalar = sequence.scalarConvertedByTypedArrays {
            let view = view(scalar)
            let name = "$lower\(view.prefix(1).uppercased())\(view.dropFirst())"
            return typeFunction("lower \(view)", name: name) { $0.emitLowerNumbers(scalar, name: name) }
        }
        let index = typeFunctionIndex()
        let general = typeFunction("lower sequence<\(sequence.element)>", name: "$lowerSequence\(index)") {
            $0.emitLowerSequence(sequence, name: "$lowerSequence\(index)")
        }
        guard case .dictionary(let dictionary) = sequence.element, let members = dictionary.finiteNumbers(plan) else {
            return general
        }
        return typeFunction("lower numbers of \(sequence.element)", name: "$lower\(dictionary.name)s") {
            $0.emitLowerNumberDictionaries(dictionary, members, general: general)
        }
    }

    private mutating func emitLowerSequence(_ sequence: SequenceCrossing, name: String) -> String {
        use("array", "count", "frame", "more", "at")
        var element: JSLowering
        if case .dictionary(let dictionary) = sequence.element {
            let function = storeFunction(dictionary)
            element = JSLowering(convert: ["\(function)(value, place, where, index);"])
        } else {
            element = store(
                sequence.element, "value", place: "$at(where, index)", at: "place")
        }
        var out = CodePrinter(unit: "  ")
        out.block("const \(name) = (values, where) => {", end: "};") { out in
            out.print(
                """
                values = $array(values, where);
                const mark = $heldCount;
                let capacity = values.length;
                let address = $hold($reserve(capacity * \(sequence.stride)));
                let index = 0;
                """)
            out.block("for (let place = address; index < values.length; index++, place += \(sequence.stride)) {") { out in
                out.print(
                    """
                    let value = values[index];
                    if (index === capacity) {
                      capacity = capacity * 2 + 8;
                      address = $more(address, place - address, capacity * \(sequence.stride), mark);
                      place = address + index * \(sequence.stride);
                    }
                    """)
                if !element.declares.isEmpty {
                    out.print(
                        "let \(element.declares.map { $0.initial == "undefined" ? $0.name : "\($0.name) = \($0.initial)" }.joined(separator: ", "));"
                    )
                }
                for line in element.convert + element.late + element.lower { out.print(line) }
                if !element.slots.isEmpty { out.print("if ($u8.length === 0) $refresh();") }
                for line in element.slots { out.print(line) }
            }
            out.print("$count = index;")
            out.print("return address;")
        }
        return out.text
    }

    /// A function that copies a typed array in: `(array, count)`, where the count is the array's length as the engine knows it.
    mutating func copyInFunction(_ buffer: BufferCrossing) -> String {
        let view = view(buffer.scalar)
        use("reserve", "view:\(view)")
        // Another thread may make such an array longer meanwhile: no more is copied than was reserved.
        let isGrowing = buffer.sharing.allowsShared && buffer.sharing.allowsResizable
        let name = "$copyIn\(isGrowing ? "Growing" : "")\(view.prefix(1).uppercased())\(view.dropFirst())"
        let copy = isGrowing ? "for (let index = 0; index < count; index++) view[start + index] = array[index]" : "view.set(array, start)"
        return typeFunction("copy in \(isGrowing) \(view)", name: name) { _ in
            """
            const \(name) = (array, count) => {
              const address = $reserve(count * \(buffer.scalar.size));
              let view = $\(view);
              if (view.length === 0) $refresh(), view = $\(view);
              const start = \(Self.index("address", in: view));
              if (count > 12) \(copy);
              else {
                // By pairs: each look at a typed array begins with a look whether it is detached.
                let index = 0;
                for (; index + 1 < count; index += 2) {
                  const first = array[index], second = array[index + 1];
                  view[start + index] = first;
                  view[start + index + 1] = second;
                }
                if (index < count) view[start + index] = array[index];
              }
              return address;
            };

            """
        }
    }

    /// A function that copies what Swift wrote into the caller's array: `(array, address, count)`.
    mutating func copyBackFunction(_ buffer: BufferCrossing) -> String {
        let view = view(buffer.scalar)
        use("region", "foreign", "view:\(view)")
        let name = "$copyBack\(view.prefix(1).uppercased())\(view.dropFirst())"
        let last = "$back\(view.prefix(1).uppercased())\(view.dropFirst())"
        let type = Self.views.first { $0.name == view }?.type ?? ""
        return typeFunction("copy back \(view)", name: name) { _ in
            """
            // The view of the last call serves the next of the same length. One that growth has detached has no length.
            let \(last) = new \(type)(0);
            const \(name) = (array, address, count) => {
              let view = $\(view);
              if (view.length === 0) $refresh(), view = $\(view);
              const start = \(Self.index("address", in: view));
              // The call may have detached the array, or changed the length of its buffer: what has no place there is left.
              if (count > 12 && $lengthOf.call(array) >= count) {
                if (\(last).byteOffset !== address || \(last).length !== count) \(last) = view.subarray(start, start + count);
                $typedArrays.set.call(array, \(last));
              } else {
                let index = 0;
                for (; index + 1 < count; index += 2) {
                  const first = view[start + index], second = view[start + index + 1];
                  array[index] = first;
                  array[index + 1] = second;
                }
                if (index < count) array[index] = view[start + index];
              }
            };

            """
        }
    }
}
