import BindgenRuntime
enum Text: TextExports {
    static func parse(text: String) async throws(JSError) -> Int32 { 1 }
    static func read(text: String) throws(JSError) -> Int32 { 1 }
}
