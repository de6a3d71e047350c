import BindgenIDL

/// What is wrong with a configuration file, collected while it is read.
package final class ConfigurationReport {
    let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []

    init(file: SourceFile) {
        self.file = file
    }

    func error(_ message: String, at offsets: Range<Int>) {
        diagnostics.append(
            Diagnostic(.error, rule: "configuration", message, at: SourceRange(file: file, offsets: offsets)))
    }
}

/// One object of the configuration file, read key by key.
///
/// What is asked for is what may be there: `finish` reports every other key, with the nearest one that was asked for.
package struct ConfigurationSection {
    let path: String
    private let members: [JSONSyntax.Member]
    let report: ConfigurationReport
    private var known: [String] = []

    init(path: String, members: [JSONSyntax.Member], report: ConfigurationReport) {
        self.path = path
        self.members = members
        self.report = report
    }

    /// A value that `read` takes, or nil where it is absent or wrong.
    /// - Parameters:
    ///   - expected: what to write, such as `a string`; it follows "must be".
    ///   - read: nil where the value is of another kind.
    mutating func value<T>(_ key: String, expected: String, _ read: (JSONSyntax) -> T?) -> T? {
        known.append(key)
        guard let member = members.first(where: { $0.key == key }) else { return nil }
        if let value = read(member.value) { return value }
        report.error("`\(path)\(key)` must be \(expected), not \(member.value.kind)", at: member.value.offsets)
        return nil
    }

    /// A string that is not empty. `fault` says what is wrong with its text and what to write, or nil.
    mutating func string(_ key: String, fault: (String) -> String? = { _ in nil }) -> String? {
        let (path, report) = (path, report)
        return value(key, expected: "a string") { syntax -> String?? in
            guard case .string(let text) = syntax.value else { return nil }
            let fault = text.isEmpty ? "must not be empty; leave it out instead" : fault(text)
            guard let fault else { return .some(text) }
            report.error("`\(path)\(key)` \(fault)", at: syntax.offsets)
            return .some(nil)
        } ?? nil
    }

    mutating func boolean(_ key: String) -> Bool? {
        value(key, expected: "true or false") { if case .boolean(let value) = $0.value { value } else { nil } }
    }

    /// A boolean, or an object in its long form.
    mutating func booleanOrSection<T>(
        _ key: String, example: String, short: (Bool) -> T, long: (inout ConfigurationSection) -> T
    ) -> T? {
        if let member = members.first(where: { $0.key == key }), case .object = member.value.value { return section(key, long) }
        return value(key, expected: "true, false or an object such as \(example)") { syntax in
            if case .boolean(let value) = syntax.value { short(value) } else { nil }
        }
    }

    /// An array of strings, none of them empty.
    /// - Parameter fault: says what is wrong with one of them; the sentence follows it.
    mutating func strings(_ key: String, fault: (String) -> String? = { _ in nil }) -> [String]? {
        let (path, report) = (path, report)
        return value(key, expected: "an array of strings, such as [\"image\", \"wasm\"]") { syntax in
            guard case .array(let elements) = syntax.value else { return nil }
            var texts: [String] = []
            for element in elements {
                guard case .string(let text) = element.value, !text.isEmpty else { return nil }
                texts.append(text)
                if let fault = fault(text) { report.error("`\(text)` in `\(path)\(key)` \(fault)", at: element.offsets) }
            }
            return texts
        }
    }

    /// The strings of an object whose keys are the user's, such as names of packages, in their order.
    /// - Parameter fault: says what is wrong with a key; the sentence follows it.
    mutating func texts(_ key: String, expected: String, fault: (String) -> String?) -> [(key: String, text: String)]? {
        let (path, report) = (path, report)
        return value(key, expected: expected) { syntax in
            guard case .object(let members) = syntax.value else { return nil }
            var texts: [(key: String, text: String)] = []
            for member in members {
                if let fault = fault(member.key) {
                    report.error("`\(member.key)` in `\(path)\(key)` \(fault)", at: member.keyOffsets)
                } else if case .string(let text) = member.value.value, !text.isEmpty {
                    texts.append((member.key, text))
                } else {
                    report.error(
                        "`\(path)\(key).\(member.key)` must be a string, not \(member.value.kind)", at: member.value.offsets)
                }
            }
            return texts
        }
    }

    /// The object under a key; nil where there is none.
    mutating func section<T>(_ key: String, _ read: (inout ConfigurationSection) -> T) -> T? {
        let (path, report) = (path, report)
        return value(key, expected: "an object") { syntax in
            guard case .object(let members) = syntax.value else { return nil }
            var section = ConfigurationSection(path: "\(path)\(key).", members: members, report: report)
            let value = read(&section)
            section.finish()
            return value
        }
    }

    /// A string, or an object in its long form. `fault` is as for `string`.
    mutating func stringOrSection<T>(
        _ key: String, fault: (String) -> String? = { _ in nil }, short: (String) -> T,
        long: (inout ConfigurationSection) -> T
    ) -> T? {
        if let member = members.first(where: { $0.key == key }), case .object = member.value.value { return section(key, long) }
        let (path, report) = (path, report)
        return value(key, expected: "a string or an object") { syntax -> T?? in
            guard case .string(let text) = syntax.value, !text.isEmpty else { return nil }
            guard let fault = fault(text) else { return .some(short(text)) }
            report.error("`\(path)\(key)` \(fault)", at: syntax.offsets)
            return .some(nil)
        } ?? nil
    }

    /// The objects of an object whose keys are the user's, each read as a section.
    mutating func sections<T>(
        _ key: String, expected: String, _ read: (inout ConfigurationSection) -> T
    ) -> [(key: String, range: SourceRange, value: T)]? {
        let (path, report) = (path, report)
        return value(key, expected: expected) { syntax in
            guard case .object(let members) = syntax.value else { return nil }
            return members.compactMap { member in
                guard case .object(let inner) = member.value.value else {
                    report.error(
                        "`\(path)\(key).\(member.key)` must be an object, not \(member.value.kind)", at: member.value.offsets)
                    return nil
                }
                var section = ConfigurationSection(path: "\(path)\(key).\(member.key).", members: inner, report: report)
                let value = read(&section)
                section.finish()
                return (member.key, SourceRange(file: report.file, offsets: member.keyOffsets), value)
            }
        }
    }

    /// Reports the keys that nobody asked for.
    func finish() {
        for member in members where !known.contains(member.key) {
            let advice =
                NearestName.find(member.key, in: known).map { "did you mean `\($0)`?" }
                ?? "it may have \(known.map { "`\($0)`" }.joined(separator: ", "))"
            let place = path.isEmpty ? "bindgen.json has no key" : "`\(path.dropLast())` has no key"
            report.error("\(place) `\(member.key)`; \(advice)", at: member.keyOffsets)
        }
    }
}
