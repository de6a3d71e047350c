/// How large what a page loads may be: the `budget` of bindgen.json, which a release build keeps or fails.
package struct SizeBudget: Equatable, Sendable {
    /// Which files a limit is for.
    package enum Subject: String, CaseIterable, Sendable {
        /// The published module.
        case wasm
        /// The JavaScript that a page loads with it, all files together.
        case js
    }

    /// In which form the bytes are counted.
    package enum Form: String, CaseIterable, Sendable {
        case raw, gzip, brotli

        var compression: Compression? { Compression(rawValue: rawValue) }
    }

    package struct Limit: Equatable, Sendable {
        package var subject: Subject
        package var form: Form
        package var bytes: Int
    }

    package var limits: [Limit] = []

    package init() {}

    /// `"wasm": "60 kB"` limits the file as it is; `"wasm": { "gzip": "25 kB" }` what is sent of it.
    init(_ section: inout ConfigurationSection) {
        for subject in Subject.allCases {
            let limits = section.stringOrSection(
                subject.rawValue, fault: Self.fault,
                short: { [Limit(subject: subject, form: .raw, bytes: Self.bytes($0) ?? 0)] },
                long: { section in
                    Form.allCases.compactMap { form in
                        section.string(form.rawValue, fault: Self.fault).map {
                            Limit(subject: subject, form: form, bytes: Self.bytes($0) ?? 0)
                        }
                    }
                })
            self.limits += limits ?? []
        }
    }

    private static let units = ["B": 1, "kB": 1000, "KiB": 1024, "MB": 1_000_000, "MiB": 1024 * 1024]

    static func fault(_ text: String) -> String? {
        bytes(text) == nil ? "must be a size such as \"60 kB\", \"1.5 MB\" or \"4096 B\", not \"\(text)\"" : nil
    }

    /// The bytes of a size with its unit; nil where the text is none.
    package static func bytes(_ text: String) -> Int? {
        let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let unit = text.dropFirst(number.count).drop { $0 == " " }
        guard let factor = units[String(unit)], let value = Double(number), value > 0, value < 1e9 else { return nil }
        return Int((value * Double(factor)).rounded(.down))
    }
}
