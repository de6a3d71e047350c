import BindgenWasm

/// What a build is about to write, measured: against the last build, and against the budget.
struct SizeCheck {
    var finished: ModuleFinishing.Outcome
    /// The module and the JavaScript that a page loads by default.
    var wasm: OutputFile
    var scripts: [OutputFile]
    var scratchFolder: String
    var product: String
    var goal: WasmOptimizer.Goal
    /// Whether names or DWARF are in the module.
    var keepsDebugInfo: Bool

    /// The figures of this build, which are kept for the next one.
    /// - Parameter compressions: in which forms to measure; those whose tool is missing are left out.
    func report(_ compressions: [Compression]) throws(BuildError) -> SizeReport {
        var figures = SizeFigures(finished.module, named: finished.named)
        for compression in compressions where compression.isInstalled {
            figures.compressed[compression.rawValue] = try compression.compress(wasm, scratchFolder: scratchFolder).count
        }
        let before = try SizeHistory.record(figures, in: scratchFolder, product: product)
        return SizeReport(
            finished.module, named: finished.named, title: wasm.path, figures: figures, before: before)
    }

    /// Fails where something is larger than it may be.
    /// - Parameter tellsAll: whether the whole report stands in the error.
    func hold(to budget: SizeBudget, _ report: SizeReport, tellsAll: Bool) throws(BuildError) {
        var excesses: [String] = []
        var isModuleTooLarge = false
        for limit in budget.limits {
            let bytes = try size(of: limit)
            if bytes <= limit.bytes { continue }
            isModuleTooLarge = isModuleTooLarge || limit.subject == .wasm
            excesses.append(sentence(limit, bytes))
        }
        if excesses.isEmpty { return }
        var details: [String] = []
        if tellsAll {
            details = [report.text, ""]
        } else if isModuleTooLarge {
            details = ["The largest functions:"] + report.largest(10).map { "  " + $0 } + [""]
        }
        details.append(advice(isModuleTooLarge))
        throw BuildError(
            "the budget of bindgen.json is exceeded; nothing was written\n" + excesses.joined(separator: "\n"),
            details: details.joined(separator: "\n"))
    }

    private func files(_ subject: SizeBudget.Subject) -> [OutputFile] {
        switch subject {
        case .wasm: [wasm]
        case .js: scripts
        }
    }

    private func size(of limit: SizeBudget.Limit) throws(BuildError) -> Int {
        var sum = 0
        for file in files(limit.subject) {
            guard let compression = limit.form.compression else {
                sum += file.contents.count
                continue
            }
            do {
                sum += try compression.compress(file, scratchFolder: scratchFolder).count
            } catch {
                throw BuildError("`\(key(limit))` of bindgen.json cannot be checked: \(error.message)", details: error.details)
            }
        }
        return sum
    }

    private func key(_ limit: SizeBudget.Limit) -> String { "budget.\(limit.subject.rawValue).\(limit.form.rawValue)" }

    private func sentence(_ limit: SizeBudget.Limit, _ bytes: Int) -> String {
        let names = files(limit.subject).map(\.path).joined(separator: " + ")
        let form = limit.form.compression.map { " after \($0.rawValue)" } ?? ""
        return "  \(names): \(FileSize.format(bytes)) B\(form), \(FileSize.format(bytes - limit.bytes)) B more than "
            + "`\(key(limit))` allows (\(FileSize.format(limit.bytes)) B)"
    }

    private func advice(_ isModuleTooLarge: Bool) -> String {
        var advice: [String] = []
        if isModuleTooLarge {
            if WasmOptimizer.find() == nil { advice.append("install binaryen, whose wasm-opt makes modules smaller") }
            if goal == .speed { advice.append("build with --optimize size") }
            if keepsDebugInfo { advice.append("build with --debug-info none") }
            advice.append("see with --report which function keeps which")
        }
        advice.append("raise the budget")
        return "What helps: " + advice.joined(separator: "; ") + "."
    }
}
