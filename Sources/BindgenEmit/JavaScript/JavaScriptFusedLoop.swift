import BindgenABI

/// Sequences that need no look at each element by generated code: numbers that the engine converts as Web IDL does, and dictionaries
/// that hold nothing but finite numbers, the commonest large ones (points, samples, vertices).
extension JavaScriptEmitter {
    /// Numbers that the typed array of this class converts and writes.
    mutating func emitLowerNumbers(_ scalar: Scalar, name: String) -> String {
        let view = view(scalar)
        use("numbers-in", "view:\(view)")
        return """
            const \(name)View = () => $\(view);
            const \(name) = (values, where) => $lowerNumbers(values, where, \(Self.shift(view)), \(name)View);

            """
    }

    /// A loop for arrays that reads, converts and stores; the sum of all numbers is finite where each is, so one test at the end
    /// serves for all. Whatever is out of the ordinary (another iterable, an element that is no object, a number that is not finite, an array
    /// or memory that the program's own code changed meanwhile) is left to `general`, which begins again.
    mutating func emitLowerNumberDictionaries(
        _ dictionary: String, stride: Int, _ members: [FiniteNumber], general: String
    ) -> String {
        use("array", "count", "frame", "number-fault", "view:f64", "view:u8")
        let name = "$lower$\(dictionary)s"
        let variables = members.map { Naming.camelCase($0.name) + "$" }
        let names = members.map { jsLiteral($0.name) }.joined(separator: ", ")
        var out = CodePrinter(unit: "  ")
        out.block("const \(name)Fast = (values, count, address, view) => {", end: "};") { out in
            out.print("const start = address >>> 3;\nlet sum = 0;")
            out.block("for (let index = 0; index < count; index++) {") { out in
                out.print("const value = values[index];")
                out.print("if (typeof value !== \"object\" || value === null) return NaN;")
                for (member, variable) in zip(members, variables) {
                    out.print("const \(variable) = +\(jsMember("value", member.name));")
                }
                out.print("const place = start + index * \(stride / 8);")
                for (member, variable) in zip(members, variables) {
                    out.print("view[place\(member.offset == 0 ? "" : " + \(member.offset / 8)")] = \(variable);")
                }
                out.print("sum += \(variables.joined(separator: " + "));")
            }
            out.print("return sum;")
        }
        out.print(
            """
            const \(name) = (values, where) => {
              if (!Array.isArray(values) || values[Symbol.iterator] !== $arrayValues) return \(general)(values, where);
              const count = values.length;
              const top = $top, mark = $heldCount;
              const address = $hold($reserve(count * \(stride)));
              if ($u8.length === 0) $refresh();
              // A getter may make the memory grow: this view has no length then, while the module's own has been made anew.
              const view = $f64;
              let sum = 0;
              try {
                sum = \(name)Fast(values, count, address, view);
              } catch ($error) {
                $faultyNumber(values, [\(names)], where, $error);
              }
              if (sum * 0 === 0 && view.length !== 0 && values.length === count) {
                $count = count;
                return address;
              }
              $unwind(top, mark);
              return \(general)(values, where);
            };
            """)
        return out.text
    }
}

/// A member of a dictionary that is a finite double and always there.
package struct FiniteNumber: Sendable {
    var name: String
    var offset: Int
}

extension DictionaryCrossing {
    package var finiteNumbers: [FiniteNumber]? {
        guard !isTuple, !members.isEmpty, members.count <= 16 else { return nil }
        var numbers: [FiniteNumber] = []
        for index in readOrder {
            let member = members[index]
            guard member.isRequired, member.crossing.traits.contains(.isFiniteDouble) else { return nil }
            numbers.append(FiniteNumber(name: member.name, offset: member.offset))
        }
        return numbers
    }
}
