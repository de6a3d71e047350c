package import BindgenIDL

/// Gives every type in the files its meaning. Typedefs dissolve: each is resolved once, and its attributes travel with it.
struct TypeResolver {
    /// A resolved typedef with what it costs to walk through it.
    private struct Resolved {
        var type: ResolvedType
        var depth: Int
        var size: Int
    }

    private enum TypedefState {
        case inProgress
        case done(Resolved)
    }

    /// A typedef whose type is being resolved.
    private struct OpenTypedef {
        var index: Int
        /// How many sequences and records there are around it.
        var lists: Int
    }

    /// Bounds that keep every walk over a type short, whatever typedefs pile up.
    private static let greatestDepth = 100
    private static let greatestSize = 2000
    private static let greatestTypedefNesting = 48
    private static let greatestRounds = 200

    let table: DefinitionTable
    /// Predefined definitions that something refers to, by index in the table.
    private(set) var referencedPredefined: Set<Int> = []
    private var typedefs: [Int: TypedefState] = [:]
    /// From the outermost.
    private var open: [OpenTypedef] = []
    /// How many sequences and records there are around the type that is resolved.
    private var lists = 0
    /// How often a typedef was walked through once more inside itself.
    private var rounds = 0
    /// The typedefs that contain themselves, with what they stand for as soon as that is known.
    private(set) var recursive: [String: ResolvedType] = [:]
    /// `T?` inside of T.
    private var openNullables: [(name: String, site: TypeSite, mark: SourceRange)] = []
    /// [Tagged] of the typedef whose type is resolved next.
    private var tagInProgress: String?

    init(table: DefinitionTable) {
        self.table = table
    }

    /// - Parameter list: the attributes of the argument or dictionary member whose type this is: those that apply to types are its own.
    mutating func resolve(
        _ syntax: TypeSyntax, of list: ExtendedAttributeListSyntax? = nil, in breadcrumb: [String], _ report: inout Report
    ) -> ResolvedType {
        node(syntax, of: list, breadcrumb, &report).type
    }

    /// Resolves the typedef so that what is wrong with it is told even if nothing refers to it.
    mutating func resolveTypedef(at index: Int, _ report: inout Report) -> ResolvedType? {
        typedef(at: index, &report)?.type
    }

    private mutating func node(
        _ syntax: TypeSyntax, of list: ExtendedAttributeListSyntax?, _ breadcrumb: [String], _ report: inout Report
    ) -> Resolved {
        var result = kind(syntax, breadcrumb, &report)
        if result.depth > Self.greatestDepth || result.size > Self.greatestSize {
            report.error(
                TypeTooLarge.id,
                "this type is too large: it has more than \(Self.greatestDepth) levels or \(Self.greatestSize) parts",
                at: syntax.range, in: breadcrumb)
            result = Resolved(type: .any, depth: 1, size: 1)
        }
        var site = TypeSite(syntax: syntax, type: result.type, breadcrumb: breadcrumb, table: table)
        if let mark = syntax.nullableRange {
            if case .typedef(let name) = result.type { openNullables.append((name, site, mark)) }
            InvalidNullable.check(site, mark: mark, &report)
            if case .nullable = result.type {} else { result.type = .nullable(result.type) }
            result.depth += 1
            result.size += 1
        }
        result.type = TypeAttributes.apply(syntax.extendedAttributes, and: list, to: result.type, at: site, &report)
        site.type = result.type
        for rule in RuleList.types { rule.check(site, &report) }
        return result
    }

