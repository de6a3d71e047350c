package import BindgenABI
import BindgenModel

/// In Swift, the words of a Uint8Array.
extension BytesCrossing: Spelling {
    package func type(in swift: SwiftEmitter) -> String { bytes.type(in: swift) }
    package func parameterType(in swift: SwiftEmitter) -> String { bytes.parameterType(in: swift) }
    package func lift(_ slots: [String], isOwned: Bool, in swift: SwiftEmitter) -> String {
        bytes.lift(slots, isOwned: isOwned, in: swift)
    }
    package func liftArgument(_ slots: [String], local: String, _ setup: inout [String], in swift: SwiftEmitter) -> String {
        bytes.liftArgument(slots, local: local, &setup, in: swift)
    }
    package func lower(_ value: String, name: String, in swift: SwiftEmitter) -> LoweredValue {
        bytes.lower(value, name: name, in: swift)
    }
    package func lowerOptional(_ value: String, _ nullable: NullableCrossing, name: String, in swift: SwiftEmitter)
        -> LoweredValue
    {
        bytes.lowerOptional(value, nullable, name: name, in: swift)
    }
    package func store(_ value: String, at place: SwiftPlace, in swift: SwiftEmitter) -> String {
        bytes.store(value, at: place, in: swift)
    }

    package func type(_ use: TypeUse, in typeScript: TypeScriptEmitter) -> String {
        switch kind {
        case .arrayBuffer, .sharedArrayBuffer, .dataView: kind.rawValue
        case .view: use.isInput ? "ArrayBufferView" : bytes.type(use, in: typeScript)
        case .source: use.isInput ? "ArrayBuffer | ArrayBufferView" : bytes.type(use, in: typeScript)
        case .sharedSource: use.isInput ? "ArrayBuffer | SharedArrayBuffer | ArrayBufferView" : bytes.type(use, in: typeScript)
        }
    }

    package func relation(toSame other: Self, _ comparison: TypeComparison) -> TypeRelation {
        let relation = bytes.relation(toSame: other.bytes, comparison)
        if kind == other.kind { return relation }
        if kind.classes.isSubset(of: other.kind.classes) { return relation.and(.wider) }
        return kind.classes.isSuperset(of: other.kind.classes) ? relation.and(.narrower) : .different
    }
}

/// To Swift.
extension BytesCrossing {
    /// As a typed array (`BufferCrossing`): a part of this module's memory is looked at when it is converted, other memory when all
    /// conversions are done.
    package func lower(_ value: JSValue, in js: inout JavaScriptEmitter) -> JSLowering {
        js.use("bytes", "guest")
        let (name, place, seen) = (value.variable, value.place.text, value.derived("bytes"))
        let (isGuest, start) = (value.derived("isGuest"), value.derived("start"))
        let (address, count) = (value.derived("address"), value.derived("count"))
        let copyIn = "\(js.copyInFunction(.uint8, isGrowing: false))(\(seen), \(count))"
        func held(_ copy: String) -> String { value.isHeld ? "$hold(\(copy))" : copy }
        if value.isHeld { js.use("frame") }
        let (own, taken): (String, String)
        switch bytes.passing {
        case .copy, .view:
            js.use("copy-own")
            (own, taken) = (held("$copyOwn(\(start), \(count))"), address)
        case .borrow, .into:
            js.use("free-copy", "region")
            (own, taken) = (start, "\(isGuest) ? 0 : \(address)")
        }
        let (sharing, look) = (bytes.sharing, "\(start) = \(seen).byteOffset, \(count) = \(seen).length")
        let check = "$bytesBehind(\(name), \(wanted), \(sharing.allowsShared), \(sharing.allowsResizable), \(place))"
        return JSLowering(
            declares: [(isGuest, "false"), (start, "0"), (address, "0"), (count, "0"), (seen, "undefined")],
            convert: [
                .assign(isGuest, js.isOwnBuffer(check)), .check("if (\(isGuest)) \(seen) = $bytesOf(\(name)), \(look);"),
            ],
            late: lateLooks(value, in: &js), lower: [.assign(address, "\(isGuest) ? \(own) : \(held(copyIn))")],
            taken: value.isHeld ? [] : [taken], slots: [address, count])
    }

    /// The classes as the glue numbers them: 1 ArrayBuffer, 2 SharedArrayBuffer, 4 DataView, 8 typed arrays.
    private var wanted: Int {
        switch kind {
        case .arrayBuffer: 1
        case .sharedArrayBuffer: 2
        case .dataView: 4
        case .view: 12
        case .source: 13
        case .sharedSource: 15
        }
    }

    private func lateLooks(_ value: JSValue, in js: inout JavaScriptEmitter) -> [JSStatement] {
        let (name, isGuest, start, count) =
            (value.variable, value.derived("isGuest"), value.derived("start"), value.derived("count"))
        var late: [JSStatement] = []
        if value.isSeen {
            let seen = value.derived("seen")
            late.append(.check("if (\(seen)) \(isGuest) = true, \(start) = \(seen).start, \(count) = \(seen).count;"))
        }
        let bytes = value.derived("bytes")
        late.append(.check("if (!\(isGuest)) \(bytes) = $bytesOf(\(name)), \(count) = \(bytes).length;"))
        guard js.support.showsMemory, kind != .arrayBuffer, kind != .sharedArrayBuffer else { return late }
        js.use("former-bytes")
        return late + [
            .check("if (\(count) === 0) {"), "  const former = $formerBytes(\(name), \(value.place.text));",
            "  if (former) \(isGuest) = true, \(start) = former.start, \(count) = former.count;", "}",
        ]
    }

    package func see(_ variable: String, in js: inout JavaScriptEmitter) -> String? {
        js.use("see-bytes")
        return "const \(variable)$seen = $seeBytes(\(variable));"
    }

    package func afterCall(_ variable: String, isOptional: Bool, in js: inout JavaScriptEmitter) -> [String] {
        switch bytes.passing {
        case .copy, .view: return []
        case .borrow: return ["if (!\(variable)$isGuest) $freeCopy(\(variable)$address);"]
        case .into:
            let copyBack = "\(js.copyBackFunction(.uint8))(\(variable)$bytes, \(variable)$address, \(variable)$count);"
            return ["if (!\(variable)$isGuest) {", "  \(copyBack)", "  $freeCopy(\(variable)$address);", "}"]
        }
    }
}

/// From Swift.
extension BytesCrossing {
    package func lift(_ slots: [String], in js: inout JavaScriptEmitter) -> String {
        let copy = bytes.lift(slots, in: &js)
        switch kind {
        case .view, .source, .sharedSource: return copy
        case .arrayBuffer: return "\(copy).buffer"
        case .dataView: return "new DataView(\(copy).buffer)"
        case .sharedArrayBuffer:
            js.use("shared-copy")
            return "$sharedCopy(\(copy))"
        }
    }
}
