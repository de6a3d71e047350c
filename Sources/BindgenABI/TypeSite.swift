import BindgenIDL
import BindgenModel

/// Where a type stands: which way its values go, and where to report what is wrong with it.
struct TypeSite {
    enum Position: Equatable {
        case exportArgument, exportResult
        case importArgument, importResult
        case callbackArgument, callbackResult
        /// Inside a dictionary or a sequence, which may go either way.
        case nested
    }
    var position: Position
    var annotations: Annotations
    /// The name of what has the type; the type itself, or the part of it that is planned, once `planType` has taken it up.
    var range: SourceRange
    var breadcrumb: [String]
    /// The type as it is written, or the part of it that is planned.
    private var written: TypeSyntax?
    private let origin: Origin
    /// The type that `written` spells; nil as long as none is planned.
    private var type: ResolvedType?

    init(_ position: Position, _ origin: Origin) {
        self.position = position
        annotations = origin.annotations
        range = origin.range
        breadcrumb = origin.breadcrumb
        written = origin.type
        self.origin = origin
    }

    /// The same site, told at the extended attribute that it is about.
    func ofAttribute(_ name: String) -> TypeSite {
        var site = self
        site.range = origin.range(ofAttribute: name) ?? range
        return site
    }

    /// The site of the whole type, for what is wrong with it as it stands here.
    var ofType: TypeSite {
        var site = self
        if let written { site.range = written.range }
        return site
    }

    /// The site of a type, which is that of the site itself or a part of it. What a typedef stands for has no place of its own here,
    /// so it keeps that of the typedef's name.
    func narrowed(to type: ResolvedType) -> TypeSite {
        guard let written, type != self.type else { return self }
        var site = self
        site.type = type
        guard let outer = self.type else {
            site.range = written.range
            return site
        }
        // `T?` is one node with its `T`.
        if case .nullable(type) = outer {
            if let mark = written.nullableRange {
                let offsets = written.range.offsets.lowerBound..<mark.offsets.lowerBound
                site.range = SourceRange(file: mark.file, offsets: offsets)
            }
            return site
        }
        let parts = written.parts
        if let part = parts.first(where: { $0.isSpelling(of: type) }) ?? parts.first(where: { $0.isTypedef(for: type) }) {
            site.written = part
            site.range = part.range
        }
        return site
    }
}

extension TypeSyntax {
    /// The types directly inside of it.
    fileprivate var parts: [TypeSyntax] {
        switch kind {
        case .builtin, .named: []
        case .sequence(let inner), .asyncSequence(let inner), .frozenArray(let inner), .observableArray(let inner),
            .promise(let inner):
            [inner]
        case .record(let key, let value): [value, key]
        case .union(let members): members
        }
    }

    /// Whether this node may be the name of a typedef for the type: what a name stands for is not looked up.
    fileprivate func isTypedef(for type: ResolvedType) -> Bool {
        if case .named = kind { return type.definitionName == nil }
        return false
    }

    /// Whether this node spells the type.
    fileprivate func isSpelling(of type: ResolvedType) -> Bool {
        if case .nullable = type, isNullable { return true }
        switch (kind, type) {
        case (.named(let name), _): return type.definitionName == name.text
        case (.builtin(let builtin), _): return ResolvedType(builtin).spelling == type.spelling
        case (.sequence, .sequence), (.asyncSequence, .asyncSequence), (.frozenArray, .frozenArray),
            (.observableArray, .observableArray), (.promise, .promise), (.record, .record), (.union, .union):
            return true
        default: return false
        }
    }
}

extension ResolvedType {
    fileprivate var definitionName: String? {
        switch self {
        case .enumeration(let name), .dictionary(let name), .interface(let name), .callbackFunction(let name),
            .callbackInterface(let name), .typedef(let name):
            name
        default: nil
        }
    }
}
