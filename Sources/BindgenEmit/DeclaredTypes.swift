package import BindgenABI

/// How the emitters spell the types of a plan's declarations.
package struct DeclaredTypes: Sendable {
    private let swiftEmitter: SwiftEmitter
    private let typeScriptEmitter: TypeScriptEmitter

    package init(_ plan: BindingPlan) {
        swiftEmitter = SwiftEmitter(plan)
        typeScriptEmitter = TypeScriptEmitter(plan: plan)
    }

    /// The type of a Swift property, result or parameter.
    package func swift(_ crossing: Crossing, isParameter: Bool = false) -> String {
        isParameter ? crossing.spelling.parameterType(in: swiftEmitter) : crossing.spelling.type(in: swiftEmitter)
    }

    /// The type of a TypeScript property, result or parameter.
    /// - Parameter isInput: whether whatever iterates is taken for a sequence.
    package func typeScript(_ crossing: Crossing, isInput: Bool = false) -> String {
        typeScriptEmitter.type(crossing.withoutAbsence, isInput: isInput)
    }
}
