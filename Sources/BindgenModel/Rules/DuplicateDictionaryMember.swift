import BindgenIDL

/// Web IDL 2.7: a dictionary, its partials and the dictionaries it inherits from have different members.
enum DuplicateDictionaryMember: DeclarationRule {
    static let id = "duplicate-dictionary-member"

    static func check(_ set: DeclarationSet, _ report: inout Report) {
        for dictionary in set.dictionaries {
            var first: [String: (member: DictionaryDecl.MemberDecl, owner: String)] = [:]
            for ancestor in set.table.chain(of: dictionary.name.text).dropFirst() {
                for member in set.dictionary(named: ancestor)?.members ?? [] where first[member.resolved.name] == nil {
                    first[member.resolved.name] = (member.resolved, ancestor)
                }
            }
            for member in dictionary.members.map(\.resolved) {
                if let other = first[member.name] {
                    let place =
                        other.owner == dictionary.name.text ? "this dictionary" : "`\(other.owner)`, which it inherits from,"
                    report.error(
                        id, "\(place) has a member `\(member.name)` already; rename one of them", at: member.origin.range,
                        in: member.origin.breadcrumb, notes: [.init(message: "first here", range: other.member.origin.range)])
                } else {
                    first[member.name] = (member, dictionary.name.text)
                }
            }
        }
    }
}
