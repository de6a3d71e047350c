import BindgenIDL
import BindgenModel

/// Enums, dictionaries and unions.
extension WITDocument {
    /// A value whose text is no word of WIT is a case by its number, with its text in the documentation.
    mutating func emit(_ decl: EnumDecl, in scope: inout WITScope) {
        guard let label = declare(decl.name, decl.origin, in: &scope) else { return }
        var cases: [(label: String, documentation: [String])] = []
        var taken: Set<String> = []
        for (index, value) in decl.values.enumerated() {
            var word = WITName.label(value.text) ?? "case\(index)"
            if !taken.insert(word).inserted {
                word = "case\(index)"
                taken.insert(word)
            }
            var documentation = value.documentation
            if word != value.text {
                documentation = [documentation, "The string \"\(value.text)\"."].compactMap { $0 }.joined(separator: "\n")
            }
            cases.append((word, Self.commentLines(documentation)))
        }
        let documentation = Self.commentLines(decl.origin.documentation)
        scope.items.append(.enumeration(label: label, documentation: documentation, cases: cases))
    }

    /// A record with the members that the dictionary inherits first; a member that may be missing is an option.
    mutating func emit(_ decl: DictionaryDecl, in scope: inout WITScope) {
        guard let label = declare(decl.name, decl.origin, in: &scope) else { return }
        var fields: [WITField] = []
        let members = members(of: decl)
        if members.isEmpty { error("a record of WIT has at least one member: give `\(decl.name)` one", decl.origin) }
        var taken: [String: String] = [:]
        for member in members {
            guard let name = self.label(member.name, member.origin) else { continue }
            if let former = taken.updateValue(member.name, forKey: name) {
                error("`\(member.name)` and `\(former)` are both `\(name)` in WIT: rename one of them", member.origin)
                continue
            }
            let site = Site(position: .part, origin: member.origin)
            var seen: Set<String> = []
            if reaches(decl.name, from: member.type, &seen) {
                refuse("a dictionary that holds itself", "keep the parts in one sequence and name them by their index", site)
                continue
            }
            guard let type = type(member.type, site, in: &scope) else { continue }
            if !member.isRequired, type.isOption {
                refuse("a member that may be missing or null", "make it required: null then stands for nothing", site)
            }
            var documentation = member.origin.documentation
            if let value = member.defaultValue {
                documentation = [documentation, "Without a value: \(value.spelling)."].compactMap { $0 }.joined(separator: "\n")
            }
            let isOption = !member.isRequired && !type.isOption
            fields.append(
                WITField(
                    label: name, type: isOption ? .option(type) : type, documentation: Self.commentLines(documentation),
                    defaultValue: member.defaultValue?.spelling))
        }
        let documentation = Self.commentLines(decl.origin.documentation)
        scope.items.append(.record(label: label, documentation: documentation, fields: fields))
    }

    mutating func emit(_ variant: Variant, in scope: inout WITScope) {
        guard declare(variant.label, variant.site.origin, in: &scope) != nil else { return }
        var cases: [(label: String, type: WITType)] = []
        var taken: [String: Int] = [:]
        for member in flattened(variant.members) {
            var name = caseLabel(member)
            taken[name, default: 0] += 1
            if let count = taken[name], count > 1 { name += "\(count)" }
            guard let type = type(member, variant.site, in: &scope) else { continue }
            cases.append((name, type))
        }
        scope.items.append(
            .variant(label: variant.label, spelling: ResolvedType.union(variant.members, typedef: nil).spelling, cases: cases))
    }

    private func flattened(_ members: [ResolvedType]) -> [ResolvedType] {
        members.flatMap { member -> [ResolvedType] in
            if case .union(let inner, _) = member { return flattened(inner) }
            return [member]
        }
    }
}

extension WITDocument {
    /// Those that it inherits first (Web IDL 2.7).
    private func members(of decl: DictionaryDecl) -> [DictionaryDecl.MemberDecl] {
        (decl.parent.flatMap { dictionaries[$0] }.map(members) ?? []) + decl.members
    }

    /// Whether a value of the type can hold one of the dictionary.
    private func reaches(_ name: String, from type: ResolvedType, _ seen: inout Set<String>) -> Bool {
        for other in type.dictionaries {
            if other == name { return true }
            guard seen.insert(other).inserted, let decl = dictionaries[other] else { continue }
            for member in members(of: decl) where reaches(name, from: member.type, &seen) { return true }
        }
        return false
    }
}
