/// The `license` of package.json: an SPDX expression, or one of npm's two other forms.
enum LicenseExpression {
    /// What is wrong with an expression and what to write, or nil (SPDX 2.3, annex D; ids are not looked up).
    static func fault(in text: String) -> String? {
        if text == "UNLICENSED" || text.hasPrefix("SEE LICENSE IN ") { return nil }
        let fault =
            "must be an SPDX expression such as `MIT`, `Apache-2.0` or `MIT OR Apache-2.0`, `SEE LICENSE IN FILE`, or `UNLICENSED`"
        var expectsId = true
        var depth = 0
        let words = text.replacing("(", with: " ( ").replacing(")", with: " ) ").split(separator: " ")
        for word in words {
            switch word {
            case "(":
                guard expectsId else { return fault }
                depth += 1
            case ")":
                guard !expectsId, depth > 0 else { return fault }
                depth -= 1
            case "AND", "OR", "WITH":
                if expectsId { return fault }
                expectsId = true
            default:
                guard expectsId, isId(word) else { return fault }
                expectsId = false
            }
        }
        return expectsId || depth != 0 ? fault : nil
    }

    private static func isId(_ word: Substring) -> Bool {
        word.unicodeScalars.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "-.+:".unicodeScalars.contains($0))
        }
    }
}

/// The license file at the root of the user's package, which goes into the npm package as it is.
package struct LicenseFile {
    package var name: String
    package var contents: [UInt8]

    private static let reference = "SEE LICENSE IN "
    private static let names = ["LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "LICENCE.md", "LICENCE.txt"]

    /// The file that the license names (`SEE LICENSE IN terms.txt`), else the first of the usual names that is there.
    package static func find(in folder: String, license: String? = nil) throws(BuildError) -> LicenseFile? {
        if let license, license.hasPrefix(reference) {
            let name = String(license.dropFirst(reference.count))
            if !name.contains("/"), let contents = FileSystem.read("\(folder)/\(name)") {
                return LicenseFile(name: name, contents: contents)
            }
            throw BuildError("bindgen.json: `license` names `\(name)`, but there is no such file beside Package.swift")
        }
        for name in names where !FileSystem.isFolder("\(folder)/\(name)") {
            if let contents = FileSystem.read("\(folder)/\(name)") { return LicenseFile(name: name, contents: contents) }
        }
        return nil
    }

    /// What package.json says where the user does not: the SPDX id of a text that is known, else npm's reference to the file.
    package var expression: String { spdxId ?? Self.reference + name }

    private struct Known {
        var id: String
        /// Sentences that the license has, in lower case with single spaces.
        var sentences: [String]
        /// What only its relatives have.
        var absent: [String] = []
    }

    /// Licenses that their text alone names. Not those of GNU: "only" or "or later" is said elsewhere.
    private static let known = [
        Known(id: "Apache-2.0", sentences: ["apache license version 2.0, january 2004"]),
        Known(id: "MPL-2.0", sentences: ["mozilla public license version 2.0"]),
        Known(
            id: "MIT",
            sentences: [
                "permission is hereby granted, free of charge, to any person obtaining a copy of this software",
                "the above copyright notice and this permission notice shall be included in all",
            ], absent: ["for good, not evil"]),
        Known(
            id: "BSD-3-Clause", sentences: ["redistribution and use in source and binary forms", "neither the name of"],
            absent: ["all advertising materials"]),
        Known(
            id: "BSD-2-Clause",
            sentences: [
                "redistribution and use in source and binary forms",
                "redistributions in binary form must reproduce the above copyright",
            ], absent: ["neither the name of", "all advertising materials"]),
        Known(
            id: "ISC",
            sentences: [
                "permission to use, copy, modify, and/or distribute this software for any purpose", "provided that the above",
            ]),
        Known(
            id: "0BSD", sentences: ["permission to use, copy, modify, and/or distribute this software for any purpose"],
            absent: ["provided that the above"]),
        Known(id: "Unlicense", sentences: ["this is free and unencumbered software released into the public domain"]),
    ]

    /// The one license whose text this is; a file that holds several names none.
    private var spdxId: String? {
        let text = String(decoding: contents.prefix(100_000), as: UTF8.self)
        let words = text.lowercased().split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
        let found = Self.known.filter { $0.sentences.allSatisfy(words.contains) && !$0.absent.contains(where: words.contains) }
        return found.count == 1 ? found[0].id : nil
    }
}
