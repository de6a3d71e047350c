import BindgenRuntime
enum Text: TextExports {
    static func parse(text: String) throws(JSError) -> Int32 { throw JSError("no") }
    static func other() throws(Other) {}
}
enum Use: UseExports { static func fault() throws(Fault) {} }
