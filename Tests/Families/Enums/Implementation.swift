enum Enums: EnumsExports {
    static func same(side: Side) -> Side { side }
    static func maybe(side: Side?) -> Side? { side }
    static func spell(side: Side) -> String {
        switch side {
        case .left: "left"
        case .topLeft: "top-left"
        case .empty: "empty"
        case ._2d: "2d"
        case .`default`: "default"
        case .withSpace: "with space"
        default: "another"
        }
    }
    static func only(value: Only) -> Only { value }
    static func all() -> [Side] { Side.allCases }
    static func orDefault(side: Side) -> Side { side }
    static func pick(first: Side, second: Side, isSecond: Bool) -> Side { isSecond ? second : first }
}
