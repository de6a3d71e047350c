import BindgenIDL
import BindgenModel

/// An interface of WIT while it is written.
package struct WITScope {
    /// The interfaces that others take names from.
    package enum Kind: String, CaseIterable, Sendable {
        /// Records, enums and variants.
        case types
        /// The resources that the component exports.
        case objects
        /// The resources that the component imports.
        case host
    }

    var label: String
    /// Nil for that of a namespace.
    var kind: Kind?
    var isImported: Bool
    var documentation: String?
    var items: [WITItem] = []
    /// The names that it takes from other interfaces, in the order of their use.
    private(set) var uses: [Kind: [String]] = [:]
    /// The labels that it declares, by what each stands for.
    private var declared: [String: String] = [:]

    init(label: String, kind: Kind? = nil, isImported: Bool = false, documentation: String? = nil) {
        self.label = label
        self.kind = kind
        self.isImported = isImported
        self.documentation = documentation
    }

    /// Notes that a type of another interface is used.
    mutating func use(_ name: String, of kind: Kind) {
        if kind == self.kind || uses[kind, default: []].contains(name) { return }
        uses[kind, default: []].append(name)
    }

    /// What stands under the label already; nil where it is free and is now taken.
    mutating func take(_ label: String, for name: String) -> String? {
        if let former = declared[label] { return former }
        declared[label] = name
        return nil
    }

    var interface: WITInterface {
        WITInterface(
            label: label, kind: kind, isImported: isImported, documentation: documentation, items: items,
            uses: Kind.allCases.compactMap { kind in uses[kind].map { (kind, $0) } })
    }

    var text: String {
        var text = WITDocument.comment(documentation, indentation: "") + "interface \(WITName.written(label)) {\n"
        for kind in Kind.allCases {
            guard let names = uses[kind] else { continue }
            text += "  use \(kind.rawValue).{\(names.map(WITName.written).joined(separator: ", "))};\n"
        }
        if !uses.isEmpty, !items.isEmpty { text += "\n" }
        return text + WITItem.lines(items).map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined() + "}\n"
    }
}
