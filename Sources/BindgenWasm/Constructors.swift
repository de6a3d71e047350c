extension WasmModule {
    /// The export by which a host sets up the module before it calls anything else (WASI's reactors).
    package static let initializer = "_initialize"

    /// Whether there is such an export and it calls nothing but empty functions: no constructor has to run.
    package var initializesNothing: Bool {
        guard let export = exports.first(where: { $0.kind == .function && $0.name == Self.initializer }) else { return false }
        let imported = importedFunctions.count
        guard functions.indices.contains(export.index - imported) else { return false }
        guard let callees = try? CodeScan.callees(of: functions[export.index - imported], in: bytes) else { return false }
        return callees.allSatisfy { callee in
            // No locals, and the end.
            functions.indices.contains(callee - imported) && functions[callee - imported].body.count == 2
        }
    }
}
