import Testing

@testable import BindgenDriver

/// Closures whose errors the compiler loses are told by the text of the sources.
@Suite struct GenericThrowsTests {
    @Test("a closure that throws a generic error is found, with its line")
    func isFound() {
        let text = """
            import BindgenRuntime

            func retry<T, E: Error>(_ times: Int, _ body: @escaping () async throws(E) -> T) async throws(E) -> T {
                try await body()
            }
            """
        #expect(GenericThrows.find(in: text) == [GenericThrows(line: 3, function: "retry", error: "E")])
        #expect(GenericThrows.find(in: text)[0].remark(file: "A.swift").hasPrefix("A.swift:3: "))
    }

    @Test(
        "what is compiled rightly is left alone",
        arguments: [
            "func a<T, E: Error>(_ body: @isolated(any) () async throws(E) -> T) async throws(E) -> T {",
            "func b<T, E: Error>(_ body: () throws(E) -> T) throws(E) -> T {",
            "func c<T>(_ body: () async throws(JSError) -> T) async throws(JSError) -> T {",
            "func d<E: Error>(_ error: E) async throws(E) {",
            "func e(_ body: () async throws(E) -> Int) {",
            "func < (left: A, right: A) -> Bool { left.f { () async throws(E) in } }",
        ])
    func isLeftAlone(text: String) {
        #expect(GenericThrows.find(in: text).isEmpty)
    }
}
