/// A part of WebAssembly that came after its first version, by the name that the tool conventions give it in the custom section
/// `target_features`.
package enum WasmFeature: String, CaseIterable, Sendable {
    case mutableGlobals = "mutable-globals"
    case signExtension = "sign-ext"
    case nontrappingConversion = "nontrapping-fptoint"
    case bulkMemory = "bulk-memory"
    case multivalue
    case referenceTypes = "reference-types"
    case simd = "simd128"
    case relaxedSIMD = "relaxed-simd"
    case atomics
    case exceptionHandling = "exception-handling"
    case tailCall = "tail-call"
    case extendedConstants = "extended-const"
    case functionReferences = "function-references"
    case garbageCollection = "gc"
    case memory64
    case multimemory
    case wideArithmetic = "wide-arithmetic"
}
