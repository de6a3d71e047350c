import BindgenIDL

/// The extended attributes that become part of a type (Web IDL 2.13.33): `[Clamp]`, `[EnforceRange]`, `[AllowShared]`, `[AllowResizable]`
/// and `[LegacyNullToEmptyString]`.
enum TypeAttributes {
    static func apply(
        _ own: ExtendedAttributeListSyntax, and outer: ExtendedAttributeListSyntax?, to type: ResolvedType, at site: TypeSite,
        _ report: inout Report
    ) -> ResolvedType {
        var result = type
        for attribute in own { result = apply(attribute, of: own, to: result, at: site, &report) }
        if let outer {
            for attribute in outer { result = apply(attribute, of: outer, to: result, at: site, &report) }
        }
        return result
    }

    private static func apply(
        _ attribute: ExtendedAttributeSyntax, of list: ExtendedAttributeListSyntax, to type: ResolvedType, at site: TypeSite,
        _ report: inout Report
    ) -> ResolvedType {
        switch attribute.canonicalName {
        case "Clamp": return integers(type, .clamp, attribute, site, &report)
        case "EnforceRange": return integers(type, .enforceRange, attribute, site, &report)
        case "LegacyNullToEmptyString":
            // Our dialect has it on a ByteString too.
            if case .string(let string, _) = type, string != .byteString || report.dialect != .standard {
                return .string(string, nullIsEmpty: true)
            }
            TypeAttributeTarget.report(attribute, "`DOMString` and `USVString`, not nullable", type, site, &report)
            return type
        case "AllowShared":
            if let result = buffers(type, where: { $0 != .arrayBuffer && $0 != .sharedArrayBuffer }, { $0.allowsShared = true }) {
                return result
            }
            AllowSharedBufferSource.report(attribute, of: list, type, site, &report)
            return type
        case "AllowResizable":
            if let result = buffers(type, where: { _ in true }, { $0.allowsResizable = true }) { return result }
            TypeAttributeTarget.report(attribute, "buffer types", type, site, &report)
            return type
        default: return type
        }
    }

    private static func integers(
        _ type: ResolvedType, _ conversion: ResolvedType.IntegerConversion, _ attribute: ExtendedAttributeSyntax,
        _ site: TypeSite,
        _ report: inout Report
    ) -> ResolvedType {
        switch type {
        case .nullable(let inner): return .nullable(integers(inner, conversion, attribute, site, &report))
        case .integer(let integer, let present):
            if present != .modulo, present != conversion { ConflictingTypeAttributes.report(attribute, site, &report) }
            return .integer(integer, conversion)
        default:
            TypeAttributeTarget.report(attribute, "integer types", type, site, &report)
            return type
        }
    }

    /// Every buffer in the type changed, or nil where something in it is no buffer of the wanted kind.
    private static func buffers(
        _ type: ResolvedType, where isWanted: (ResolvedType.BufferType) -> Bool,
        _ change: (inout ResolvedType.BufferSharing) -> Void
    ) -> ResolvedType? {
        switch type {
        case .nullable(let inner): return buffers(inner, where: isWanted, change).map { .nullable($0) }
        case .buffer(let buffer, var sharing):
            guard isWanted(buffer) else { return nil }
            change(&sharing)
            return .buffer(buffer, sharing)
        case .union(let members, let name):
            var result: [ResolvedType] = []
            for member in members {
                guard let changed = buffers(member, where: isWanted, change) else { return nil }
                result.append(changed)
            }
            return .union(result, typedef: name)
        default: return nil
        }
    }
}
