import BindgenABI

/// What a module with promises tells of them.
extension TypeScriptEmitter {
    /// What a function that JavaScript gives may return: a promise or its value. Of one that Swift gives a promise comes.
    func result(of callback: CallbackPlan) -> Crossing {
        callback.isPromised ? callback.exportResult.crossing : callback.importResult.crossing
    }

    mutating func emitPending() {
        guard plan.support.usesPromises else { return }
        out.print(
            """

            /** The promises that wait: those that Swift has not settled yet, and those of JavaScript's for which Swift waits. */
            export declare function pending(): { name: string; settledBy: "Swift" | "JavaScript"; since: Date }[];
            """)
        guard plan.support.suspends else { return }
        out.print(
            """

            /** What this engine has of that which members need: without `jspi`, those that wait in place reject. */
            export declare const supports: { readonly jspi: boolean };
            """)
    }
}
