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
        let spelling = crossing.spelling
        let type = isParameter ? spelling.parameterType(in: swiftEmitter) : spelling.type(in: swiftEmitter)
        // Generated code names the modules, so that the program may have types of these names; people do not.
        return type.replacing("BindgenRuntime.", with: "").replacing("Swift.", with: "")
    }

    /// The type of a TypeScript property, result or parameter.
    /// - Parameters:
    ///   - isInput: whether whatever iterates is taken for a sequence.
    ///   - isOptional: whether TypeScript says by `?` that the value may be missing.
    package func typeScript(_ crossing: Crossing, isInput: Bool = false, isOptional: Bool = false) -> String {
        typeScriptEmitter.type(isOptional ? crossing.withoutAbsence : crossing, isInput: isInput)
    }
}
