import BindgenDriver
import Testing

@Suite struct OutputNamesTests {
    @Test(
        "a module's name becomes an npm name",
        arguments: [
            ("Greeter", "greeter"), ("ImageFilter", "image-filter"), ("HTTPServer", "http-server"), ("Base64", "base64"),
            ("my_module", "my-module"), ("A", "a"), ("ABC", "abc"), ("Größe", "gr-e"), ("_", "module"), ("v2Codec", "v2-codec"),
        ])
    func packageName(module: String, name: String) {
        #expect(OutputNames.packageName(moduleName: module) == name)
    }

    @Test("all files of a module share its name")
    func files() {
        #expect(OutputNames.swiftFile(moduleName: "ImageFilter") == "ImageFilter.bindgen.swift")
        #expect(OutputNames.wasmFile(moduleName: "ImageFilter") == "image-filter.wasm")
        #expect(OutputNames.javaScriptFile(moduleName: "ImageFilter") == "image-filter.js")
        #expect(OutputNames.declarationsFile(moduleName: "ImageFilter") == "image-filter.d.ts")
    }
}
