import BindgenIDL

/// What a name can be defined as.
package enum DefinitionKind: String, Sendable {
    case interface = "interface"
    case mixin = "interface mixin"
    case namespace = "namespace"
    case dictionary = "dictionary"
    case enumeration = "enum"
    case typedef = "typedef"
    case callbackFunction = "callback"
    case callbackInterface = "callback interface"

    /// With its article, for diagnostics.
    package var withArticle: String {
        switch self {
        case .interface, .mixin, .enumeration: "an \(rawValue)"
        case .namespace, .dictionary, .typedef, .callbackFunction, .callbackInterface: "a \(rawValue)"
        }
    }
}

extension DefinitionSyntax {
    /// Nil for an `includes` statement.
    var kind: DefinitionKind? {
        switch self {
        case .interface: .interface
        case .mixin: .mixin
        case .callbackFunction: .callbackFunction
        case .callbackInterface: .callbackInterface
        case .namespace: .namespace
        case .dictionary: .dictionary
        case .enumeration: .enumeration
        case .typedef: .typedef
        case .includes: nil
        }
    }

    package var isPartial: Bool {
        switch self {
        case .interface(let node): node.isPartial
        case .mixin(let node): node.isPartial
        case .namespace(let node): node.isPartial
        case .dictionary(let node): node.isPartial
        case .callbackInterface(let node): node.isPartial
        case .callbackFunction, .enumeration, .typedef, .includes: false
        }
    }

    /// The first crumb of diagnostics inside it: `partial interface Image`.
    var crumb: String {
        guard let kind, let name else { return "includes" }
        return (isPartial ? "partial " : "") + kind.rawValue + " " + name.text
    }
}
