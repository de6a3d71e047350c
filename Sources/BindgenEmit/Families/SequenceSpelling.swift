package import BindgenABI

extension SequenceCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { "[\(element.spelling.type(in: swift))]" }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        if isOneCopy {
            return "BindgenRuntime.Lift.array(\(slots[0]), \(slots[1]), of: \(element.spelling.type(in: swift)).self)"
        }
        let value = element.spelling.load(at: SwiftPlace("$0"), in: swift)
        return "BindgenRuntime.Lift.array(\(slots[0]), \(slots[1]), stride: \(stride)) { \(value) }"
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        if isOneCopy { return .opened("BindgenRuntime.Lower.elements(\(value))", name, "count") }
        return swift.stored(self, value, name: name)
    }
    package func lowerOptional(_ value: String, _ nullable: NullableCrossing, name: String, in swift: SwiftEmitter)
        -> LoweredValue
    {
        if isOneCopy { return .opened("BindgenRuntime.Lower.optionalElements(\(value))", name, "count") }
        return swift.stored(nullable, value, name: name)
    }
    package func store(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> String {
        if isOneCopy { return "arena.store(\(value), at: \(place.text))" }
        let store = element.spelling.store("element", at: SwiftPlace("place"), in: swift)
        return "arena.store(\(value), at: \(place.text), stride: \(stride)) { element, place, arena in \(store) }"
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String {
        let element = element.spelling.type(TypeUse(isInput: use.isInput), in: typeScript)
        if use.isInput { return "Iterable<\(element)>" }
        let array = element.contains(" ") ? "(\(element))[]" : "\(element)[]"
        return isFrozen ? "readonly \(array)" : array
    }

    /// An array is an iterable, and one that may be written is one that is only read.
    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation {
        func width(_ sequence: SequenceCrossing, _ isIterable: Bool) -> Int { isIterable ? 2 : sequence.isFrozen ? 1 : 0 }
        let (before, after) = (width(self, comparison.oldTakesIterables), width(other, comparison.newTakesIterables))
        let relation: TypeRelation = before == after ? .same : before < after ? .wider : .narrower
        return comparison.relation(element, other.element).and(relation)
    }
}

/// To Swift.
extension SequenceCrossing {
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        .counted(value, by: lowerFunction(in: &js))
    }

    /// A function that lowers an iterable: `(values, where)`; it leaves the number of elements in `$count`.
    private func lowerFunction(in js: inout JavaScriptEmitter) -> String {
        if element.traits.contains(.isFiniteDouble) {
            js.use("doubles-in")
            return "$lowerDoubles"
        }
        if let scalar = scalarConvertedByTypedArrays {
            let view = js.view(scalar)
            let name = "$lower\(view.prefix(1).uppercased())\(view.dropFirst())"
            return js.typeFunction("lower \(view)", name: name) { $0.emitLowerNumbers(scalar, name: name) }
        }
        let name = "$lowerSequence\(js.typeFunctionIndex())"
        let general = js.typeFunction("lower sequence<\(element)>", name: name) { emitLower(name: name, in: &$0) }
        guard !js.runtime.prefersSize, let numbers = element.spelling.finiteNumbers else { return general }
        return js.typeFunction("lower numbers of \(element)", name: "$lower$\(element)s") {
            $0.emitLowerNumberDictionaries("\(element)", stride: stride, numbers, general: general)
        }
    }

    /// The element's type where storing any value in a typed array of that class converts it as Web IDL does.
    private var scalarConvertedByTypedArrays: Scalar? { element.spelling.isConvertedByTypedArrays ? elementScalar : nil }

    private func emitLower(name: String, in js: inout JavaScriptEmitter) -> String {
        js.use("array", "count", "frame", "more", "at")
        let value = JSValue(variable: "value", place: .expression("$at(where, index)"), isHeld: true)
        let lowering = element.spelling.storeElement(value, in: &js)
        var out = CodePrinter(unit: "  ")
        out.block("const \(name) = (values, where) => {", end: "};") { out in
            out.print(
                """
                values = $array(values, where);
                const mark = $heldCount;
                let capacity = values.length;
                let address = $hold($reserve(capacity * \(stride)));
                let index = 0;
                """)
            out.block("for (let place = address; index < values.length; index++, place += \(stride)) {") { out in
                out.print(
                    """
                    let value = values[index];
                    if (index === capacity) {
                      capacity = capacity * 2 + 8;
                      address = $more(address, place - address, capacity * \(stride), mark);
                      place = address + index * \(stride);
                    }
                    """)
                out.print(lowering.declaration + lowering.convert + lowering.late + lowering.lower)
                if !lowering.slots.isEmpty { out.print("if ($u8.length === 0) $refresh();") }
                for line in lowering.slots { out.print(line) }
            }
            out.print("$count = index;")
            out.print("return address;")
        }
        return out.text
    }
}

/// From Swift.
extension SequenceCrossing {
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        "\(liftFunction(in: &js))(\(slots[0]) >>> 0, \(slots[1]))"
    }

    /// A function that makes an array: `(address, count)`.
    private func liftFunction(in js: inout JavaScriptEmitter) -> String {
        let name = "$liftSequence\(js.typeFunctionIndex())"
        return js.typeFunction("lift \(isFrozen) sequence<\(element)>", name: name) { js in
            js.use("view:u8")
            let result = isFrozen ? "Object.freeze(result)" : "result"
            if let scalar = elementScalar { return js.liftNumbers(js.view(scalar), name: name, result: result) }
            let (value, views) = js.withLocalViews { js in
                element.spelling.loadInline("place", in: &js) ?? element.spelling.load("place", 0, in: &js)
            }
            return """
                const \(name) = (address, count) => {
                  if ($u8.length === 0) $refresh();
                  const \((["result = new Array(count)"] + views).joined(separator: ", "));
                  for (let index = 0, place = address; index < count; index++, place += \(stride)) {
                    result[index] = \(value);
                  }
                  return \(result);
                };

                """
        }
    }

}

extension JavaScriptEmitter {
    /// Numbers are read by their index in the view, a third faster than by their place in bytes.
    fileprivate mutating func liftNumbers(_ view: String, name: String, result: String) -> String {
        use("view:\(view)")
        return """
            const \(name) = (address, count) => {
              if ($u8.length === 0) $refresh();
              const result = new Array(count), view = $\(view), start = \(Self.index("address", in: view));
              for (let index = 0; index < count; index++) result[index] = view[start + index];
              return \(result);
            };

            """
    }
}
