/// Where the corpus and the standard disagree, and why: read by `CorpusTests`.
enum CorpusExceptions {
    /// Examples of the standard that show what is wrong, or that are sketches: the rules that refuse them.
    static let examples: [String: (rules: Set<String>, reason: String)] = [
        "L03106": (["cross-overload"], "shown as invalid: overloads in partial interfaces"),
        "L03640": (["overload-distinguishability"], "shown as invalid: two string types"),
        "L03663": (["overload-distinguishability"], "shown as invalid: different types before the distinguishing argument"),
        "L03871": (["overload-distinguishability"], "shown as invalid: what a union should say"),
        "L04845": (["unknown-generic"], "no IDL: carries a mark of the standard's own build"),
        "L04927": (["dictionary-argument-default"], "a sketch: leaves out the default value that 2.5.3 wants"),
        "L10755": (["incomplete-operation"], "a sketch: leaves out the return type"),
        "L11361": (["unforgeable-shadowed"], "shown as invalid: hides an unforgeable member"),
    ]

    /// Refused by Gecko's parser and accepted here: what the standard says.
    static let refusedByGecko: [String: String] = [
        "0171": "2.13.33 lets a dictionary member's type have [LegacyNullToEmptyString]; only Gecko does not implement it"
    ]

    /// Errors of the web platform's files as they are kept: two drafts that define the same thing, or a draft that breaks a rule. By file,
    /// the rules and how often.
    static let webPlatform: [String: [String: Int]] = [
        "captured-mouse-events.idl": ["duplicate-member": 1],
        "captured-mouse-events.tentative.idl": ["duplicate-definition": 2],
        "css-layout-api.idl": ["default-value-type": 1],
        "css-typed-om.idl": ["union-distinguishability": 1],
        "cssom.idl": ["default-value-type": 1],
        "dom.idl": ["duplicate-member": 2],
        "mediacapture-surface-control.idl": ["overload-distinguishability": 1],
        "observable.tentative.idl": ["duplicate-definition": 6],
        "parakeet.tentative.idl": ["unknown-name": 2],
        "push-api.idl": ["default-value-type": 2],
        "scoped-custom-elements-registry.idl": [
            "cross-overload": 1, "duplicate-definition": 1, "duplicate-dictionary-member": 2, "duplicate-member": 2,
            "overload-distinguishability": 2,
        ],
        "screen-capture.idl": ["duplicate-definition": 2],
        "service-workers.idl": ["recursive-dictionary": 2],
        "turtledove.idl": ["recursive-dictionary": 1],
        "virtual-keyboard.tentative.idl": ["duplicate-definition": 1, "duplicate-member": 1],
        "webhid.idl": ["recursive-dictionary": 1],
        "webxr-dom-overlays.idl": ["attribute-type": 1],
    ]
}
