/// Something that Embedded Swift lacks, and what to use in its place. Each is a section of the page `EmbeddedSwift` of the documentation.
package struct EmbeddedGap: Equatable, Sendable {
    /// The heading of the section.
    package var section: String
    /// What to do, in one sentence.
    package var cure: String

    /// What is told beside the compiler's message.
    package var hint: String { "hint: \(cure); see \"\(section)\" on the page EmbeddedSwift of swift-bindgen's documentation" }

    /// The gap that a message of the compiler is about, or nil.
    /// - Parameters:
    ///   - message: the message alone.
    ///   - source: the lines of the source that it shows.
    package static func find(message: String, source: String = "") -> EmbeddedGap? {
        rows.first { row in
            row.marks.contains { mark in
                switch mark {
                case .says(let words): message.contains(words)
                case .names(let name): message.contains("'\(name)'")
                case .reads(let words, let code): message.contains(words) && source.contains(code)
                }
            }
        }?.gap
    }

    private enum Mark {
        /// The message has these words.
        case says(String)
        /// The message has this name between quotes.
        case names(String)
        /// The message has these words and the source this code.
        case reads(String, String)
    }

    private typealias Row = (gap: EmbeddedGap, marks: [Mark])

    private static func row(_ section: String, _ cure: String, _ marks: [Mark]) -> Row {
        (EmbeddedGap(section: section, cure: cure), marks)
    }

    private static func missing(_ names: String...) -> [Mark] {
        names.flatMap { [.says("cannot find '\($0)' in scope"), .says("cannot find type '\($0)' in scope")] }
    }

    private static func members(_ names: String...) -> [Mark] { names.map { .says("has no member '\($0)'") } }

    /// The first that fits counts, so what is particular stands before what is general.
    private static let rows: [Row] = [
        row(
            "Mathematics", "`import BindgenRuntime` has the functions of C's math.h",
            missing(
                "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "exp",
                "exp2", "expm1", "log", "log2", "log10", "log1p", "pow", "sqrt", "cbrt", "hypot", "floor", "ceil", "round",
                "trunc", "fmod", "fabs")),
        row(
            "Regular expressions", "JavaScript has them: import a function that matches",
            [.names("Regex"), .names("_StringProcessing")]
                + members("firstMatch", "wholeMatch", "prefixMatch", "matches")),
        row(
            "Searching and replacing text", "search by a few lines of Swift, or split and join",
            [.says("to expected argument type 'String.Element'")]
                + members(
                    "firstRange", "ranges", "replacing", "replace", "replacingOccurrences", "trimmingCharacters",
                    "trimmingPrefix", "components", "range", "localizedCaseInsensitiveContains")),
        row(
            "Formatting numbers", "`String(value, fractionDigits: 2)` of BindgenRuntime writes decimals",
            [.reads("no exact matches in call to initializer", "format:"), .reads("argument", "String(format:")]
                + members("formatted") + missing("NumberFormatter", "printf", "snprintf")),
        row(
            "Codable and JSON", "a dictionary of the IDL crosses as an object, and JavaScript has `JSON`",
            [.names("Codable"), .names("Encodable"), .names("Decodable")]
                + missing("JSONDecoder", "JSONEncoder", "JSONSerialization", "PropertyListDecoder")),
        row(
            "Clocks and dates", "import JavaScript's `Date` or `performance`",
            missing(
                "ContinuousClock", "SuspendingClock", "Date", "DispatchTime", "Calendar", "DateFormatter",
                "CFAbsoluteTimeGetCurrent")),
        row(
            "Locks", "an instance has one thread, so a `nonisolated(unsafe)` variable does",
            missing("Mutex", "NSLock", "DispatchQueue", "OSAllocatedUnfairLock")),
        row(
            "Tasks and async", "of tasks and sequences a part is there; use `Task`, groups and streams",
            missing(
                "withDiscardingTaskGroup", "withThrowingDiscardingTaskGroup", "withTaskPriorityEscalationHandler", "TaskLocal")
                + [.names("TaskLocal"), .names("_Concurrency")]),
        row(
            "Untyped throws", "name the type of the error: `throws(JSError)`, or an enum of your own",
            [.says("untyped throws"), .says("of protocol type 'any Error'")]),
        row(
            "Any and casts", "use an enum with a case for each kind of value",
            [.says("of protocol type 'Any'"), .says("dynamic casting"), .names("AnyHashable"), .names("Mirror")]),
        row(
            "Existentials", "make the protocol one of classes (`: AnyObject`), or use a generic or an enum",
            [.says("cannot use a value of protocol type"), .says("a protocol type cannot contain a generic method")]),
        row(
            "Weak references", "give parents their children and not the other way round",
            [.says("attribute 'weak' cannot be used"), .says("attribute 'unowned' cannot be used")]),
        row("Key paths", "write a closure: `map { $0.name }`", [.says("cannot use key path")]),
        row(
            "Printing", "`print` takes one string: print(\"x is \\(x)\")",
            [
                .says("missing argument label 'terminator:'"), .says("to expected argument type 'StaticString'"),
                .names("init(describing:)"),
            ]),
        row(
            "Foundation", "the standard library is all there is; let JavaScript do the rest by an [Import]",
            ["Foundation", "FoundationEssentials", "Glibc", "Darwin", "Dispatch", "WASILibc"].map {
                .says("no such module '\($0)'")
            }),
    ]
}
