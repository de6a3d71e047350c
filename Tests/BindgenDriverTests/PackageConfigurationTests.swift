import BindgenDriver
import BindgenIDL
import Testing

@Suite struct PackageConfigurationTests {
    private func read(_ text: String) -> (PackageConfiguration.Manifest, [String]) {
        let (configuration, diagnostics) = PackageConfiguration.read(SourceFile(path: "bindgen.json", text: text))
        return (
            configuration.manifest,
            diagnostics.map { "\($0.range.start.line):\($0.range.start.column): \($0.message)" }
        )
    }

    @Test("every member of the manifest is read")
    func everything() {
        let (manifest, faults) = read(
            #"""
            {
              "name": "@acme/image-filter", "version": "1.2.3-beta.1+5", "description": "Filters \"images\" \u00e9 \ud83d\ude00",
              "keywords": ["image", "wasm"], "license": "(MIT OR Apache-2.0) AND CC-BY-4.0",
              "author": {"name": "Ada", "email": "ada@example.com", "url": "https://example.com"},
              "repository": "https://github.com/acme/image-filter",
              "homepage": "https://example.com/", "bugs": {"url": "https://example.com/bugs"}
            }
            """#)
        #expect(faults == [])
        #expect(manifest.name == "@acme/image-filter")
        #expect(manifest.version == "1.2.3-beta.1+5")
        #expect(manifest.description == "Filters \"images\" é 😀")
        #expect(manifest.keywords == ["image", "wasm"])
        #expect(manifest.license == "(MIT OR Apache-2.0) AND CC-BY-4.0")
        #expect(manifest.author?.text() == #"{"name":"Ada","email":"ada@example.com","url":"https://example.com"}"#)
        #expect(manifest.repository?.text() == #"{"type":"git","url":"git+https://github.com/acme/image-filter.git"}"#)
        #expect(manifest.homepage == "https://example.com/")
        #expect(manifest.bugs?.text() == #"{"url":"https://example.com/bugs"}"#)
    }

    @Test("a product has what is said outside, and what its section says in its place")
    func products() {
        let (configuration, diagnostics) = PackageConfiguration.read(
            SourceFile(
                path: "bindgen.json",
                text: #"""
                    {"version": "1.2.3", "license": "MIT", "files": ["a"], "budget": {"wasm": "9 kB"},
                     "products": {"One": {"name": "@acme/one", "files": ["b", "c"]}, "Two": {"version": "2.0.0", "budget": {"js": "1 kB"}}}}
                    """#))
        #expect(diagnostics.isEmpty)
        let (one, two) = (configuration.product("One"), configuration.product("Two"))
        #expect(one.manifest.name == "@acme/one" && one.manifest.version == "1.2.3" && one.manifest.license == "MIT")
        #expect(one.files.files.map(\.text) == ["b", "c"] && one.budget.limits.map(\.bytes) == [9000])
        #expect(two.manifest.name == nil && two.manifest.version == "2.0.0" && two.files.files.map(\.text) == ["a"])
        #expect(two.budget.limits.map(\.bytes) == [1000] && configuration.product("Three").manifest.version == "1.2.3")
    }

    @Test("an empty object says nothing, and neither does a missing file")
    func nothing() throws {
        let (manifest, faults) = read("\u{FEFF} {} \n")
        #expect(faults == [] && manifest.name == nil && manifest.version == nil)
        let folder = try TemporaryFolder()
        #expect(PackageConfiguration.read(folder.path + "/bindgen.json").diagnostics.isEmpty)
    }

    @Test(
        "what is wrong is said with its place and what to write",
        arguments: [
            (#"{ "nmae": "x" }"#, "1:3: bindgen.json has no key `nmae`; did you mean `name`?"),
            (
                #"{ "zzz": 1 }"#,
                "1:3: bindgen.json has no key `zzz`; it may have `name`, `version`, `description`, `keywords`, `license`, "
                    + "`author`, `repository`, `homepage`, `bugs`, `dependencies`, `peerDependencies`, `readme`, `budget`, "
                    + "`features`, `suspendableStack`, `onFatal`, `worker`, `variants`, `files`, `scripts`, `exports`, `products`"
            ),
            ("{\n  \"author\": { \"mail\": \"x\" }\n}", "2:15: `author` has no key `mail`; did you mean `email`?"),
            (#"{ "products": {"A": {"nmae": "x"}} }"#, "1:22: `products.A` has no key `nmae`; did you mean `name`?"),
            (#"{ "products": {"A": 1} }"#, "1:21: `products.A` must be an object, not a number"),
            (
                #"{ "files": ["/etc/x"] }"#,
                "1:13: `/etc/x` in `files` must be a path below the folder of bindgen.json, such as `docs/npm.md`"
            ),
            (
                #"{ "exports": {"./*": "x.js"} }"#,
                "1:15: `./*` in `exports` must be a subpath that begins with `./` and names one file, such as `./worker`"
            ),
            (#"{ "version": 1.0 }"#, "1:14: `version` must be a string, not a number"),
            (
                #"{ "keywords": "a, b" }"#,
                "1:15: `keywords` must be an array of strings, such as [\"image\", \"wasm\"], not a string"
            ),
            (#"{ "author": { "name": ["x"] } }"#, "1:23: `author.name` must be a string, not an array"),
            (#"{ "bugs": true }"#, "1:11: `bugs` must be a string or an object, not `true`"),
            (#"{ "description": "" }"#, "1:18: `description` must not be empty; leave it out instead"),
            (#"{ "homepage": "example.com" }"#, "1:15: `homepage` must be a URL that starts with https://"),
            (
                #"{ "readme": "../x.md" }"#,
                "1:13: `readme` must be a path below the folder of bindgen.json, such as `docs/npm.md`"
            ),
            (#"{ "dependencies": { "zod": 4 } }"#, "1:28: `dependencies.zod` must be a string, not a number"),
            (#"{ "dependencies": { "Zod": "4" } }"#, "1:21: `Zod` in `dependencies` must be lower-case: `zod`"),
            (
                #"{ "peerDependencies": ["zod"] }"#,
                "1:23: `peerDependencies` must be an object of ranges of versions by the package's name, such as "
                    + "{\"zod\": \"^4.0.0\"}, not an array"
            ),
            (#"{ "version": "v1.0.0" }"#, "1:14: `version` must be a version such as `1.0.0` or `1.0.0-beta.1`, without the `v`"),
            (#"{ "version": "1.0" }"#, "1:14: `version` must be a version such as `1.0.0` or `1.0.0-beta.1`"),
            (#"{ "version": "01.0.0" }"#, "1:14: `version` must be a version such as `1.0.0` or `1.0.0-beta.1`"),
            (#"{ "version": "1.0.0-01" }"#, "1:14: `version` must be a version such as `1.0.0` or `1.0.0-beta.1`"),
            ("[]", "1:1: the file must hold an object, such as {\"version\": \"1.0.0\"}, not an array"),
            (
                "",
                "1:1: the file ends where a value (a string, a number, `true`, `false`, `null`, an array or an object) is expected"
            ),
            ("{\n  // name\n}", "2:3: JSON has no comments; a key in double quotes is expected here"),
            ("{ \"name\": \"x\", }", "1:16: no comma stands after the last member"),
            ("{ \"keywords\": [\"x\",] }", "1:20: no comma stands after the last element"),
            ("{ 'name': 'x' }", "1:3: strings stand in double quotes; a key in double quotes is expected here"),
            ("{ \"name\" \"x\" }", "1:10: a colon is expected here"),
            ("{ \"name\": \"x\" \"version\": 1 }", "1:15: a comma or `}` is expected here"),
            ("{ \"name\": \"x\", \"name\": \"y\" }", "1:16: `name` is there twice"),
            ("{ \"name\": \"x", "1:11: this string does not end"),
            ("{ \"name\": \"\\x\" }", "1:12: this is no escape of JSON; a backslash itself is `\\\\`"),
            ("{ \"name\": \"\\ud800\" }", "1:12: half of a surrogate pair is no character"),
            ("{} {}", "1:4: the end of the file is expected here"),
        ])
    func faults(text: String, fault: String) {
        #expect(read(text).1 == [fault])
    }

    @Test("broken UTF-8 and deep nesting are faults and no traps")
    func hostile() {
        func fault(_ bytes: [UInt8]) -> String? {
            PackageConfiguration.read(SourceFile(path: "bindgen.json", bytes: bytes)).diagnostics.first?.message
        }
        #expect(fault([0x7B, 0xFF]) == "this is not UTF-8; save the file as UTF-8")
        #expect(fault(Array(repeating: UInt8(ascii: "["), count: 100_000)) == "this is nested too deeply")
        let text = Array(#"{ "author": { "name": "A\u00e9\ud83d\ude00" }, "keywords": ["a", "b"], "n": [-1.5e3, null] }"#.utf8)
        for end in text.indices { #expect(fault(Array(text[..<end])) != nil) }
    }

    @Test(
        "names that npm refuses",
        arguments: [
            ("Image", "must be lower-case: `image`"), (".image", "must not have a part that begins with `.`"),
            ("_image", "must not have a part that begins with `_`"),
            ("a b", "may hold lower-case letters, digits, `-`, `_` and `.` only"),
            ("größe", "may hold lower-case letters, digits, `-`, `_` and `.` only"),
            ("a~b", "may hold lower-case letters, digits, `-`, `_` and `.` only"),
            ("a/b", "must not hold a slash; a name in a scope is `@scope/name`"),
            ("@acme", "is a scope without a name; write `@scope/name`"),
            ("@acme/", "is a scope without a name; write `@scope/name`"),
            ("@/x", "is a scope without a name; write `@scope/name`"),
            ("node_modules", "must not be `node_modules`, which npm keeps for itself"),
            (
                "stream",
                "must not be the name of a module of Node, which `import \"stream\"` would give; take another, or put it in a "
                    + "scope: `@scope/stream`"
            ),
            (String(repeating: "a", count: 215), "must have at most 214 characters"),
        ])
    func names(name: String, fault: String) {
        #expect(read("{ \"name\": \"\(name)\" }").1 == ["1:11: `name` \(fault)"])
    }

    @Test("names that npm takes", arguments: ["image", "image-filter", "a.b_c", "1a", "@acme/stream", "@acme/x.y", "x-"])
    func goodNames(name: String) {
        #expect(read("{ \"name\": \"\(name)\" }").1 == [])
    }

    @Test(
        "licenses are SPDX expressions",
        arguments: ["Apache 2.0", "MIT OR", "(MIT", "MIT)", "AND MIT", "see LICENSE", "MIT, ISC"])
    func licenses(license: String) {
        #expect(read("{ \"license\": \"\(license)\" }").1.count == 1)
        for good in ["MIT", "GPL-2.0-or-later WITH Classpath-exception-2.0", "SEE LICENSE IN terms.txt", "UNLICENSED"] {
            #expect(read("{ \"license\": \"\(good)\" }").1 == [])
        }
    }

    @Test("the license file is found and recognised; what its text alone does not name is referred to")
    func licenseFile() throws {
        let folder = try TemporaryFolder()
        #expect(try LicenseFile.find(in: folder.path) == nil)
        let apache = "   Apache License\n  Version 2.0, January 2004\n"
        try folder.write("LICENSE.md", apache)
        #expect(try LicenseFile.find(in: folder.path)?.expression == "Apache-2.0")
        let bsd =
            "Redistribution and use in source and binary forms\r\n2. Redistributions in binary form must reproduce the\nabove copyright"
        for (text, expression) in [
            (bsd, "BSD-2-Clause"), (bsd + "Neither the name of", "BSD-3-Clause"),
            (bsd + "Neither the name of ... All advertising materials", "SEE LICENSE IN LICENSE"),
            (apache + bsd, "SEE LICENSE IN LICENSE"),
            ("GNU GENERAL PUBLIC LICENSE\nVersion 3", "SEE LICENSE IN LICENSE"), ("", "SEE LICENSE IN LICENSE"),
        ] {
            try folder.write("LICENSE", text)
            let file = try LicenseFile.find(in: folder.path)
            #expect(file?.name == "LICENSE" && file?.contents == Array(text.utf8))
            #expect(file?.expression == expression)
        }
        try folder.write("terms.txt", "Ask first.")
        #expect(try LicenseFile.find(in: folder.path, license: "SEE LICENSE IN terms.txt")?.contents == Array("Ask first.".utf8))
        for missing in ["SEE LICENSE IN other.txt", "SEE LICENSE IN ../terms.txt"] {
            #expect(throws: BuildError.self) { try LicenseFile.find(in: folder.path, license: missing) }
        }
    }

    @Test("what a package would lack on npm is a remark")
    func remarks() {
        func remarks(_ text: String, _ moduleName: String, _ modules: [String] = []) -> [String] {
            PackageConfiguration.read(SourceFile(path: "bindgen.json", text: text)).configuration
                .remarks(moduleName: moduleName, imports: modules.map { ($0, nil) })
        }
        let modules = ["./a.js", "zod", "zod/mini", "@acme/x/y.js", "node:fs", "fs", "https://example.com/a.js", "peer", "#own"]
        #expect(remarks(#"{ "name": "@acme/stream" }"#, "Stream") == [])
        #expect(remarks("{}", "Stream").first?.hasPrefix("the name of the npm package, `stream`, must not be") == true)
        let lacking = remarks("{}", "Words", modules).map { String($0.prefix { $0 != "]" }) }
        #expect(lacking == ["[Import=\"zod\"", "[Import=\"@acme/x\"", "[Import=\"peer\""])
        let stated = #"{ "dependencies": { "zod": "^4.0.0", "@acme/x": "1" }, "peerDependencies": { "peer": "*" } }"#
        #expect(remarks(stated, "Words", modules) == [])
    }
}