    private mutating func kind(_ syntax: TypeSyntax, _ breadcrumb: [String], _ report: inout Report) -> Resolved {
        switch syntax.kind {
        case .builtin(let builtin): return Resolved(type: ResolvedType(builtin), depth: 1, size: 1)
        case .named(let name): return named(name, breadcrumb, &report)
        case .sequence(let element): return list(of: element, breadcrumb, &report) { .sequence($0) }
        case .asyncSequence(let element): return wrap(element, breadcrumb, &report) { .asyncSequence($0) }
        case .frozenArray(let element): return list(of: element, breadcrumb, &report) { .frozenArray($0) }
        case .observableArray(let element): return wrap(element, breadcrumb, &report) { .observableArray($0) }
        case .promise(let result): return wrap(result, breadcrumb, &report) { .promise($0) }
        case .record(let key, let value):
            var keyType = ResolvedType.StringType.domString
            if case .string(let type, _) = node(key, of: nil, breadcrumb, &report).type { keyType = type }
            return list(of: value, breadcrumb, &report) { .record(key: keyType, value: $0) }
        case .union(let members):
            let tag = tagInProgress
            tagInProgress = nil
            var result = Resolved(type: .any, depth: 1, size: 1)
            var types: [ResolvedType] = []
            for member in members {
                var resolved = node(member, of: nil, breadcrumb, &report)
                if case .typedef(let name) = resolved.type.innermost {
                    TypedefCycle.report(name, asMemberAt: member.range, in: breadcrumb, &report)
                    resolved.type = .interface(name)
                }
                types.append(resolved.type)
                result.depth = max(result.depth, resolved.depth + 1)
                result.size += resolved.size
            }
            result.type = .union(types, typedef: tag.map { ResolvedType.TypedefName("", tag: $0) })
            return result
        }
    }

    /// What a value of a typedef that contains itself can end by.
    private mutating func list(
        of element: TypeSyntax, _ breadcrumb: [String], _ report: inout Report, _ make: (ResolvedType) -> ResolvedType
    ) -> Resolved {
        lists += 1
        defer { lists -= 1 }
        return wrap(element, breadcrumb, &report, make)
    }

    private mutating func wrap(
        _ element: TypeSyntax, _ breadcrumb: [String], _ report: inout Report, _ make: (ResolvedType) -> ResolvedType
    ) -> Resolved {
        var result = node(element, of: nil, breadcrumb, &report)
        result.type = make(result.type)
        result.depth += 1
        result.size += 1
        return result
    }

    private mutating func named(_ name: NameSyntax, _ breadcrumb: [String], _ report: inout Report) -> Resolved {
        // What has no meaning is read as an interface of that name, so that one fault gives one message.
        var type = ResolvedType.interface(name.text)
        if let index = table.indices[name.text] {
            if table.entries[index].isPredefined { referencedPredefined.insert(index) }
            switch table.entries[index].kind {
            case .interface: break
            case .dictionary: type = .dictionary(name.text)
            case .enumeration: type = .enumeration(name.text)
            case .callbackFunction: type = .callbackFunction(name.text)
            case .callbackInterface: type = .callbackInterface(name.text)
            case .typedef:
                if let resolved = typedef(at: index, &report) { return resolved }
            case .mixin, .namespace: NotAType.report(name, table.entries[index], in: breadcrumb, &report)
            }
        } else if let meaning = VendorType.meaning(of: name, in: breadcrumb, &report) {
            type = meaning
        } else {
            UnknownName.report(name, as: "type", table, in: breadcrumb, &report)
        }
        return Resolved(type: type, depth: 1, size: 1)
    }

    private mutating func typedef(at index: Int, _ report: inout Report) -> Resolved? {
        guard case .typedef(let node) = table.entries[index].definition else { return nil }
        let breadcrumb = [table.entries[index].definition.crumb]
        switch typedefs[index] {
        case .done(var resolved):
            // Seen from outside, what was open when it was resolved is known.
            resolved.type = resolved.type.replacingTypedefs(typedef(named:))
            return resolved
        case .inProgress: return inside(node, at: index, breadcrumb, &report)
        case nil: break
        }
        guard open.count < Self.greatestTypedefNesting else {
            report.error(
                TypeTooLarge.id, "typedef `\(node.name.text)` is reached through more than \(Self.greatestTypedefNesting) others",
                at: node.name.range, in: breadcrumb)
            return nil
        }
        typedefs[index] = .inProgress
        let resolved = walk(node, at: index, breadcrumb, &report)
        typedefs[index] = .done(resolved)
        let name = node.name.text
        if recursive[name] != nil { recursive[name] = resolved.type }
        for (owner, site, mark) in openNullables where owner == name {
            var site = site
            site.type = resolved.type
            InvalidNullable.check(site, mark: mark, &report)
        }
        openNullables.removeAll { $0.name == name }
        return resolved
    }

