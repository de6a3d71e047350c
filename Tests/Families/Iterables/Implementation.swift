import BindgenRuntime

func text(_ parts: [String], _ separator: String) -> String {
    var text = ""
    for (index, part) in parts.enumerated() { text += (index == 0 ? "" : separator) + part }
    return text
}

func same(_ first: String, _ second: String) -> Bool { first.utf8.elementsEqual(second.utf8) }

final class Params: ParamsExports {
    private var pairs: [(key: String, value: String)] = []
    init(text: String) {
        for part in text.utf8.split(separator: UInt8(ascii: "&")) {
            let sides = part.split(separator: UInt8(ascii: "="), maxSplits: 1).map { String(Substring($0)) }
            pairs.append((sides[0], sides.count > 1 ? sides[1] : ""))
        }
    }
    func append(name: String, value: String) { pairs.append((name, value)) }
    func remove(name: String) { pairs.removeAll { same($0.key, name) } }
    var pairCount: Int { pairs.count }
    func pair(at index: Int) -> (key: String, value: String) { pairs[index] }
    var description: String { text(pairs.map { "\($0.key)=\($0.value)" }, "&") }
}

final class Address: AddressExports {
    var href: String
    init(href: String) { self.href = href }
}

final class Label: LabelExports {
    let text = "a label"
}

final class Registry: RegistryExports {
    var map = JSMap<String, Double?>()
    func describe() -> String { text(map.pairs.map { "\($0.key)=\($0.value.map { "\(Int($0))" } ?? "null")" }, ",") }
}

final class Fixed: FixedExports {
    var map = JSMap<Int32, Params>()
    init() {
        map[3] = Params(text: "a=b")
        map[1] = Params(text: "")
    }
}

final class Settings: SettingsExports {
    var map = JSMap<String, Setting>()
    init() { map["first"] = .sequence([true, "text"]) }
}

final class Marks: MarksExports {
    var map = JSMap<String, Setting?>()
}

final class Tags: TagsExports {
    var set = JSSet<String>()
    private var count: UInt32 = 0
    func add(value: String) {
        count += 1
        set.insert(value)
    }
    func added() -> UInt32 { count }
}

final class Codes: CodesExports {
    var set = JSSet<[UInt8]>()
}

final class Numbers: NumbersExports {
    var set = JSSet<Double>()
}

enum Uses: UsesExports {
    static func imports() -> String {
        var found: [String] = []
        let pair = Pair()
        for (key, value) in pair { found.append("\(key):\(value)") }
        found.append(pair.description)
        let list = List(count: 3)
        list[1] = "changed"
        for value in list { found.append(value) }
        found.append(list[9] ?? "none")
        let dataset = Dataset()
        dataset["color"] = "red"
        dataset["size"] = "big"
        dataset["size"] = nil
        found.append(dataset.text)
        found.append(dataset["color"] ?? "none")
        found.append(dataset["size"] ?? "none")
        for pair in URLSearchParams(init: "x=1&y=2") { found.append(pair.key + pair.value) }
        let table = Table()
        table.set(key: "one", value: 1)
        table.set(key: "two", value: 2)
        _ = table.delete(key: "one")
        found.append("\(table.size) \(table.has(key: "two")) \(table.get(key: "one") ?? -1) \(table.get(key: "two") ?? -1)")
        for (key, value) in table { found.append("\(key):\(value)") }
        let names = Names()
        names.add(value: "a")
        names.add(value: "b")
        for name in names { found.append(name) }
        names.clear()
        found.append("\(names.size)")
        return text(found, " ")
    }
    static func inherited() -> String {
        var found: [String] = []
        func name(_ pair: Pair?) -> String { pair.map { ($0 as Pair).description } ?? "none" }
        let open = OpenThings()
        open[0] = Pair()
        open[1] = FinePair()
        open[2] = nil
        open.delete("second")
        let things: Things = open
        found += [name(things[0]), name(open[1]), name(things[2]), name(open["first"]), name(things["second"]), "\(open.length)"]
        let fine = FineThings()
        fine.set(0, FinePair())
        found.append(name(fine[0]))
        let others = OtherThings()
        found += ["\(others[0]?.fineness ?? -1)", name((others as Things)[0])]
        for key in ["first", "text"] {
            switch others[ofOtherThings: key] {
            case .pair(let pair): found.append(name(pair))
            case .string(let text): found.append(text)
            case nil: found.append("none")
            }
        }
        return text(found, ", ")
    }
    static func firstOnly(pair: Pair) -> Int32 {
        for (_, value) in pair { return value }
        return 0
    }
    static func join(list: List) -> String { text(Array(list), "+") }
}
