import BindgenABI
import BindgenModel

/// The Swift spelling of types and of their default values.
extension SwiftEmitter {
    /// The type of a property, a dictionary member, a result, an owned argument.
    func type(_ crossing: Crossing) -> String {
        switch crossing {
        case .undefined: "Void"
        case .boolean: "Bool"
        case .integer(let integer): "\(integer.isSigned ? "" : "U")Int\(integer.bits)"
        case .longInteger(let integer): integer.isSigned ? "Int64" : "UInt64"
        case .float(let float): float.isDouble ? "Double" : "Float"
        case .string(let string): string.isBorrowed ? "UTF8Span" : "String"
        case .enumeration(let crossing): swiftName(of: crossing.name)
        case .dictionary(let crossing): swiftName(of: crossing.name)
        case .sequence(let sequence): "[\(type(sequence.element))]"
        case .nullable(let nullable): "\(type(nullable.wrapped))?"
        case .buffer(let buffer): bufferType(buffer)
        case .callback(let callback): callback.name
        case .object(let crossing): swiftName(of: crossing.name)
        case .importedObject(let crossing): swiftName(of: crossing.name)
        }
    }

    private func bufferType(_ buffer: BufferCrossing) -> String {
        switch buffer.passing {
        case .borrow: "Span<\(type(buffer.scalar))>"
        case .into: "MutableSpan<\(type(buffer.scalar))>"
        case .copy: "[\(type(buffer.scalar))]"
        case .view: "GuestBuffer<\(type(buffer.scalar))>"
        }
    }

    func type(_ scalar: Scalar) -> String {
        switch scalar {
        case .int8: "Int8"
        case .uint8: "UInt8"
        case .int16: "Int16"
        case .uint16: "UInt16"
        case .int32: "Int32"
        case .uint32: "UInt32"
        case .int64: "Int64"
        case .uint64: "UInt64"
        case .float32: "Float"
        case .float64: "Double"
        }
    }

    /// The type of a parameter: closures escape, `[Into]` spans are changed.
    func parameterType(_ crossing: Crossing) -> String {
        switch crossing {
        case .callback(let callback): "@escaping \(callback.name)"
        case .buffer(let buffer) where buffer.passing == .into: "inout \(type(crossing))"
        default: type(crossing)
        }
    }

    func type(_ core: CoreType) -> String {
        switch core {
        case .i32: "Int32"
        case .i64: "Int64"
        case .f32: "Float"
        case .f64: "Double"
        }
    }

    func swiftName(of definition: String) -> String {
        switch plan.definition(named: definition) {
        case .class(let plan): plan.swiftName
        case .namespace(let plan): plan.swiftName
        default: Naming.swiftIdentifier(definition)
        }
    }

    func throwsClause(_ throwing: ThrowsPlan) -> String {
        switch throwing {
        case .never: ""
        case .any: " throws(JSError)"
        case .typed(let name): " throws(\(swiftName(of: name)))"
        }
    }

    /// A default value as a Swift expression of the crossing's type.
    func defaultValue(_ value: DefaultValue, _ crossing: Crossing) -> String {
        switch value {
        case .boolean(let value): return value ? "true" : "false"
        case .integer(let magnitude, let isNegative): return (isNegative ? "-" : "") + String(magnitude)
        case .decimal(let value): return "\(value)"
        case .infinity(let isNegative): return isNegative ? "-.infinity" : ".infinity"
        case .notANumber: return ".nan"
        case .string(let text): return enumCase(text, crossing.withoutNull) ?? swiftLiteral(text)
        case .null, .undefined: return "nil"
        case .emptySequence: return "[]"
        case .emptyDictionary: return ".init()"
        }
    }

    private func enumCase(_ text: String, _ crossing: Crossing) -> String? {
        guard case .enumeration(let crossing) = crossing, case .enumeration(let plan) = plan.definition(named: crossing.name)
        else {
            return nil
        }
        return plan.cases.first { $0.value == text }.map { ".\($0.swiftName)" }
    }
}
