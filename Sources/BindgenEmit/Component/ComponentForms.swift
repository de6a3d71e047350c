import BindgenABI

/// Families whose Swift type is no value of the canonical ABI by itself. For all others it is (`Spelling.componentForm`).
extension Spelling {
    package func componentForm(in swift: SwiftEmitter) -> ComponentForm { ComponentForm(type: type(in: swift)) }
}

extension ObjectCrossing {
    package func componentForm(in swift: SwiftEmitter) -> ComponentForm {
        let wrapper = swift.componentObject(type.swiftName)
        return ComponentForm(
            type: wrapper, lifted: { "(\($0)).object" }, lowered: { "\(wrapper)(object: \($0))" }, isConverted: true)
    }
}

extension ImportedObjectCrossing {
    package func componentForm(in swift: SwiftEmitter) -> ComponentForm {
        let wrapper = swift.componentObject(type.swiftName)
        return ComponentForm(
            type: wrapper, lifted: { "(\($0)).object" }, lowered: { "\(wrapper)(object: \($0))" }, isConverted: true)
    }
}

extension SequenceCrossing {
    package func componentForm(in swift: SwiftEmitter) -> ComponentForm {
        element.spelling.componentForm(in: swift).each { "[\($0)]" }
    }
}

extension NullableCrossing {
    package func componentForm(in swift: SwiftEmitter) -> ComponentForm {
        wrapped.spelling.componentForm(in: swift).each { "Swift.Optional<\($0)>" }
    }
}

extension BufferCrossing {
    /// A list that the host gives is an array, which the member borrows.
    package func componentForm(in swift: SwiftEmitter) -> ComponentForm {
        let array = "[\(swift.type(scalar))]"
        switch passing {
        case .copy, .view: return ComponentForm(type: array)
        case .borrow, .into:
            return ComponentForm(
                type: array, lifted: { "BindgenRuntime.ComponentMemory.placed(\($0))" },
                lowered: { "\($0).withUnsafeBufferPointer { \(array)($0) }" }, passed: { "\($0).span" }, isConverted: true)
        }
    }
}

extension BytesCrossing {
    package func componentForm(in swift: SwiftEmitter) -> ComponentForm { bytes.componentForm(in: swift) }
}

extension ComponentForm {
    /// The form of a list or option of this one.
    fileprivate func each(_ type: (String) -> String) -> ComponentForm {
        let (lifted, lowered) = (lifted, lowered)
        let whole = type(self.type)
        if !isConverted { return ComponentForm(type: whole) }
        return ComponentForm(
            type: whole, lifted: { "(\($0)).map { \(lifted("$0")) }" }, lowered: { "(\($0)).map { \(lowered("$0")) }" },
            isConverted: true)
    }
}
