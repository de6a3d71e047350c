package import BindgenABI
import BindgenModel

extension BufferCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String {
        let element = swift.type(scalar)
        return switch passing {
        case .borrow: "Swift.Span<\(element)>"
        case .into: "Swift.MutableSpan<\(element)>"
        case .copy: "[\(element)]"
        case .view: "BindgenRuntime.GuestBuffer<\(element)>"
        }
    }
    package func parameterType(in swift: SwiftEmitter) -> String {
        switch passing {
        case .into: "inout \(type(in: swift))"
        case .borrow, .copy, .view: type(in: swift)
        }
    }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        "BindgenRuntime.Lift.array(\(slots[0]), \(slots[1]), of: \(swift.type(scalar)).self)"
    }
    package func liftArgument(_ slots: [String], local: String, _ setup: inout [String], in swift: SwiftEmitter) -> String {
        let elements = "BindgenRuntime.Lift.elements(\(slots[0]), \(slots[1]), of: \(swift.type(scalar)).self)"
        switch passing {
        case .borrow:
            // The glue frees what it copied: the elements may as well be this module's own storage.
            setup.append("let \(local) = \(elements).span")
            return local
        case .into:
            setup.append("var \(local) = \(elements).mutableSpan")
            return "&\(local)"
        case .copy, .view: return lift(slots, isOwned: false, in: swift)
        }
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        .opened("BindgenRuntime.Lower.elements(\(value))", name, "count")
    }
    package func lowerOptional(_ value: String, _ nullable: NullableCrossing, name: String, in swift: SwiftEmitter)
        -> LoweredValue
    {
        .opened("BindgenRuntime.Lower.optionalElements(\(value))", name, "count")
    }
    package func store(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> String {
        "arena.store(\(value), at: \(place.text))"
    }
    package func leaveInArea(_ expression: String, known: String?, in swift: SwiftEmitter) -> [String] {
        swift.named(expression) + ["result.lower(into: BindgenRuntime.Region.resultArea\(known.map { ", known: \($0)" } ?? ""))"]
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String {
        // Compilers before 5.8 have not heard of it.
        if scalar == .float16 { return "$Class<\"\(type.rawValue)\">" }
        return use.isResult && type.isTypedArray ? "$\(type.rawValue)" : type.rawValue
    }

    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation {
        guard type == other.type else { return .different }
        // To lend an array and to copy it is the same for its giver; to write into it, or to see Swift's own, is not.
        let isSeen: Set<BufferCrossing.Passing> = [.into, .view]
        if passing != other.passing, isSeen.contains(passing) || isSeen.contains(other.passing) { return .different }
        return Self.allowance(sharing.allowsShared, other.sharing.allowsShared)
            .and(Self.allowance(sharing.allowsResizable, other.sharing.allowsResizable))
    }

    private static func allowance(_ before: Bool, _ after: Bool) -> TypeRelation {
        before == after ? .same : after ? .wider : .narrower
    }
}

extension BufferCrossing {
    /// The class as JavaScript names it. Not every engine has a Float16Array.
    private func className(in js: inout JavaScriptEmitter) -> String {
        guard scalar == .float16 else { return type.rawValue }
        js.use("half")
        return "$Float16Array"
    }

    /// The typed array whose elements are copied, where the program's own is `name`.
    private func source(_ name: String) -> String { scalar == .float16 ? "\(name)$words" : name }

    /// The array that Swift gives, where `copy` has its elements in the class of the view.
    private func made(of copy: String, by className: String) -> String {
        type == .uint8ClampedArray || scalar == .float16 ? "new \(className)(\(copy).buffer)" : copy
    }
}

/// To Swift.
extension BufferCrossing {
    /// A view of this module's own memory is lent, or copied by its address; anything else is copied in, and back where Swift writes.
    ///
    /// Such a view is looked at when it is converted, as all that follows may make the memory grow; other arrays are when all conversions
    /// are done, for these may change them. Nobody looks again.
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use("typed-array", "guest")
        let name = value.variable
        let (isGuest, start) = (value.derived("isGuest"), value.derived("start"))
        let (address, count) = (value.derived("address"), value.derived("count"))
        let isGrowing = sharing.allowsShared && sharing.allowsResizable
        let copyIn = "\(js.copyInFunction(scalar, isGrowing: isGrowing))(\(source(name)), \(count))"
        func held(_ copy: String) -> String { value.isHeld ? "$hold(\(copy))" : copy }
        if value.isHeld { js.use("frame") }
        let (own, taken): (String, String)
        switch passing {
        case .copy, .view:
            js.use("copy-own")
            let bytes = scalar.size == 1 ? count : "\(count) * \(scalar.size)"
            (own, taken) = (held("$copyOwn(\(start), \(bytes))"), address)
        case .borrow, .into:
            js.use("free-copy", "region")
            (own, taken) = (start, "\(isGuest) ? 0 : \(address)")
        }
        let type = className(in: &js)
        let check = "$typedArray(\(name), \(type), \(sharing.allowsShared), \(sharing.allowsResizable), \(value.place.text))"
        let look = "\(start) = $startOf(\(name), \(type), \(value.place.text)), \(count) = $lengthOf.call(\(name));"
        return JSLowering(
            declares: [(isGuest, "false"), (start, "0"), (address, "0"), (count, "0")]
                + (source(name) == name ? [] : [(source(name), "undefined")]),
            convert: [.assign(isGuest, js.isOwnBuffer(check)), .check("if (\(isGuest)) \(look)")],
            late: lateLooks(value, in: js),
            lower: [.assign(address, "\(isGuest) ? \(own) : \(held(copyIn))")],
            taken: value.isHeld ? [] : [taken], slots: [address, count])
    }

    /// The looks when no more code of the program can run.
    private func lateLooks(_ value: JSValue, in js: JavaScriptEmitter) -> [JSStatement] {
        let (name, isGuest, start, count) =
            (value.variable, value.derived("isGuest"), value.derived("start"), value.derived("count"))
        var late: [JSStatement] = []
        if value.isSeen {
            let seen = value.derived("seen")
            late.append(.check("if (\(seen)) \(isGuest) = true, \(start) = \(seen).start, \(count) = \(seen).count;"))
        }
        let words = source(name) == name ? "" : ", \(source(name)) = $halves(\(name))"
        late.append(.check("if (!\(isGuest)) \(count) = $lengthOf.call(\(name))\(words);"))
        guard js.support.showsMemory else { return late }
        return late + [
            .check("if (\(count) === 0) {"),
            "  const former = $formerly(\(name), \(jsLiteral(type.rawValue)), \(value.place.text));",
            "  if (former) \(isGuest) = true, \(start) = former.start, \(count) = former.count;", "}",
        ]
    }

    package func see(_ variable: String, in js: inout JavaScriptEmitter) -> String? {
        js.use("see")
        return "const \(variable)$seen = $see(\(variable), \(className(in: &js)));"
    }

    package func afterCall(_ variable: String, isOptional: Bool, in js: inout JavaScriptEmitter) -> [String] {
        var statements = ["$freeCopy(\(variable)$address);"]
        switch passing {
        case .copy, .view: return []
        case .borrow: break
        case .into:
            let array = source(variable)
            statements.insert("\(js.copyBackFunction(scalar))(\(array), \(variable)$address, \(variable)$count);", at: 0)
        }
        let isCopied = isOptional ? "\(variable)$address !== 0 && " : ""
        return ["if (\(isCopied)!\(variable)$isGuest) {"] + statements.map { "  \($0)" } + ["}"]
    }
}

/// From Swift.
extension BufferCrossing {
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        let view = js.view(scalar)
        js.use("view:\(view)", "view:u8")
        let name = "$copyOut\(type.rawValue)"
        let className = className(in: &js)
        let function = js.typeFunction("copy out \(type.rawValue)", name: name) { _ in
            let copy = "$\(view).slice(start, start + count)"
            let result = made(of: copy, by: className)
            return """
                const \(name) = (address, count) => {
                  if ($u8.length === 0) $refresh();
                  const start = address >>> \(JavaScriptEmitter.shift(view));
                  return \(result);
                };

                """
        }
        return "\(function)(\(slots[0]), \(slots[1]))"
    }

    package func liftArea(in js: inout JavaScriptEmitter) -> String {
        js.use("views")
        return "$view(\(className(in: &js)))"
    }

}

extension ResolvedType.BufferType {
    var isTypedArray: Bool { rawValue.hasSuffix("Array") }
}
