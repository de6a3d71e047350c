import BindgenDriver
import BindgenIDL
import Testing

@Suite struct SizeBudgetTests {
    private func read(_ text: String) -> (SizeBudget, [String]) {
        let (configuration, diagnostics) = PackageConfiguration.read(SourceFile(path: "bindgen.json", text: text))
        return (
            configuration.budget,
            diagnostics.map { "\($0.range.start.line):\($0.range.start.column): \($0.message)" }
        )
    }

    @Test("a text limits the raw size, an object each form")
    func limits() {
        let (budget, faults) = read(#"{"budget": {"js": {"brotli": "3 kB", "gzip": "4.5 kB"}, "wasm": "60 KiB"}}"#)
        #expect(faults == [])
        let limits = budget.limits.map { "\($0.subject.rawValue) \($0.form.rawValue) \($0.bytes)" }
        #expect(limits == ["wasm raw 61440", "js gzip 4500", "js brotli 3000"])
    }

    @Test("without a budget there is no limit")
    func none() {
        #expect(read("{}").0.limits == [])
        #expect(read(#"{"budget": {}}"#).0.limits == [])
    }

    @Test(
        "sizes have a number and a unit",
        arguments: [
            ("1 B", 1), ("300B", 300), ("60 kB", 60_000), ("1.5 MB", 1_500_000), ("2 MiB", 2_097_152), ("60", nil), ("kB", nil),
            ("-1 kB", nil), ("0 B", nil), ("1e3 B", nil), ("60 KB", nil), ("1.2.3 kB", nil), ("99999999999999999999 MB", nil),
            ("٣ kB", nil),
        ] as [(String, Int?)])
    func sizes(text: String, bytes: Int?) {
        #expect(SizeBudget.bytes(text) == bytes)
    }

    @Test("what is wrong is told at its place")
    func faults() {
        #expect(
            read(#"{"budget": {"wasm": "60"}}"#).1 == [
                #"1:21: `budget.wasm` must be a size such as "60 kB", "1.5 MB" or "4096 B", not "60""#
            ])
        #expect(
            read(#"{"budget": {"js": {"gzip": "4 kilo"}}}"#).1 == [
                #"1:28: `budget.js.gzip` must be a size such as "60 kB", "1.5 MB" or "4096 B", not "4 kilo""#
            ])
        #expect(read(#"{"budget": {"wasm": 60}}"#).1 == ["1:21: `budget.wasm` must be a string or an object, not a number"])
        #expect(read(#"{"budget": {"html": "1 kB"}}"#).1 == ["1:13: `budget` has no key `html`; it may have `wasm`, `js`"])
        #expect(read(#"{"budget": "60 kB"}"#).1 == ["1:12: `budget` must be an object, not a string"])
    }
}
