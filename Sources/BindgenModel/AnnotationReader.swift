import BindgenIDL

extension Annotations {
    /// Reads the attributes that change how something crosses. Whether they may stand there and have the right form is the affair of
    /// the rules; what has the wrong form is passed over here.
    init(_ list: ExtendedAttributeListSyntax, type: ExtendedAttributeListSyntax? = nil) {
        self.init()
        for attribute in list { read(attribute) }
        if let type {
            for attribute in type where attribute.name.text == "BigInt" { read(attribute) }
        }
    }

    private mutating func read(_ attribute: ExtendedAttributeSyntax) {
        switch attribute.name.text {
        case "Import":
            if case .string(let literal) = attribute.value {
                importSource = .module(literal.text)
            } else {
                importSource = .global
            }
        case "Throws":
            if case .identifier(let name) = attribute.value {
                `throws` = .typed(name.text)
            } else {
                `throws` = .any
            }
        case "JSName": jsName = attribute.text
        case "SwiftName": swiftName = attribute.text
        case "Borrow": isBorrowed = true
        case "View": isView = true
        case "Into": isInto = true
        case "Copy": isCopy = true
        case "BigInt": isBigInt = true
        case "Once": isOnce = true
        case "Transfer": isTransferred = true
        case "Serializable": isSerializable = true
        case "Transferable": isTransferable = true
        case "Identity": hasIdentity = true
        case "Deferred": isDeferred = true
        case "Stream": streamKind = attribute.identifiers.first?.text == "writable" ? .writable : .readable
        case "Suspends": suspension = attribute.identifiers.first?.text == "queued" ? .queued : .overlapping
        case "This": isMethod = true
        case "Deprecated": deprecation = attribute.text ?? ""
        case "ReturnsThis": returnsThis = true
        case "Dispose", "AsyncDispose": isDisposer = true
        case "NoFinalizer": hasNoFinalizer = true
        case "Overridable": isOverridable = true
        case "NamedExports": hasNamedExports = true
        case "DefaultExport": isDefaultExport = true
        case "JSOnly": isJSOnly = true
        case "TSType": tsType = attribute.text
        case "Length": if case .integer(let literal) = attribute.value { exactLength = Int(literal.text) }
        case "Tuple": isTuple = true
        case "Flags": isFlags = true
        case "Scoped": isScoped = true
        case "SameObject": isSameObject = true
        case "NewObject": isNewObject = true
        default: readLegacy(attribute)
        }
    }
}

extension Annotations {
    private mutating func readLegacy(_ attribute: ExtendedAttributeSyntax) {
        switch attribute.canonicalName {
        case "LegacyNamespace": legacyNamespace = attribute.identifiers.first?.text
        case "LegacyNoInterfaceObject": hasInterfaceObject = false
        case "PutForwards": forwardsTo = attribute.identifiers.first?.text
        case "Replaceable": isReplaceable = true
        case "Unscopable": isUnscopable = true
        case "Default": isDefault = true
        case "LegacyOverrideBuiltIns": overridesBuiltIns = true
        case "LegacyUnenumerableNamedProperties": hidesNamedProperties = true
        default: break
        }
    }
}

extension ExtendedAttributeSyntax {
    /// The text of `[A="text"]`.
    var text: String? {
        if case .string(let literal) = value { return literal.text }
        return nil
    }

    /// The names of `[A=x]` and `[A=(x,y)]`.
    var identifiers: [NameSyntax] {
        switch value {
        case .identifier(let name): [name]
        case .identifierList(let names): names
        case .namedArguments(let name, _): [name]
        default: []
        }
    }
}
