import BindgenRuntime

enum Plain: PlainExports {
    nonisolated(unsafe) static var calls: Int32 = 0
    static func add(a: Int32, b: Int32) -> Int32 {
        calls += 1
        return a + b
    }
    static func plus(a: Int32, b: Int32) -> Int32 { a + b + ANSWER - ANSWER }
    static func old() -> Int32 { 1 }
}

enum Renamed: RenamedExports {
    static func swiftName(value: Int32) -> Int32 { value + 1 }
    static func dollar() -> Int32 { 2 }
    static func kept(amount: Int32) -> Int32 { amount + 3 }
}

enum Inside: InsideExports {
    static func `where`() -> String { "inside" }
}

enum Words: WordsExports {
    static func `class`(`in`: Int32, `let`: Int32, `default`: Int32, `inout`: Int32, `var`: Int32) -> Int32 {
        `in` + `let` * 10 + `default` * 100 + `inout` * 1000 + `var` * 10000
    }
    static func `func`(`func`: Int32) -> Int32 { `func` }
    static func `init`() -> Int32 { 1 }
    static func self_() -> Int32 { 2 }
    static func `switch`(`case`: Int32) -> Int32 { `case` }
    static func new(this: Int32) -> Int32 { this }
    static func delete() -> Int32 { 3 }
    static func void(typeof: Int32, arguments: Int32, `await`: Int32, eval: Int32) -> Int32 {
        typeof + arguments * 10 + `await` * 100 + eval * 1000
    }
    static func proto() -> Int32 { 4 }
    static func hasOwnProperty() -> Int32 { 5 }
    static func then() -> Int32 { 6 }
    static func constructor_(result: Int32, error: Int32, receiver: Int32, arena: Int32) -> Int32 {
        result + error * 10 + receiver * 100 + arena * 1000
    }
    static func type(`Type`: Int32, `Protocol`: Int32, `protocol`: Int32) -> Int32 { `Type` + `Protocol` * 10 + `protocol` * 100 }
    static func `operator`(`operator`: Int32) -> Int32 { `operator` }
    static func some(any: Int32, some: Int32, each: Int32, `repeat`: Int32, `async`: Int32) -> Int32 {
        any + some * 10 + each * 100 + `repeat` * 1000 + `async` * 10000
    }
    static func valueOf() -> Int32 { 7 }
    static func length(length: Int32, name: Int32, prototype: Int32, memory: Int32, instance: Int32) -> Int32 {
        length + name * 10 + prototype * 100 + memory * 1000 + instance * 10000
    }
    static func `extension`(
        value: String, values: String, index: String, `where`: String, count: [String], address: [String]
    ) -> Int32 {
        Int32((value + values + index + `where`).utf8.count + count.count * 10 + address.count * 100)
    }
}

final class Map: MapExports {
    let size: Int32
    init(Map: Int32) { size = Map }
    func same(Map: Map) -> Map { Map }
}

final class Failure: FailureExports {
    let message: String
    init(message: String) { self.message = message }
    static func of(text: String) -> Failure { Failure(message: text) }
    func raise() throws(JSError) { throw JSError(message) }
}

final class Object: ObjectExports {
    func toString_() -> String { "an object" }
}

enum Symbol: SymbolExports {
    static func iterator() -> String { "mine" }
}

final class HiddenName: HiddenNameExports {
    var theValue: Int32 = 0
    func getIt(theArgument: Int32) -> Int32 { theValue + theArgument }
}

enum Values: ValuesExports {
    static func echo(words: Words2) -> Words2 { words }
    static func next(value: Default) -> Default { Default(rawValue: (value.rawValue + 1) % 8) ?? .empty }
}
