/**
 * Where the corpus and the standard disagree, and why. All of it is told by `Tests/run corpus`.
 *
 * The lists are about the corpus as it is kept (328 files of the web platform). Of another folder of the same form, what is not
 * listed here is told and not judged, save what the figures themselves ask for.
 */

/** The rules that do not count for Gecko's verdicts. */
export const allowedForVerdicts = {
  "missing-exposed":
    "Gecko's parser takes a missing [Exposed] for [Exposed=Window], and most of the snippets leave it out; the standard (3.3.6) " +
    "and `check --standard` require it on interfaces and namespaces",
};

/** Snippets that Gecko's parser refuses and `check --standard` accepts. */
export const refusedByGecko = {
  "0171": "2.13.33 lets a dictionary member's type have [LegacyNullToEmptyString]; only Gecko does not implement it",
};

/** Lines of webidl2's messages at which `check --standard` finds nothing: `file: line`. */
export const webidl2Advice = {
  "exposed.webidl: 3": "advice against [LegacyNoInterfaceObject], which the standard allows (3.4.6)",
};

/** Examples of the standard that are no IDL. */
export const schematicExamples = { L04845: "carries a mark of the standard's own build in the place of a type" };

/** Examples of the standard that `check` refuses: by which rules. They are read like the others. */
export const refusedExamples = {
  L03106: { rules: ["cross-overload"], reason: "shown as invalid: overloads in partial interfaces" },
  L03640: { rules: ["overload-distinguishability"], reason: "shown as invalid: two string types" },
  L03663: { rules: ["overload-distinguishability"], reason: "shown as invalid: different types before the distinguishing argument" },
  L03871: { rules: ["overload-distinguishability"], reason: "shown as invalid: what a union should say" },
  L04927: { rules: ["dictionary-argument-default"], reason: "a sketch: leaves out the default value that 2.5.3 wants" },
  L10755: { rules: ["incomplete-operation"], reason: "a sketch: leaves out the return type" },
  L11361: { rules: ["unforgeable-shadowed"], reason: "shown as invalid: hides an unforgeable member" },
};

const twice = "a second draft of what another file of the set defines";

/** Errors of the web platform's files as they are kept, by file: the rules and how often. */
export const webPlatformErrors = {
  "captured-mouse-events.idl": { rules: { "duplicate-member": 1 }, reason: twice },
  "captured-mouse-events.tentative.idl": { rules: { "duplicate-definition": 2 }, reason: twice },
  "css-layout-api.idl": { rules: { "default-value-type": 1 }, reason: "`null` for a dictionary, whose empty value is `{}`" },
  "css-typed-om.idl": { rules: { "union-distinguishability": 1 }, reason: "a union of an interface and the one it inherits from" },
  "cssom.idl": { rules: { "default-value-type": 1 }, reason: "`null` for a type that is not nullable" },
  "dom.idl": { rules: { "duplicate-member": 2 }, reason: twice },
  "mediacapture-surface-control.idl": { rules: { "overload-distinguishability": 1 }, reason: "a constructor in a partial interface, beside the interface's own" },
  "observable.tentative.idl": { rules: { "duplicate-definition": 6 }, reason: twice },
  "parakeet.tentative.idl": { rules: { "unknown-name": 2 }, reason: "names that no file of the set defines" },
  "push-api.idl": { rules: { "default-value-type": 2 }, reason: "`null` for types that are not nullable" },
  "scoped-custom-elements-registry.idl": {
    rules: { "cross-overload": 1, "duplicate-definition": 1, "duplicate-dictionary-member": 2, "duplicate-member": 2, "overload-distinguishability": 2 },
    reason: twice,
  },
  "screen-capture.idl": { rules: { "duplicate-definition": 2 }, reason: twice },
  "virtual-keyboard.tentative.idl": { rules: { "duplicate-definition": 1, "duplicate-member": 1 }, reason: twice },
};
