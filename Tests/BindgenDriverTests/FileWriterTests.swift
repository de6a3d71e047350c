import BindgenDriver
import Foundation
import Testing

@Suite struct FileWriterTests {
    private let files = [OutputFile(path: "a.js", text: "one"), OutputFile(path: "deep/b.d.ts", text: "two")]

    @Test("a new folder appears with all files and nothing else")
    func newFolder() throws {
        let folder = try TemporaryFolder()
        let outcome = try FileWriter(folder: folder.path + "/x/dist").write(files)
        #expect(outcome.written == ["a.js", "deep/b.d.ts"])
        #expect(folder.names == ["x", "x/dist", "x/dist/a.js", "x/dist/deep", "x/dist/deep/b.d.ts"])
    }

    @Test("what has the same bytes is not touched, and files of others stay")
    func unchanged() throws {
        let folder = try TemporaryFolder()
        let writer = FileWriter(folder: folder.path)
        try writer.write(files)
        try folder.write("mine.txt", "mine")
        let before = try modificationDate(folder.path + "/a.js")
        Thread.sleep(forTimeInterval: 0.02)
        let outcome = try writer.write([files[0], OutputFile(path: "deep/b.d.ts", text: "three")])
        #expect(outcome.written == ["deep/b.d.ts"])
        #expect(outcome.unchanged == ["a.js"])
        #expect(try modificationDate(folder.path + "/a.js") == before)
        #expect(folder.text("deep/b.d.ts") == "three")
        #expect(folder.names == ["a.js", "deep", "deep/b.d.ts", "mine.txt"])
    }

    @Test("nothing leaves the folder", arguments: ["", "/etc/x", "../x", "a/../../x", "a//b", ".", "a/."])
    func escape(path: String) throws {
        let folder = try TemporaryFolder()
        #expect(throws: BuildError.self) {
            try FileWriter(folder: folder.path + "/out").write([OutputFile(path: path, text: "x")])
        }
        #expect(folder.names.isEmpty)
    }

    @Test("a folder in the way of a file, and a file in the way of the folder, are errors")
    func inTheWay() throws {
        let folder = try TemporaryFolder()
        try folder.write("out/a.js/inner", "x")
        #expect(throws: BuildError.self) { try FileWriter(folder: folder.path + "/out").write(files) }
        try folder.write("plain", "x")
        let error = #expect(throws: BuildError.self) { try FileWriter(folder: folder.path + "/plain").write(files) }
        #expect(error?.message.contains("it is a file, not a folder") == true)
        #expect(folder.text("plain") == "x")
        #expect(folder.text("out/a.js/inner") == "x")
    }

    @Test("where one file cannot be moved into place, the others are put back")
    func rollback() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.js", "old")
        // In the way of the folder that the last file needs.
        try folder.write("deep", "a file")
        #expect(throws: BuildError.self) {
            try FileWriter(folder: folder.path).write([
                OutputFile(path: "a.js", text: "new"), OutputFile(path: "b.js", text: "new"),
                OutputFile(path: "deep/c.js", text: "new"),
            ])
        }
        #expect(folder.names == ["a.js", "deep"])
        #expect(folder.text("a.js") == "old")
        #expect(folder.text("deep") == "a file")
    }

    @Test("replacing a file through a link keeps the link")
    func link() throws {
        let folder = try TemporaryFolder()
        let target = try folder.write("real/api.idl", "old")
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/api.idl", withDestinationPath: target)
        try FileWriter.replace(folder.path + "/api.idl", with: Array("new".utf8))
        #expect(folder.text("real/api.idl") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/api.idl") == target)
    }

    private func modificationDate(_ path: String) throws -> Date? {
        try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    }
}
