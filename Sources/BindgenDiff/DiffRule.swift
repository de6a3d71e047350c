/// How much a change is in Semantic Versioning.
package enum Level: Int, Comparable, CaseIterable, Sendable {
    /// Nothing that code can see: documentation, or a name that only people read.
    case patch
    /// There is more than before; code that is there goes on.
    case minor
    /// Code that is there stops to compile, or does something else.
    case major

    package static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }

    package var name: String { "\(self)" }
}

/// Whose code is asked whether it goes on.
package enum Side: Sendable {
    case typeScript, swift
    /// Who calls the component, or hosts it.
    case wit

    /// Those who see every module.
    package static let languages: [Side] = [.typeScript, .swift]

    package var name: String {
        switch self {
        case .typeScript: "TypeScript"
        case .swift: "Swift"
        case .wit: "WIT"
        }
    }
}

/// What the code of a side has to do with a declaration.
package enum Role: Sendable {
    /// It calls the member, reads it or sets it.
    case calls
    /// It provides the member: Swift what is exported, JavaScript what is imported.
    case implements
    /// Its values go to the other side.
    case gives
    /// Values of the other side come to it.
    case takes
}

/// One kind of change, and what it means for each side in each role. A role that is not named sees nothing of the change.
package struct DiffRule: Sendable {
    package let id: String
    private let levels: [Side: [Role: Level]]

    private init(_ id: String, typeScript: [Role: Level] = [:], swift: [Role: Level] = [:], wit: [Role: Level] = [:]) {
        self.id = id
        levels = [.typeScript: typeScript, .swift: swift, .wit: wit]
    }

    /// - Parameter wit: what it is for WIT, where that is something else.
    private init(_ id: String, everyone level: Level, wit: Level? = nil) {
        let roles = Self.every(level)
        self.init(id, typeScript: roles, swift: roles, wit: wit.map(Self.every) ?? roles)
    }

    private static func every(_ level: Level) -> [Role: Level] {
        [.calls: level, .implements: level, .gives: level, .takes: level]
    }

    func level(for side: Side, _ role: Role) -> Level? { levels[side]?[role] }
}

/// The table: every rule stands here and nowhere else. `Tests/Diff` has a folder for each.
///
/// A type of WIT is what it is, to the last name: who was built for another one does not fit. So all that changes a type is major
/// there, and so is what a host has to give besides.
extension DiffRule {
    package static let all: [DiffRule] = definitions + members + functions + types + values

    // Definitions. What Swift implements has to be declared; what JavaScript implements has to be provided.
    static let definitionAdded = DiffRule(
        "definition-added",
        typeScript: [.calls: .minor, .implements: .major, .gives: .minor, .takes: .minor],
        swift: [.implements: .major, .calls: .minor, .gives: .minor, .takes: .minor],
        wit: [.calls: .minor, .implements: .major])
    static let definitionRemoved = DiffRule(
        "definition-removed",
        typeScript: [.calls: .major, .implements: .minor, .gives: .major, .takes: .major],
        swift: [.implements: .major, .calls: .major, .gives: .major, .takes: .major],
        wit: [.calls: .major, .implements: .minor])
    static let definitionRenamed = DiffRule("definition-renamed", everyone: .major)
    static let definitionKind = DiffRule("definition-kind", everyone: .major)
    // Swift's class has to be a subclass then; and a class that others no longer inherit from has its constructor among the requirements.
    static let parentAdded = DiffRule(
        "parent-added",
        typeScript: [.calls: .minor, .implements: .major, .gives: .major],
        swift: [.implements: .major, .calls: .minor])
    static let parentRemoved = DiffRule(
        "parent-removed",
        typeScript: [.calls: .major, .implements: .minor, .gives: .minor],
        swift: [.implements: .major, .calls: .major])
    static let importSource = DiffRule("import-source", typeScript: [.implements: .major])
    static let documentation = DiffRule("documentation", everyone: .patch)
    static let deprecated = DiffRule("deprecated", everyone: .minor)
    private static let definitions = [
        definitionAdded, definitionRemoved, definitionRenamed, definitionKind, parentAdded, parentRemoved, importSource,
        documentation, deprecated,
    ]

