import BindgenIDL
import BindgenModel

/// Enums, dictionaries and unions.
extension WITDocument {
    /// A value whose text is no word of WIT is a case by its number, with its text in the documentation.
    mutating func emit(_ decl: EnumDecl, in scope: inout WITScope) {
        guard let label = declare(decl.name, decl.origin, in: &scope) else { return }
        begin(decl.origin.documentation, "enum \(WITName.written(label)) {", in: &scope)
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
            scope.lines += Self.commentLines(documentation).map { "  " + $0 } + ["  \(WITName.written(word)),"]
        }
        scope.lines.append("}")
    }

    /// A record with the members that the dictionary inherits first; a member that may be missing is an option.
    mutating func emit(_ decl: DictionaryDecl, in scope: inout WITScope) {
        guard let label = declare(decl.name, decl.origin, in: &scope) else { return }
        begin(decl.origin.documentation, "record \(WITName.written(label)) {", in: &scope)
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
                _ = refuse("a dictionary that holds itself", "keep the parts in one sequence and name them by their index", site)
                continue
            }
            guard let type = text(member.type, site, in: &scope) else { continue }
            let isOption = !member.isRequired && !type.hasPrefix("option<")
            if !member.isRequired, type.hasPrefix("option<") {
                _ = refuse("a member that may be missing or null", "make it required: null then stands for nothing", site)
            }
            var documentation = member.origin.documentation
            if let value = member.defaultValue {
                documentation = [documentation, "Without a value: \(value.spelling)."].compactMap { $0 }.joined(separator: "\n")
            }
            scope.lines += Self.commentLines(documentation).map { "  " + $0 }
            scope.lines.append("  \(WITName.written(name)): \(isOption ? "option<\(type)>" : type),")
        }
        scope.lines.append("}")
    }

    mutating func emit(_ variant: Variant, in scope: inout WITScope) {
        guard declare(variant.label, variant.site.origin, in: &scope) != nil else { return }
        begin(nil, "variant \(WITName.written(variant.label)) {", in: &scope)
        var taken: [String: Int] = [:]
        for member in flattened(variant.members) {
            var name = caseLabel(member)
            taken[name, default: 0] += 1
            if let count = taken[name], count > 1 { name += "\(count)" }
            guard let type = text(member, variant.site, in: &scope) else { continue }
            scope.lines.append("  \(WITName.written(name))(\(type)),")
        }
        scope.lines.append("}")
    }

    private func flattened(_ members: [ResolvedType]) -> [ResolvedType] {
        members.flatMap { member -> [ResolvedType] in
            if case .union(let inner, _) = member { return flattened(inner) }
            return [member]
        }
    }

    func begin(_ documentation: String?, _ line: String, in scope: inout WITScope) {
        if !scope.lines.isEmpty { scope.lines.append("") }
        scope.lines += Self.commentLines(documentation) + [line]
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
