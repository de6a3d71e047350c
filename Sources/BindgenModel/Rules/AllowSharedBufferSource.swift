import BindgenIDL

/// Web IDL 3.3.2: `[AllowShared]` applies to views. For buffers of both kinds there is the type `AllowSharedBufferSource`.
enum AllowSharedBufferSource: Rule {
    static let id = "allow-shared-buffer-source"

    static func report(
        _ attribute: ExtendedAttributeSyntax, of list: ExtendedAttributeListSyntax, _ type: ResolvedType, _ site: TypeSite,
        _ report: inout Report
    ) {
        guard case .named(let name) = site.syntax.kind, name.text == "BufferSource" else {
            TypeAttributeTarget.report(attribute, "buffer view types", type, site, &report)
            return
        }
        report.error(
            id, "[AllowShared] does not apply to `BufferSource`; write `AllowSharedBufferSource` without the attribute",
            at: name.range, in: site.breadcrumb,
            fixIts: list.removal(of: attribute).map { removal in
                let edit = Diagnostic.FixIt.Edit(range: name.range, replacement: "AllowSharedBufferSource")
                return [.init(message: "write `AllowSharedBufferSource`", edits: removal.edits + [edit])]
            } ?? [])
    }
}
