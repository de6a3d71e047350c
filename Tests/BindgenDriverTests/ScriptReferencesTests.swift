@testable import BindgenDriver
import Testing

@Suite("what an ES module imports and exports")
struct ScriptReferencesTests {
    private func imports(_ text: String) -> [String] {
        let script = ScriptReferences(Array(text.utf8))
        #expect(script.faultOffset == nil, "\(text)")
        return script.references.map(\.specifier)
    }

    @Test("every form of import is seen")
    func forms() {
        #expect(imports("import \"./a.mjs\"; import b from './b'; import * as c from \"./c\"") == ["./a.mjs", "./b", "./c"])
        #expect(
            imports("import d, { e as f, \"g h\" as i, default as j } from './k'\nimport l, * as m from\n'./n'") == [
                "./k", "./n",
            ])
        #expect(
            imports("export * from './a'; export * as b from './c'; export { d, e as \"f\" } from './g'; export {}") == [
                "./a", "./c", "./g",
            ])
        #expect(imports("import o from './o.json' with { type: 'json' }; import defer * as p from './p'") == ["./o.json", "./p"])
        #expect(
            imports("await import('./a'); (() => import(`./b`))(); import('./c', { with: {} }); import( /* x */ './d' )") == [
                "./a", "./b", "./c", "./d",
            ])
        #expect(imports("new URL('./a.bin', import.meta.url); new URL('./b', base); new URL(import.meta.url)") == ["./a.bin"])
        #expect(imports("import/**/{a}/*'*/from/**/'./a'//\nimport\u{A0}b\u{2028}from'./b'\u{FEFF}") == ["./a", "./b"])
        #expect(imports("#!/usr/bin/env node it's\nimport '\\x2e/\\u0061\\u{62}\\\nc'") == ["./abc"])
    }

    @Test("comments, strings, templates, regular expressions and names hide nothing and add nothing")
    func disguises() {
        let nothing = [
            "// import './a'", "/* import './a' */", "'import \"./a\"'", "`import './a'`",
            "`${`import './a'`} ${'}'} import './b'`",
            "/import '.\\/a'/", "x = /[/'\"`]/g; y = /import '/", "a.import('./a')", "({ import: './a' })", "import.meta.url",
            "if (a) /'/.test(b)", "while (a) /`/.test(b)", "for await (const a of b) /\"/.test(a)", "return /'/", "a => /'/",
            "{} /'/.test(b)", "function f() {} /'/.test(b)", "[/'/, /\"/]", "f(/'/)", "a = b ? /'/ : /\"/", "typeof /'/", "!/'/",
            "`${/'/}`", "class A { import(x) {} }", "'\\'import \"./a\"'",
        ]
        for text in nothing { #expect(imports(text) == [], "\(text)") }
    }

    @Test("a slash that divides is no regular expression")
    func division() {
        for text in [
            "a / b; import './x' // /", "a++ / 2; import './x' // /", "f() / 2; import './x' // /", "[1] / 2; import './x' // /",
            "1 / 2; import './x' // /", "'a' / 2; import './x' // /", "({}) / 2; import './x' // /",
            "`${a}` / 2; import './x' // /",
            "x = {} / 2; import './x' // /", "a.in / 2; import './x' // /", "0x1e+1 / 2; 1e+1 / 2; .5 / 2; import './x' // /",
            "this / 2; import './x' // /", "/a/ / 2; import './x' // /", "`${{ a: `}` }.a / 2}`; import './x'",
        ] { #expect(imports(text) == ["./x"], "\(text)") }
    }

    @Test("a computed import is told, a method of that name is not")
    func computed() {
        func count(_ text: String) -> Int { ScriptReferences(Array(text.utf8)).computed.count }
        #expect(count("import('./' + name); import(name); import(`./${name}.js`); import(f(x))") == 4)
        #expect(count("class A { import(x) { } } ({ import(y) { } }); a.import(z); import('./a')") == 0)
    }

    @Test("what cannot be read is told, and nothing traps")
    func faults() {
        for text in [
            "'", "`${", "/* ", "/a\n", "(", "}", "'a\nb'", "\\", "`", "${`${", "import(", "import {", "export {", "new URL(",
        ] {
            _ = ScriptReferences(Array(text.utf8))
        }
        #expect(ScriptReferences(Array("import './a'; 'x\n".utf8)).faultOffset == 14)
        #expect(ScriptReferences(Array("import './a'; 'x\n".utf8)).references.map(\.specifier) == ["./a"])
        var state: UInt64 = 1
        let alphabet = Array("import export from{}()[]'\"`$/\\*.,;: \nab#0".utf8)
        for _ in 0..<3000 {
            var bytes: [UInt8] = []
            for _ in 0..<24 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(alphabet[Int(state >> 33) % alphabet.count])
            }
            _ = ScriptReferences(bytes)
        }
    }

    @Test("the names that a module exports")
    func exports() {
        func names(_ text: String) -> Set<String> { ScriptReferences(Array(text.utf8)).exports }
        #expect(names("export const a = 1; export let b; export class C {}").isSuperset(of: ["a", "b", "C"]))
        #expect(names("export async function* d() {} export function e() {}").isSuperset(of: ["d", "e"]))
        #expect(
            names("const x = 1; export { x as y, x as \"z z\" }; export { default as w } from './w'; export * as v from './v'")
                == ["y", "z z", "w", "v"])
        #expect(names("export const { f, g: [h] } = i, j = 2;").isSuperset(of: ["f", "h", "j"]))
        #expect(ScriptReferences(Array("export * from './a'".utf8)).exportsOthers)
        #expect(names("export default function () {}") == ["default"])
    }
}