    /// What a typedef stands for, where it has been resolved.
    private func typedef(named name: String) -> ResolvedType? {
        guard let index = table.indices[name], case .done(let resolved) = typedefs[index] else { return nil }
        return resolved.type
    }

    private mutating func walk(
        _ node: TypedefSyntax, at index: Int, _ breadcrumb: [String], _ report: inout Report
    ) -> Resolved {
        open.append(OpenTypedef(index: index, lists: lists))
        tagInProgress = node.extendedAttributes.first { $0.name.text == "Tagged" }?.text
        var resolved = self.node(node.type, of: nil, breadcrumb, &report)
        tagInProgress = nil
        open.removeLast()
        resolved.type = resolved.type.named(node.name.text)
        return resolved
    }

    /// A typedef inside itself. A union stays a name there, where a sequence or a record lies between; of anything else there is another
    /// round up to the union that it contains, which ends it.
    private mutating func inside(
        _ node: TypedefSyntax, at index: Int, _ breadcrumb: [String], _ report: inout Report
    ) -> Resolved? {
        let places = open.indices.filter { open[$0].index == index }
        if let place = places.first, report.dialect != .standard {
            if isUnion(index) {
                if lists > open[place].lists {
                    recursive[node.name.text] = .typedef(node.name.text)
                    return Resolved(type: .typedef(node.name.text), depth: 1, size: 1)
                }
            } else if places.count == 1, open[place...].contains(where: { isUnion($0.index) }), rounds < Self.greatestRounds {
                rounds += 1
                return walk(node, at: index, breadcrumb, &report)
            }
        }
        TypedefCycle.report(node, in: breadcrumb, &report)
        return nil
    }

    private func isUnion(_ index: Int) -> Bool {
        guard case .typedef(let node) = table.entries[index].definition, case .union = node.type.kind else { return false }
        return true
    }
}

/// A type where it is written, for the rules on types.
struct TypeSite {
    var syntax: TypeSyntax
    var type: ResolvedType
    var breadcrumb: [String]
    var table: DefinitionTable
}

extension ResolvedType {
    /// The union of a typedef has its name; the one of a typedef of that has the first.
    fileprivate func named(_ typedef: String) -> ResolvedType {
        switch self {
        case .union(let members, nil): .union(members, typedef: TypedefName(typedef))
        case .union(let members, let tagged?) where tagged.name.isEmpty:
            .union(members, typedef: TypedefName(typedef, tag: tagged.tag))
        case .nullable(let inner): .nullable(inner.named(typedef))
        default: self
        }
    }

    package init(_ builtin: TypeSyntax.Builtin) {
        switch builtin {
        case .any: self = .any
        case .undefined: self = .undefined
        case .boolean: self = .boolean
        case .bigint: self = .bigint
        case .object: self = .object
        case .symbol: self = .symbol
        case .byte, .octet, .short, .unsignedShort, .long, .unsignedLong, .longLong, .unsignedLongLong:
            self = .integer(IntegerType(rawValue: builtin.rawValue) ?? .long, .modulo)
        case .float, .unrestrictedFloat, .double, .unrestrictedDouble:
            self = .float(FloatType(rawValue: builtin.rawValue) ?? .double)
        case .byteString, .domString, .usvString:
            self = .string(StringType(rawValue: builtin.rawValue) ?? .domString, nullIsEmpty: false)
        case .arrayBuffer, .sharedArrayBuffer, .dataView, .int8Array, .int16Array, .int32Array, .uint8Array, .uint16Array,
            .uint32Array,
            .uint8ClampedArray, .bigInt64Array, .bigUint64Array, .float16Array, .float32Array, .float64Array:
            self = .buffer(BufferType(rawValue: builtin.rawValue) ?? .arrayBuffer, BufferSharing())
        }
    }
}
