import BindgenIDL
package import BindgenWasm

/// Which features of WebAssembly a module must not use, and which it must: the `features` of bindgen.json.
package struct FeatureRules: Equatable, Sendable {
    package var forbidden: [WasmFeature] = []
    package var demanded: [WasmFeature] = []

    package init() {}

    /// `{"forbid": ["tail-call"], "demand": ["simd"]}`.
    init(_ section: inout ConfigurationSection) {
        forbidden = section.strings("forbid", fault: Self.fault)?.compactMap(Self.feature) ?? []
        demanded = section.strings("demand", fault: Self.fault)?.compactMap(Self.feature) ?? []
    }

    /// The name of the tool conventions, or `simd`, which `--simd` has.
    private static func feature(_ name: String) -> WasmFeature? {
        WasmFeature(rawValue: name == "simd" ? WasmFeature.simd.rawValue : name)
    }

    private static func fault(_ name: String) -> String? {
        if feature(name) != nil { return nil }
        let names = WasmFeature.allCases.map(\.rawValue)
        let nearest = NearestName.find(name, in: names).map { "; did you mean `\($0)`?" }
        return "is no feature of WebAssembly\(nearest ?? ": there are \(names.joined(separator: ", "))")"
    }
}
