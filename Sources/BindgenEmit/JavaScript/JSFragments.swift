import BindgenABI

/// A statement of JavaScript.
package enum JSStatement: Equatable, Sendable, ExpressibleByStringInterpolation {
    /// A line, or one line of a block.
    case line(String)
    /// An `if`: another one before it needs braces.
    case check(String)
    /// `name = value;`
    case assign(String, String)

    package init(stringLiteral text: String) {
        self = .line(text)
    }

    var text: String {
        switch self {
        case .line(let text), .check(let text): text
        case .assign(let name, let value): "\(name) = \(value);"
        }
    }

    /// The statements, run where a condition holds.
    static func when(_ condition: String, _ statements: [JSStatement]) -> [JSStatement] {
        switch statements.first {
        case nil: []
        case .line(let text) where statements.count == 1: [.check("if (\(condition)) \(text)")]
        case .assign where statements.count == 1: [.check("if (\(condition)) \(statements[0].text)")]
        case .line, .check, .assign: block(condition, statements)
        }
    }

    /// The same, always with braces.
    static func block(_ condition: String, _ statements: [JSStatement]) -> [JSStatement] {
        statements.isEmpty ? [] : [.check("if (\(condition)) {")] + statements.map { .line("  \($0.text)") } + [.line("}")]
    }
}

/// The place of a value in messages: an expression that is evaluated only on failure.
package struct JSPlace: Sendable {
    private enum Form {
        /// All of it is known.
        case known(String)
        /// A part of it is worked out when the value is refused.
        case expression(String)
    }
    private var form: Form

    static func known(_ text: String) -> JSPlace { JSPlace(form: .known(text)) }
    static func expression(_ text: String) -> JSPlace { JSPlace(form: .expression(text)) }

    /// The place of a part: `path` behind this one.
    func appending(_ path: String) -> JSPlace {
        switch form {
        case .known(let text): .known(text + path)
        case .expression(let text): .expression("\(text) + \(jsLiteral(path))")
        }
    }

    var text: String {
        switch form {
        case .known(let text): jsLiteral(text)
        case .expression(let text): text
        }
    }
}

/// A JavaScript value on its way to Swift, in a variable that the conversion may assign.
package struct JSValue: Sendable {
    var variable: String
    var place: JSPlace
    /// Whether what is lowered must be given back when a later conversion throws.
    var isHeld = false
    /// Whether it goes to memory, so that references come with it.
    var isStored = false
    /// Whether the variable `$seen` tells of a view of this module's memory, as it was before another argument could make that grow.
    var isSeen = false
    /// The object that it is a method of.
    var object: String?
    /// Whether it is assigned to an attribute.
    var isAssigned = false
    /// The attribute of JavaScript's that it was read from.
    var attribute: String?

    /// The variable that holds a part of its flat form, or something that the conversion found out.
    func derived(_ suffix: String) -> String { "\(variable)$\(suffix)" }
}

/// How a JavaScript value becomes one of Swift's.
package struct JSLowering: Sendable {
    /// Variables to declare, with the initial value that stands for an absent one.
    var declares: [(name: String, initial: String)] = []
    /// Web IDL's conversion; it can run the program's own code and throw.
    var convert: [JSStatement] = []
    /// Checks that come last, when no more code of the program can run before the call.
    var late: [JSStatement] = []
    /// Writing to memory; it runs no code of the program and fails only where there is no memory left.
    var lower: [JSStatement] = []
    /// The addresses of what `lower` may have taken from the allocator.
    var taken: [String] = []
    /// The flat form, evaluated last.
    var slots: [String] = []

    mutating func append(_ other: JSLowering) {
        declares += other.declares
        convert += other.convert
        late += other.late
        lower += other.lower
        taken += other.taken
        slots += other.slots
    }

    /// A value that a function writes to memory as it converts it: it gives the address, and leaves the number of elements in `$count`.
    static func counted(_ value: JSValue, by function: String) -> JSLowering {
        let (address, count) = (value.derived("address"), value.derived("count"))
        let call = "\(function)(\(value.variable), \(value.place.text))"
        return JSLowering(
            declares: [(address, "0"), (count, "0")], convert: [.assign(address, call), .assign(count, "$count")],
            slots: [address, count])
    }

    /// The declaration of its variables; empty where there are none.
    var declaration: [JSStatement] {
        if declares.isEmpty { return [] }
        let variables = declares.map { $0.initial == "undefined" ? $0.name : "\($0.name) = \($0.initial)" }
        return [.line("let \(variables.joined(separator: ", "));")]
    }
}

extension CodePrinter {
    mutating func print(_ statements: [JSStatement]) {
        for statement in statements { print(statement.text) }
    }
}

/// A call of a wasm export: everything but the words.
struct JSCall {
    /// What is called on, as the first slot.
    enum Receiver {
        /// An expression that needs no look.
        case plain(String)
        /// The receiver's address, in `$address$`, from the statement that looks whether it is alive.
        case address(look: String)
        /// A closure's address, after a statement that looks whether it is alive.
        case closure(String, look: JSStatement)
    }
    var symbol: String
    var receiver: Receiver?
    var arguments: [ArgumentPlan]
    var result: ResultPlan
    var throwing: ThrowsPlan
    /// What messages call it.
    var name: String
    var requiredCount = 0
    var isSetter = false
    var isConstructor = false
    /// Whether the export is told the number of the promise that the call returns, `$promise$`.
    var isPromised = false
    /// Whether the export is told the object of the last view, in `$known$`.
    var remembersView = false
    /// Whether the export is told that there is none, in modules that are built for size.
    var forgetsView = false

    /// Whether converting an argument can run the program's own code, which could dispose the receiver meanwhile.
    var runsCode: Bool { arguments.contains { $0.crossing.traits.contains(.runsCode) } }
    var isHeld: Bool { arguments.contains { $0.crossing.traits.contains(.lowersInSteps) } }
    var isLent: Bool { arguments.contains { $0.crossing.traits.contains(.isLent) } }
    /// Whether the wasm call can stand in the place of a result that cannot fail: only what comes out of wasm is a trap.
    var isLiftedInPlace: Bool {
        if isConstructor || result.passing == .none || isPromised { return true }
        return result.passing == .slot && result.crossing.traits.contains(.isLiftedInPlace)
    }
}
