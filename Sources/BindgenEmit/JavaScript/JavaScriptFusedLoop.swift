import BindgenABI

/// Sequences of dictionaries that hold nothing but finite numbers, the commonest large ones (points, samples, vertices).
extension JavaScriptEmitter {
    /// One loop that reads, converts and stores; the sum of all numbers is finite where each is, so one test at the end serves for
    /// all. Only where it fails is the memory searched for the number that is not.
    mutating func emitLowerNumberDictionaries(_ dictionary: DictionaryCrossing, _ members: [FiniteNumber], name: String) -> String
    {
        use("array", "count", "frame", "number-fault", "view:f64", "view:u8")
        let variables = members.map { Naming.camelCase($0.name) + "$" }
        let stride = dictionary.layout.stride
        let slow = storeFunction(dictionary)
        let names = members.map { jsLiteral($0.name) }.joined(separator: ", ")
        let offsets = members.map { "\($0.offset)" }.joined(separator: ", ")
        var out = CodePrinter(unit: "  ")
        out.block("const \(name)Fast = (values, count, address, where) => {", end: "};") { out in
            out.print("const view = $f64;\nlet sum = 0;")
            out.block("for (let index = 0, place = address >>> 3; index < count; index++, place += \(stride / 8)) {") { out in
                out.print("const value = values[index];")
                out.block("if (typeof value !== \"object\" || value === null) {") { out in
                    out.print("\(slow)(value, place * 8, where, index);\ncontinue;")
                }
                for (member, variable) in zip(members, variables) {
                    out.print("const \(variable) = +\(jsMember("value", member.name));")
                }
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
              values = $array(values, where);
              const count = values.length;
              const address = $hold($reserve(count * \(stride)));
              let sum = 0;
              try {
                sum = \(name)Fast(values, count, address, where);
              } catch ($error) {
                $faultyNumber(values, [\(names)], where, $error);
              }
              if ($u8.length === 0) {
                // The program's own code made the memory grow in between, so what was written after that is lost.
                $refresh();
                values.forEach((value, index) => index < count && \(slow)(value, address + index * \(stride), where, index));
              } else if (sum * 0 !== 0) $searchNumbers(values, address, \(stride), [\(names)], [\(offsets)], where);
              $count = count;
              return address;
            };
            """)
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
        guard case .dictionary(let dictionary) = plan.definition(named: name), !members.isEmpty, members.count <= 16 else {
            return nil
        }
        var numbers: [FiniteNumber] = []
        for index in dictionary.readOrder {
            guard dictionary.members[index].isRequired, case .float(let float) = members[index].crossing, float.isDouble,
                float.isRestricted
            else { return nil }
            numbers.append(FiniteNumber(name: members[index].name, offset: members[index].offset))
        }
        return numbers
    }
}
