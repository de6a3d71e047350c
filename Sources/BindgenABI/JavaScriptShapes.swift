import BindgenModel

/// What is decided for JavaScript and its declarations alone: properties that never cross, lengths, types of TypeScript's, sets of bits.
extension Planner {
    /// `[JSOnly] attribute any userData`
    mutating func planKept(_ decl: AttributeDecl, _ owner: inout Owner) {
        let site = TypeSite(.nested, decl.origin)
        let jsName = decl.origin.annotations.jsName ?? decl.name
        if owner.direction == .import {
            refuse(
                "[JSOnly] on an attribute of JavaScript's own", "leave [JSOnly] out, and declare the type",
                at: site.ofAttribute("JSOnly"))
        } else if decl.type != .any || decl.isReadonly {
            refuse(
                "[JSOnly] on an attribute of a type, or one that cannot be set",
                "declare `attribute any`, and for TypeScript [TSType=\"…\"]", at: site.ofAttribute("JSOnly"))
        } else {
            checkMemberName(decl.name, jsName: jsName, isStatic: false, origin: decl.origin, &owner)
            owner.members.append(
                .kept(KeptPlan(name: decl.name, jsName: jsName, tsType: tsType(decl.origin), origin: decl.origin)))
        }
    }

    /// `[Length=24] Uint8Array nonce`
    mutating func checkLength(of crossing: Crossing, position: TypeSite.Position, _ site: TypeSite) {
        let form = (crossing.nullable?.wrapped ?? crossing).form
        if !(form is BufferCrossing || form is SequenceCrossing) {
            refuse("[Length] on another type", "put it on a typed array or a sequence", at: site.ofAttribute("Length"))
        } else if position != .exportArgument {
            refuse("[Length] on what Swift gives", "look at it in Swift", at: site.ofAttribute("Length"))
        }
    }

    /// `[Once] Listener listener`
    mutating func checkOnce(_ decl: ArgumentDecl, position: TypeSite.Position, _ site: TypeSite) {
        if position != .exportArgument {
            refuse(
                "[Once] on a closure of Swift's", "leave it out: JavaScript disposes of it", at: site.ofAttribute("Once"))
            return
        }
        if isKnownAgain(decl.type) {
            refuse(
                "[Once] on a callback that is known again", "leave out [Identity], or [Once]", at: site.ofAttribute("Once"))
        }
    }

    /// Whether a callback is the same object in Swift each time: no function of ours may stand in its place.
    private func isKnownAgain(_ type: ResolvedType) -> Bool {
        guard let name = type.innermost.callbackName, case .callbackFunction(let callback) = declarations[name]
        else { return true }
        return callback.origin.annotations.hasIdentity
    }

    /// `[This]` asks for an object of Swift's on which JavaScript calls the operation.
    mutating func checkMethod(_ decl: ArgumentDecl, hasReceiver: Bool, _ site: TypeSite) {
        if isKnownAgain(decl.type) {
            refuse("[This] on a callback that is known again", "leave out [Identity], or [This]", at: site.ofAttribute("This"))
        } else if !hasReceiver || decl.isVariadic {
            refuse(
                "[This] on an argument without a receiver",
                "let it be one callback of an interface's operation, or leave [This] out",
                at: site.ofAttribute("This"))
        }
    }

    /// The text of `[TSType]`, which stands in declarations as it is: it may not end what it stands in.
    mutating func tsType(_ origin: Origin) -> String? {
        guard let text = origin.annotations.tsType else { return nil }
        var open: [Character] = []
        let closing: [Character: Character] = ["(": ")", "[": "]", "{": "}", "<": ">"]
        var quote: Character?
        var isSound = !text.isEmpty && !text.contains("*/") && !text.contains("//") && !text.contains(where: \.isNewline)
        var last: Character = " "
        for character in text {
            if let mark = quote {
                if character == mark, last != "\\" { quote = nil }
            } else if "'\"`".contains(character) {
                quote = character
            } else if let end = closing[character] {
                open.append(end)
            } else if ")]}>".contains(character), !(character == ">" && last == "=") {
                if open.popLast() != character { isSound = false }
            } else if ";,".contains(character), open.isEmpty {
                isSound = false
            }
            last = character
        }
        if isSound, quote == nil, open.isEmpty { return text }
        refuse(
            "a [TSType] that is no single type", "close what is open, and leave out `;`, comments and lines of their own",
            at: TypeSite(.nested, origin).ofAttribute("TSType"))
        return nil
    }

    /// `[Flags] namespace`: bits in one integer.
    mutating func checkFlags(_ plan: ContainerPlan, _ origin: Origin) {
        guard plan.isFlags else { return }
        let types = Set(plan.constants.map { "\($0.crossing)" })
        let isOfIntegers = plan.constants.allSatisfy { constant in
            if case .integer(_, let isNegative) = constant.value { !isNegative } else { false }
        }
        if !plan.isOfConstants || plan.isImported || plan.hasNamedExports || types.count != 1 || !isOfIntegers {
            refuse(
                "[Flags] on other than constants of one integer type that are not negative",
                "move the rest into a namespace of its own",
                at: TypeSite(.nested, origin).ofAttribute("Flags"))
        }
    }
}

extension ResolvedType {
    fileprivate var callbackName: String? {
        if case .callbackFunction(let name) = self { name } else { nil }
    }
}
