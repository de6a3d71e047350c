import BindgenIDL

/// The global scopes that `[Exposed]` names, and the sets that they stand for (Web IDL 3.3.6).
struct Exposure {
    /// The names that the web platform's own globals take, and the globals behind the names that stand for several.
    private static let platform: [String: [String]] = {
        let leaves = [
            "Window", "DedicatedWorker", "SharedWorker", "ServiceWorker", "AudioWorklet", "PaintWorklet", "AnimationWorklet",
            "LayoutWorklet",
            "SharedStorageWorklet", "InterestGroupBiddingScriptRunner", "InterestGroupScoringScriptRunner",
            "InterestGroupReportingScriptRunner", "RTCIdentityProvider", "ShadowRealm",
        ]
        var result = Dictionary(uniqueKeysWithValues: leaves.map { ($0, [$0]) })
        result["Worker"] = ["DedicatedWorker", "SharedWorker", "ServiceWorker"]
        result["Worklet"] = ["AudioWorklet", "PaintWorklet", "AnimationWorklet", "LayoutWorklet", "SharedStorageWorklet"]
        result["InterestGroupScriptRunner"] = [
            "InterestGroupBiddingScriptRunner", "InterestGroupScoringScriptRunner", "InterestGroupReportingScriptRunner",
        ]
        return result
    }()

    /// The interfaces with `[Global]` by the names that they define.
    private var globals: [String: Set<String>] = [:]

    init(_ set: DeclarationSet) {
        for container in set.containers where container.kind == .interface {
            guard let attribute = container.attribute(named: "Global") else { continue }
            for name in attribute.identifiers { globals[name.text, default: []].insert(container.name.text) }
        }
    }

    var knownNames: [String] { Array(Set(globals.keys).union(Self.platform.keys)).sorted() }

    func isKnown(_ name: String) -> Bool {
        globals[name] != nil || Self.platform[name] != nil
    }

    /// The scopes that an `[Exposed]` attribute names; nil for `*`, which names all.
    func scopes(_ attribute: ExtendedAttributeSyntax) -> Set<String>? {
        if case .wildcard = attribute.value { return nil }
        return attribute.identifiers.reduce(into: []) { $0.formUnion(scopes(named: $1.text)) }
    }

    private func scopes(named name: String) -> Set<String> {
        if let interfaces = globals[name] { return interfaces }
        return (Self.platform[name] ?? [name]).reduce(into: []) { $0.formUnion(globals[$1] ?? [$1]) }
    }
}
