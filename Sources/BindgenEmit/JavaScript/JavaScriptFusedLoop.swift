import BindgenABI

/// Sequences of dictionaries that hold nothing but finite numbers, the commonest large ones (points, samples, vertices).
extension JavaScriptEmitter {
    /// One loop that reads, converts and stores; the sum of all numbers is finite where each is, so one test at the end serves for
    /// all. Only where it fails is the memory searched for the number that is not.
    mutating func emitLowerNumberDictionaries(_ dictionary: DictionaryCrossing, _ members: [FiniteNumber], name: String) -> String {
        use("array", "count", "frame", "number-fault", "view:f64", "view:u8")
        let variables = members.map { Naming.camelCase($0.name) + "$" }
        var out = CodePrinter(unit: "  ")
        out.block("const \(name) = (values, where) => {", end: "};") { out in
            out.print(
                """
                values = $array(values, where);
                const count = values.length;
                const address = $hold($reserve(count * \(dictionary.layout.stride)));
                let view = $f64;
                let sum = 0;
                let index = 0;
                """)
            out.block("try {", end: "} catch ($error) {") { out in
                out.block("for (let place = address / 8; index < count; index++, place += \(dictionary.layout.stride / 8)) {") { out in
                    out.print("const value = values[index];")
                    for (member, variable) in zip(members, variables) {
                        out.print("const \(variable) = +\(jsMember("value?", member.name).replacingOptionalBracket);")
                    }
                    out.print("if (view.length === 0) view = ($refresh(), $f64);")
                    for (member, variable) in zip(members, variables) {
                        out.print("view[place\(member.offset == 0 ? "" : " + \(member.offset / 8)")] = \(variable);")
                    }
                    out.print("sum += \(variables.joined(separator: " + "));")
                }
            }
            let names = members.map { jsLiteral($0.name) }.joined(separator: ", ")
            out.print("  $faultyNumber(values, index, [\(names)], where, $error);")
            out.print("}")
            out.print("if (sum * 0 !== 0) $searchNumbers(values, address, count, \(dictionary.layout.stride), [\(names)], [\(members.map { "\($0.offset)" }.joined(separator: ", "))], where);")
            out.print("$count = count;")
            out.print("return address;")
        }
        return out.text
    }
}

/// A member of a dictionary that is a finite double and always there.
struct FiniteNumber {
    var name: String
    var offset: Int
}

extension DictionaryCrossing {
    /// The members in the order in which they are read, where all are required finite doubles; else nil.
    func finiteNumbers(_ plan: BindingPlan) -> [FiniteNumber]? {
        guard case .dictionary(let dictionary) = plan.definition(named: name), !members.isEmpty, members.count <= 16 else { return nil }
        var numbers: [FiniteNumber] = []
        for index in dictionary.readOrder {
            guard dictionary.members[index].isRequired, case .float(let float) = members[index].crossing, float.isDouble, float.isRestricted
            else { return nil }
            numbers.append(FiniteNumber(name: members[index].name, offset: members[index].offset))
        }
        return numbers
    }
}

extension String {
    /// `value?["na-me"]` is spelled `value?.["na-me"]`.
    fileprivate var replacingOptionalBracket: String {
        guard let range = firstRange(of: "?[") else { return self }
        return replacingCharacters(in: range, with: "?.[")
    }

    private func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