    // Members of interfaces and namespaces. An object that JavaScript gives is one that it implements; TypeScript refuses an
    // object literal that has more than its interface.
    static let memberAdded = DiffRule(
        "member-added",
        typeScript: [.calls: .minor, .implements: .major, .gives: .major],
        swift: [.implements: .major, .calls: .minor],
        wit: [.calls: .minor, .implements: .major])
    static let memberRemoved = DiffRule(
        "member-removed",
        typeScript: [.calls: .major, .implements: .minor, .gives: .major],
        swift: [.implements: .minor, .calls: .major],
        wit: [.calls: .major, .implements: .minor])
    static let memberRenamed = DiffRule("member-renamed", everyone: .major)
    static let memberKind = DiffRule("member-kind", everyone: .major)
    static let setterAdded = DiffRule(
        "setter-added",
        typeScript: [.calls: .minor, .implements: .major, .gives: .major],
        swift: [.implements: .major, .calls: .minor])
    static let setterRemoved = DiffRule(
        "setter-removed",
        typeScript: [.calls: .major, .implements: .minor, .gives: .minor],
        swift: [.implements: .minor, .calls: .major])
    /// What a program does to the array reaches Swift, or does not.
    static let arrayObserved = DiffRule("array-observed", typeScript: [.calls: .major])
    static let constantAdded = DiffRule("constant-added", typeScript: [.takes: .minor], swift: [.takes: .minor])
    static let constantRemoved = DiffRule("constant-removed", typeScript: [.takes: .major], swift: [.takes: .major])
    static let constantValue = DiffRule(
        "constant-value", typeScript: [.takes: .minor], swift: [.takes: .minor], wit: [.calls: .minor])
    private static let members = [
        memberAdded, memberRemoved, memberRenamed, memberKind, setterAdded, setterRemoved, arrayObserved, constantAdded,
        constantRemoved, constantValue,
    ]

    // Operations, constructors and callbacks. A requirement of a Swift protocol is met by exactly its own parameters and types,
    // though not by exactly its `throws`; a JavaScript function may have fewer parameters than it is called with.
    static let argumentAdded = DiffRule(
        "argument-added",
        typeScript: [.calls: .minor, .implements: .minor],
        swift: [.implements: .major, .calls: .minor],
        wit: every(.major))
    static let requiredArgumentAdded = DiffRule(
        "required-argument-added",
        typeScript: [.calls: .major, .implements: .minor],
        swift: [.implements: .major, .calls: .major])
    static let argumentRemoved = DiffRule("argument-removed", everyone: .major)
    static let argumentRenamed = DiffRule(
        "argument-renamed",
        typeScript: [.calls: .patch, .implements: .patch],
        swift: [.implements: .major, .calls: .major],
        wit: every(.major))
    static let argumentOptional = DiffRule(
        "argument-optional",
        typeScript: [.calls: .minor, .implements: .major],
        swift: [.calls: .minor])
    static let argumentRequired = DiffRule(
        "argument-required",
        typeScript: [.calls: .major, .implements: .minor],
        swift: [.calls: .major])
    static let argumentDefault = DiffRule(
        "argument-default", typeScript: [.calls: .major], swift: [.calls: .major], wit: [.calls: .major])
    /// `[Length]`: JavaScript alone is asked for the number of elements.
    static let argumentLength = DiffRule("argument-length", typeScript: [.calls: .major])
    static let argumentAnyLength = DiffRule("argument-any-length", typeScript: [.calls: .minor])
    /// `[Once]` and `[This]`: how the function that JavaScript gives is called.
    static let callbackUse = DiffRule("callback-use", typeScript: [.calls: .major])
    /// `[TSType]` is any text: nothing tells whether another one is wider.
    static let declaredType = DiffRule("declared-type", typeScript: [.calls: .major, .implements: .major])
    static let resultAdded = DiffRule(
        "result-added",
        typeScript: [.calls: .minor, .implements: .major],
        swift: [.implements: .major, .calls: .minor])
    static let resultRemoved = DiffRule(
        "result-removed",
        typeScript: [.calls: .major, .implements: .minor],
        swift: [.implements: .major, .calls: .major])
    static let throwsAdded = DiffRule(
        "throws-added",
        typeScript: [.calls: .major, .implements: .minor],
        swift: [.implements: .minor, .calls: .major])
    static let throwsRemoved = DiffRule(
        "throws-removed",
        typeScript: [.calls: .minor, .implements: .major],
        swift: [.implements: .major, .calls: .minor])
    static let throwsChanged = DiffRule("throws-changed", everyone: .major)
    /// An asynchronous function is none that waits in place, and the other way round `wait()` fails; engines without JSPI refuse the one alone.
    static let suspensionChanged = DiffRule("suspension-changed", everyone: .major)
    static let closureChanged = DiffRule("closure-changed", swift: [.implements: .major, .calls: .major])
    private static let functions = [
        argumentAdded, requiredArgumentAdded, argumentRemoved, argumentRenamed, argumentOptional, argumentRequired,
        argumentDefault, argumentLength, argumentAnyLength, callbackUse, declaredType, resultAdded, resultRemoved, throwsAdded,
        throwsRemoved, throwsChanged, suspensionChanged,
        closureChanged,
    ]

