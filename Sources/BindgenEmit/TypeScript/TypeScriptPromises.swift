import BindgenABI

/// What a module with promises tells of them.
extension TypeScriptEmitter {
    mutating func emitPending() {
        guard plan.support.usesPromises else { return }
        out.print(
            """

            /** The promises that wait: those that Swift has not settled yet, and those of JavaScript's for which Swift waits. */
            export declare function pending(): { name: string; settledBy: "Swift" | "JavaScript"; since: Date }[];
            """)
    }
}
