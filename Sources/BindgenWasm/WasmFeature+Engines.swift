/// A family of engines that run WebAssembly.
package enum WasmEngine: String, CaseIterable, Sendable {
    case chrome = "Chrome"
    case firefox = "Firefox"
    case safari = "Safari"
    /// The first line of long-term support, from 20 on.
    case node = "Node"
}

/// Since when engines have a feature, without a flag. The versions of browsers are those of MDN's browser-compat-data, and for
/// what it lacks those of webassembly.org/features; Node has what its V8 has. Where a feature came in several forms, such as
/// exceptions, the versions are those of the standard's form. Of the oldest features the data tell versions that have them, and
/// not the first ones.
extension WasmFeature {
    /// The first version; nil where no version has it yet.
    package func firstVersion(in engine: WasmEngine) -> String? {
        let versions = versions
        switch engine {
        case .chrome: return versions.chrome
        case .firefox: return versions.firefox
        case .safari: return versions.safari
        case .node: return versions.chrome.flatMap(Self.node)
        }
    }

    private var versions: (chrome: String?, firefox: String?, safari: String?) {
        switch self {
        case .mutableGlobals: ("80", "72", "13.1")
        case .signExtension: ("80", "72", "14.1")
        case .nontrappingConversion: ("80", "72", "15.1")
        case .bulkMemory: ("80", "78", "15.1")
        case .multivalue: ("86", "78", "13.1")
        case .referenceTypes: ("96", "79", "15.1")
        case .simd: ("91", "89", "16.4")
        case .relaxedSIMD: ("114", "146", nil)
        case .atomics: ("80", "79", "15.2")
        case .exceptionHandling: ("137", "131", "18.4")
        case .tailCall: ("112", "121", "18.2")
        case .extendedConstants: ("114", "112", "17.4")
        case .functionReferences, .garbageCollection: ("119", "120", "18.2")
        case .memory64: ("133", "134", nil)
        case .multimemory: ("120", "125", nil)
        case .wideArithmetic: (nil, nil, nil)
        }
    }

    /// The lines of Node by the Chrome that has the same V8.
    private static func node(_ chrome: String) -> String? {
        let lines = [(113, "20"), (124, "22"), (136, "24"), (146, "26")]
        return Int(chrome).flatMap { version in lines.first { version <= $0.0 }?.1 }
    }
}
