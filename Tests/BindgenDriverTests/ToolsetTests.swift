import BindgenDriver
import Foundation
import Testing

@Suite struct ToolsetTests {
    private struct Contents: Decodable {
        struct Tool: Decodable { var extraCLIOptions: [String] }
        var schemaVersion: String
        var swiftCompiler: Tool
        var cCompiler: Tool
        var linker: Tool
    }

    @Test("the JSON holds the options, whatever characters the toolchain's path has")
    func json() throws {
        let path = #"/opt/a "b"\c/libswiftUnicodeDataTables.a"#
        let contents = try JSONDecoder().decode(Contents.self, from: Data(Toolset(unicodeTables: path).json.utf8))
        #expect(contents.schemaVersion == "1.0")
        #expect(contents.swiftCompiler.extraCLIOptions.contains("Embedded"))
        #expect(contents.linker.extraCLIOptions.starts(with: ["-z", "stack-size=262144", "--stack-first", path]))
        // Undefined symbols must stay link errors.
        let all = contents.linker.extraCLIOptions + contents.swiftCompiler.extraCLIOptions
        #expect(!all.contains { $0.contains("allow-undefined") })
    }

    @Test("only builds that are not for others keep the hashes of the code in the module", arguments: [true, false])
    func hashes(isRelease: Bool) {
        var toolset = Toolset(unicodeTables: "/opt/libswiftUnicodeDataTables.a")
        toolset.isRelease = isRelease
        #expect(toolset.json.contains("-disable-incremental-llvm-codegen") == isRelease)
    }

    @Test("a toolchain without Embedded Swift for wasm has no toolset")
    func missing() {
        #expect(Toolset(resourcePath: "/nowhere") == nil)
    }

    @Test("digits are grouped in threes", arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")])
    func format(number: Int, text: String) {
        #expect(FileSize.format(number) == text)
    }
}
