enum Booleans: BooleansExports {
    static func same(value: Bool) -> Bool { value }
    static func and(left: Bool, right: Bool) -> Bool { left && right }
    static func maybe(value: Bool?) -> Bool? { value }
    static func spell(value: Bool) -> String { value ? "true" : "false" }
}
