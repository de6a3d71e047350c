package import BindgenABI
package import BindgenModel

extension RecordCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String {
        "BindgenRuntime.JSRecord<\(key.spelling.type(in: swift)), \(value.spelling.type(in: swift))>"
    }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        let key = key.spelling.load(at: SwiftPlace("$0"), in: swift)
        let value = value.spelling.load(at: SwiftPlace("$0", valueOffset), in: swift)
        let pairs = "BindgenRuntime.Lift.array(\(slots[0]), \(slots[1]), stride: \(stride)) { (key: \(key), value: \(value)) }"
        return "BindgenRuntime.JSRecord(pairs: \(pairs))"
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        swift.stored(self, value, name: name)
    }
    package func store(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> String {
        let key = key.spelling.store("element.key", at: SwiftPlace("place"), in: swift)
        let item = self.value.spelling.store("element.value", at: SwiftPlace("place", valueOffset), in: swift)
        return "arena.store(\(value).pairs, at: \(place.text), stride: \(stride)) { element, place, arena in \(key); \(item) }"
    }
    package func literal(_ value: DefaultValue, in swift: SwiftEmitter) -> String {
        value == .emptyDictionary ? "[:]" : value.swiftText
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String {
        let type = value.spelling.type(TypeUse(isInput: use.isInput), in: typeScript)
        // An alias may name itself in what an interface has, and not in the arguments of an alias, which Record is.
        if value.holdsUnionInItself { return "{ \(use.isInput ? "readonly " : "")[key: string]: \(type) }" }
        return use.isInput ? "Readonly<Record<string, \(type)>>" : "Record<string, \(type)>"
    }

    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation {
        comparison.relation(key, other.key).and(comparison.relation(value, other.value))
    }
}

/// To Swift.
extension RecordCrossing {
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        .counted(value, by: lowerFunction(in: &js))
    }

    /// A function that lowers an object's own enumerable properties: `(record, where)`; it leaves their number in `$count`. Key and
    /// value of one property are converted before the next one is looked at (Web IDL 3.2.23).
    private func lowerFunction(in js: inout JavaScriptEmitter) -> String {
        let name = "$lowerRecord\(js.typeFunctionIndex())"
        return js.typeFunction("lower \(spelling)", name: name) { js in
            js.use("record", "count", "frame")
            var pair = key.spelling.store(
                JSValue(variable: "key", place: .expression("$keyOf(where, key)"), isHeld: true), at: "place", in: &js)
            pair.append(
                value.spelling.store(
                    JSValue(variable: "value", place: .expression("$keyOf(where, key)"), isHeld: true),
                    at: "place + \(valueOffset)", in: &js))
            var out = CodePrinter(unit: "  ")
            out.block("const \(name) = (record, where) => {", end: "};") { out in
                out.print(
                    """
                    const keys = $keys(record, where);
                    const address = $hold($reserve(keys.length * \(stride)));
                    let count = 0;
                    """)
                out.block("for (let key of keys) {") { out in
                    out.print("if (!$isOwn(record, key, where)) continue;")
                    out.print("let value = record[key];\nconst place = address + count * \(stride);")
                    out.print(pair.declaration + pair.convert + pair.late + pair.lower)
                    out.print("if ($u8.length === 0) $refresh();")
                    for line in pair.slots { out.print(line) }
                    out.print("count++;")
                }
                out.print("$count = count;\nreturn address;")
            }
            return out.text
        }
    }
}

/// From Swift.
extension RecordCrossing {
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        "\(liftFunction(in: &js))(\(slots[0]) >>> 0, \(slots[1]))"
    }

    /// A function that makes an object: `(address, count)`.
    private func liftFunction(in js: inout JavaScriptEmitter) -> String {
        let name = "$liftRecord\(js.typeFunctionIndex())"
        return js.typeFunction("lift \(spelling)", name: name) { js in
            js.use("view:u8", "property")
            let key = key.spelling.load("place", 0, in: &js)
            let value = value.spelling.load("place", valueOffset, in: &js)
            return """
                const \(name) = (address, count) => {
                  if ($u8.length === 0) $refresh();
                  const result = {};
                  for (let index = 0, place = address; index < count; index++, place += \(stride)) {
                    $property(result, \(key), \(value));
                  }
                  return result;
                };

                """
        }
    }

}