    // Types. Who gives may be asked for less and not for more; who takes may get less and not more.
    static let typeWidened = DiffRule(
        "type-widened",
        typeScript: [.gives: .minor, .takes: .major],
        swift: [.gives: .minor, .takes: .major])
    static let typeNarrowed = DiffRule("type-narrowed", typeScript: [.gives: .major, .takes: .minor])
    static let typeChanged = DiffRule("type-changed", everyone: .major)
    private static let types = [typeWidened, typeNarrowed, typeChanged]

    // Enums and dictionaries, by the direction in which their values go.
    static let enumValueAdded = DiffRule(
        "enum-value-added",
        typeScript: [.gives: .minor, .takes: .major],
        swift: [.gives: .minor, .takes: .major],
        wit: every(.major))
    static let enumValueRemoved = DiffRule("enum-value-removed", everyone: .major)
    static let enumValueOrder = DiffRule(
        "enum-value-order",
        typeScript: [.gives: .patch, .takes: .patch],
        swift: [.gives: .minor, .takes: .minor],
        wit: every(.major))
    static let unionMemberAdded = DiffRule(
        "union-member-added",
        typeScript: [.gives: .minor, .takes: .major],
        swift: [.gives: .minor, .takes: .major],
        wit: every(.major))
    static let unionMemberRemoved = DiffRule("union-member-removed", everyone: .major)
    static let errorAdded = DiffRule("error-added", swift: [.gives: .minor, .takes: .minor])
    static let errorRemoved = DiffRule("error-removed", swift: [.gives: .major, .takes: .major])
    static let dictionaryMemberAdded = DiffRule("dictionary-member-added", everyone: .minor, wit: .major)
    static let requiredDictionaryMemberAdded = DiffRule(
        "required-dictionary-member-added",
        typeScript: [.gives: .major, .takes: .minor],
        swift: [.gives: .major, .takes: .minor])
    static let dictionaryMemberRemoved = DiffRule("dictionary-member-removed", everyone: .major)
    static let dictionaryMemberRenamed = DiffRule("dictionary-member-renamed", everyone: .major)
    static let dictionaryMemberOptional = DiffRule(
        "dictionary-member-optional",
        typeScript: [.gives: .minor, .takes: .major],
        swift: [.gives: .minor])
    static let dictionaryMemberRequired = DiffRule(
        "dictionary-member-required",
        typeScript: [.gives: .major, .takes: .minor],
        swift: [.gives: .major])
    static let dictionaryMemberDefault = DiffRule(
        "dictionary-member-default",
        typeScript: [.gives: .major],
        swift: [.gives: .major],
        wit: every(.major))
    static let dictionaryMemberOrder = DiffRule(
        "dictionary-member-order",
        typeScript: [.gives: .patch, .takes: .patch],
        swift: [.gives: .major, .takes: .patch],
        wit: every(.major))
    private static let values = [
        enumValueAdded, enumValueRemoved, enumValueOrder, unionMemberAdded, unionMemberRemoved, errorAdded, errorRemoved,
        dictionaryMemberAdded,
        requiredDictionaryMemberAdded, dictionaryMemberRemoved, dictionaryMemberRenamed, dictionaryMemberOptional,
        dictionaryMemberRequired, dictionaryMemberDefault, dictionaryMemberOrder,
    ]
}
