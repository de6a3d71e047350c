import BindgenDriver
import BindgenIDL
import Testing

@Suite struct InputFilesTests {
    @Test("files that cannot be IDL are refused in words that say why, and read once")
    func problems() throws {
        let folder = try TemporaryFolder()
        let empty = try folder.write("empty.idl", " \n\t\n")
        let binary = try folder.write("binary.idl", [0x61, 0x0A, 0x62, 0x00, 0x63])
        let wasm = try folder.write("module.idl", [0x00, 0x61, 0x73, 0x6D, 1, 0, 0, 0])
        let missing = folder.path + "/missing.idl"
        let (sources, problems) = InputFiles.read([empty, binary, wasm, missing, folder.path, folder.path + "/./empty.idl"])
        #expect(sources.map(\.path) == [empty, binary, wasm])
        #expect(
            problems == [
                "\(missing): error: there is no such file",
                "\(folder.path): error: this is a folder; name the IDL files in it",
            ])
        let said = Generator(sources, moduleName: "Module").diagnostics.map { "\($0.range.start.line): \($0.message)" }
        #expect(
            said == [
                "1: the file is empty; write at least one definition, such as `interface Name {};`",
                "2: this is not a text file: it holds a NUL byte, so it is binary, or UTF-16; Web IDL is UTF-8 text",
                "1: this is a wasm module, not Web IDL",
            ])
    }

    @Test("verbs that only look take an empty file, what is no text, and the files below a folder, each once")
    func look() throws {
        let folder = try TemporaryFolder()
        let empty = try folder.write("empty.idl", "")
        let binary = try folder.write("binary.idl", [0x61, 0x00])
        try folder.write("more.webidl", "interface A {};")
        try folder.write("more.widl", "no")
        let (sources, problems) = InputFiles.readToLook([binary, folder.path + "/", folder.path + "/./empty.idl"])
        #expect(sources.map(\.path) == [binary, empty, folder.path + "/more.webidl"])
        #expect(problems.isEmpty)
    }

    @Test("a folder without IDL files is a problem")
    func emptyFolder() throws {
        let folder = try TemporaryFolder()
        let (sources, problems) = InputFiles.readToLook([folder.path])
        #expect(sources.isEmpty)
        #expect(problems == ["\(folder.path): error: there is no .idl or .webidl file below this folder"])
    }
}
