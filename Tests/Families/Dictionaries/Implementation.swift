enum Dictionaries: DictionariesExports {
    static func rect(value: Rect) -> Rect { value }
    static func defaulted(value: Nothing) -> Rect { Rect(x: value.x, y: value.y, width: value.width, height: value.height) }
    static func empty(value: Empty) -> Empty { value }
    static func mixed(value: Mixed) -> Mixed { value }
    static func optionals(value: Optionals) -> Optionals { value }
    static func states(value: States) -> States { value }
    static func nullables(value: Nullables) -> Nullables { value }
    static func large(value: Large) -> Large { value }
    static func derived(value: Derived) -> Derived { value }
    static func outer(value: Outer) -> Outer { value }
    static func keywords(value: Keywords) -> Keywords { value }
    static func inherited(value: Inherited) -> Inherited { value }
    static func similar(value: Similar) -> Similar { value }
    static func optionalNames(value: OptionalNames) -> OptionalNames { value }
    static func maybe(value: Rect, isThere: Bool) -> Rect? { isThere ? value : nil }
    static func maybeLarge(value: Large, isThere: Bool) -> Large? { isThere ? value : nil }
    static func area(first: Rect, second: Rect) -> Double { first.width * first.height + second.width * second.height }
    static func describe(before: String, value: Mixed, large: Large, after: String) -> String {
        before + value.name + large.title + after
    }
    static func statesOf(value: States) -> String {
        func word<Value>(_ value: Value?) -> String { value == nil ? "-" : "1" }
        var result = word(value.flag) + word(value.number) + word(value.real) + word(value.text)
        result += word(value.unit) + word(value.rect) + word(value.list)
        return result
    }
    static func visit(visit: @escaping Visit) -> Mixed {
        let mixed = Mixed(name: "mine")
        return visit(mixed, Large(title: "large", rect: Rect(x: 1, y: 2), tags: ["a", "b"]))
    }
}
