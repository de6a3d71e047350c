package import BindgenModel

/// A package of WIT as values: what its text says, and what a component is made of.
package struct WITModel: Sendable {
    /// Such as `acme:words@1.0.0`.
    package var package: String
    package var interfaces: [WITInterface]

    /// The name by which a component knows an interface: `acme:words/types@1.0.0`.
    package func name(of interface: WITInterface) -> String {
        let parts = package.split(separator: "@", maxSplits: 1)
        return "\(parts[0])/\(interface.label)" + (parts.count > 1 ? "@\(parts[1])" : "")
    }
}

package struct WITInterface: Sendable {
    package var label: String
    package var kind: WITScope.Kind?
    package var isImported: Bool
    package var documentation: String?
    package var items: [WITItem]
    /// The types and resources that it takes from other interfaces.
    package var uses: [(kind: WITScope.Kind, labels: [String])]
}

/// A declaration of an interface.
package enum WITItem: Sendable {
    case enumeration(label: String, documentation: [String], cases: [(label: String, documentation: [String])])
    case record(label: String, documentation: [String], fields: [WITField])
    /// The members as the IDL spells them are the spelling.
    case variant(label: String, spelling: String, cases: [(label: String, type: WITType)])
    case resource(label: String, documentation: [String], functions: [WITFunction])
    case function(WITFunction)
}

package struct WITField: Sendable {
    package var label: String
    package var type: WITType
    package var documentation: [String]
    /// What stands for a value that is missing, as the IDL spells it.
    package var defaultValue: String?
}

package struct WITFunction: Sendable {
    package enum Kind: Sendable {
        /// Of an interface itself.
        case free
        case method, `static`, constructor
    }
    /// What it is in Web IDL.
    package enum Role: Sendable, Equatable {
        case operation, getter, setter, constant, stringifier, constructor
        /// Gives the object as one of an ancestor's class.
        case upcast(String)
    }

    package var label: String
    package var kind: Kind
    package var role: Role
    package var parameters: [(label: String, type: WITType)] = []
    package var result: WITType = .nothing
    package var documentation: [String] = []
    /// What stands for arguments that are missing, by their labels; of a constant its value, without a label.
    package var values: [String: String] = [:]
    /// The member's.
    package var origin: Origin
}

package indirect enum WITType: Equatable, Hashable, Sendable {
    package enum Primitive: String, Sendable {
        case bool, s8, u8, s16, u16, s32, u32, s64, u64, f32, f64, string
    }
    case nothing
    case primitive(Primitive)
    case list(WITType)
    case option(WITType)
    case tuple([WITType])
    case result(WITType, error: WITType)
    /// A record, an enum or a variant, by its label.
    case named(String)
    case borrow(String, isImported: Bool)
    case own(String, isImported: Bool)

    package var isOption: Bool { if case .option = self { true } else { false } }

    package var text: String {
        switch self {
        case .nothing: "_"
        case .primitive(let primitive): primitive.rawValue
        case .list(let element): "list<\(element.text)>"
        case .option(let value): "option<\(value.text)>"
        case .tuple(let members): "tuple<\(members.map(\.text).joined(separator: ", "))>"
        case .result(let value, let error): "result<\(value.text), \(error.text)>"
        case .named(let label), .own(let label, _): WITName.written(label)
        case .borrow(let label, _): "borrow<\(WITName.written(label))>"
        }
    }
}

extension WITItem {
    /// The text of an interface's declarations; types are parted by an empty line.
    static func lines(_ items: [WITItem]) -> [String] {
        var lines: [String] = []
        for item in items {
            if case .function = item {} else if !lines.isEmpty { lines.append("") }
            lines += item.lines
        }
        return lines
    }

    private var lines: [String] {
        switch self {
        case .function(let function): return function.lines
        case .enumeration(let label, let documentation, let cases):
            return documentation + ["enum \(WITName.written(label)) {"]
                + cases.flatMap { $0.documentation.map { "  " + $0 } + ["  \(WITName.written($0.label)),"] } + ["}"]
        case .record(let label, let documentation, let fields):
            return documentation + ["record \(WITName.written(label)) {"]
                + fields.flatMap { field in
                    field.documentation.map { "  " + $0 } + ["  \(WITName.written(field.label)): \(field.type.text),"]
                } + ["}"]
        case .variant(let label, _, let cases):
            return ["variant \(WITName.written(label)) {"]
                + cases.map { "  \(WITName.written($0.label))(\($0.type.text))," } + ["}"]
        case .resource(let label, let documentation, let functions):
            return documentation + ["resource \(WITName.written(label)) {"]
                + functions.flatMap(\.lines).map { $0.isEmpty ? "" : "  " + $0 } + ["}"]
        }
    }
}

extension WITFunction {
    fileprivate var lines: [String] {
        let list = parameters.map { "\(WITName.written($0.label)): \($0.type.text)" }.joined(separator: ", ")
        let end = result == .nothing ? ";" : " -> \(result.text);"
        return switch kind {
        case .constructor: documentation + ["constructor(\(list));"]
        case .static: documentation + ["\(WITName.written(label)): static func(\(list))\(end)"]
        case .free, .method: documentation + ["\(WITName.written(label)): func(\(list))\(end)"]
        }
    }
}
