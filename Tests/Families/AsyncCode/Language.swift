// Typed errors, all kinds of values, classes and protocols, closures, tasks.

nonisolated(unsafe) var left: Int32 = 0
@inline(never) func third(_ value: Int32) async throws(Bad) -> String {
    defer { left += 1 }
    let answer = await ask(value)
    if answer < 0 { throw .negative(answer) }
    if answer == 7 { throw .text("seven") }
    return "val" + "ue"
}
@inline(never) func second(_ value: Int32) async throws(Bad) -> String {
    defer { left += 10 }
    return try await third(value) + "!"
}
@inline(never) func first(_ value: Int32) async throws(Bad) -> Int {
    defer { left += 100 }
    return try await second(value).utf8.count
}
@inline(never) func trouble(_ value: Int32) async throws(Trouble) -> [Double] {
    let answer = await ask(value)
    if answer > 5 { throw Trouble(code: answer, text: "trouble", numbers: [1, 2, Double(answer)]) }
    return [Double(answer)]
}
@inline(never) func broken(_ value: Int32) async throws(Broken) -> Box {
    if await ask(value) > 5 { throw Broken("broken") }
    return Box(value)
}
@inline(never) func mapped(_ value: Int32) async throws(Trouble) -> Box {
    do { return try await broken(value) } catch { throw Trouble(code: value, text: error.text, numbers: []) }
}

func testErrors() async {
    left = 0
    do throws(Bad) { check(try await first(3) == 6) } catch { check(false) }
    check(left == 111)
    do throws(Bad) {
        _ = try await first(7)
        check(false)
    } catch { check(error == .text("seven")) }
    check(left == 222)
    do throws(Bad) {
        _ = try await first(-4)
        check(false)
    } catch { check(error == .negative(-4)) }
    check(left == 333)
    do throws(Trouble) {
        check(try await trouble(2) == [2])
        _ = try await trouble(9)
        check(false)
    } catch { check(error.code == 9 && error.text == "trouble" && error.numbers == [1, 2, 9]) }
    do throws(Trouble) {
        check(try await mapped(2).value == 2)
        _ = try await mapped(9)
        check(false)
    } catch { check(error.code == 9 && error.text == "broken") }
    let missing: String? = try? await third(7)
    check(missing == nil)
    // Closures that capture nothing: what the module takes keeps their errors.
    let task = Task { () async throws(Bad) -> Int32 in throw .text("c") }
    do throws(Bad) {
        _ = try await task.value
        check(false)
    } catch { check(error == .text("c")) }
    do throws(Bad) {
        _ = try await withTaskCancellationHandler { () async throws(Bad) -> Int32 in
            throw .text("h")
        } onCancel: {
        }
        check(false)
    } catch { check(error == .text("h")) }
    do throws(Bad) {
        _ = try await withThrowingTaskGroup(of: Int32.self, throwing: Bad.self) { group async throws(Bad) -> Int32 in
            throw .text("g")
        }
        check(false)
    } catch { check(error == .text("g")) }
    do throws(Bad) {
        _ = try await withCheckedThrowingContinuation { (one: CheckedContinuation<Int32, Bad>) in one.resume(throwing: .other) }
        check(false)
    } catch { check(error == .other) }
}

struct Wide {
    var a = 1.0, b = 2.0, c = 3.0, text = "wide", numbers: [Int32] = [1, 2], box: Box?
}
@inline(never) func wide(_ value: Wide, _ number: Int32) async -> Wide {
    var value = value
    value.a += Double(await ask(number))
    value.box = Box(number)
    return value
}
@inline(never) func text(_ start: String, _ count: Int32) async -> String {
    let count = await ask(count)
    return start + "-" + String(repeating: "ab", count: Int(count))
}
@inline(never) func pair(_ box: Box, _ text: String?, _ value: Int32) async -> (Box, String?, Int, Double) {
    (box, text.map { $0 + "?" }, Int(await ask(value)), 2.5)
}
@inline(never) func copies<Value>(_ value: Value, _ count: Int32) async -> [Value] {
    Array(repeating: value, count: Int(await ask(count)))
}

protocol Loader: AnyObject {
    func load(_ value: Int32) async throws(Bad) -> String
    func size() async -> Int
}
final class Slow: Loader {
    func load(_ value: Int32) async throws(Bad) -> String {
        if await ask(value) < 0 { throw .negative(value) }
        return "slow"
    }
    func size() async -> Int { Int(await ask(4)) }
}
final class Quick: Loader {
    func load(_ value: Int32) throws(Bad) -> String {
        if value < 0 { throw .other }
        return "quick"
    }
    func size() -> Int { 9 }
}
class Base { func name(_ value: Int32) async -> String { "base" + (await ask(value) == value ? "+" : "-") } }
final class Derived: Base { override func name(_ value: Int32) async -> String { await super.name(value) + "derived" } }
func through<Some: Loader>(_ loader: Some, _ value: Int32) async throws(Bad) -> String { try await loader.load(value) }
@inline(never) func loader(_ isSlow: Bool) -> any Loader { isSlow ? Slow() : Quick() }
@inline(never) func base(_ isDerived: Bool) -> Base { isDerived ? Derived() : Base() }
var computed: Int32 { get async { await ask(12) } }

func testTypes() async {
    check(await text("häl", 2) == "häl-abab")
    check(await text("a long string that is on the heap", 1) == "a long string that is on the heap-ab")
    let box = Box(5)
    let some = await pair(box, "so", 3)
    check(some.0 === box && some.1 == "so?" && some.2 == 3 && some.3 == 2.5)
    check(await pair(box, nil, 3).1 == nil)
    let wide = await wide(Wide(), 3)
    check(wide.a == 4 && wide.text == "wide" && wide.numbers == [1, 2] && wide.box?.value == 3)
    check(await copies("x", 3) == ["x", "x", "x"])
    check(await copies(2.5, 2) == [2.5, 2.5])
    do throws(Bad) {
        check(try await through(Slow(), 2) == "slow")
        check(try await through(Quick(), 2) == "quick")
        check(try await loader(true).load(2) == "slow")
        check(try await loader(false).load(2) == "quick")
    } catch { check(false) }
    for isSlow in [true, false] {
        do throws(Bad) {
            _ = try await loader(isSlow).load(-2)
            check(false)
        } catch { check(error == (isSlow ? .negative(-2) : .other)) }
    }
    check(await loader(true).size() == 4)
    check(await loader(false).size() == 9)
    check(await base(true).name(2) == "base+derived")
    check(await base(false).name(2) == "base+")
    var stored: [(Int32) async -> String] = []
    for index in 0..<3 { stored.append { await text("s", $0 + Int32(index)) } }
    var joined = ""
    for closure in stored { joined += await closure(0) }
    check(joined == "s-s-abs-abab")
    check(await computed == 12)
}

/// All of the above, over and over.
func testLeaks(_ times: Int) async {
    let before = alive
    for index in 0..<times {
        let value = Int32(index & 7)
        check(await text("a long string that is on the heap", value).utf8.count == 34 + 2 * Int(value))
        check(await wide(Wide(), value).box?.value == value)
        do throws(Trouble) { check(try await mapped(value).value == value) } catch { check(error.text == "broken") }
        do throws(Bad) { _ = try await first(value) } catch { check(value == 7) }
        let task = Task { await text("task", value) }
        check(await task.value.utf8.count == 5 + 2 * Int(value))
        await testGroups()
    }
    check(alive == before)
}

func testTasks(_ times: Int) async {
    var tasks: [Task<Int32, Never>] = []
    for index in 0..<times {
        tasks.append(
            Task {
                var sum: Int32 = 0
                for step in 0..<3 { sum += await ask(Int32(index + step), step == 1 ? .timer : .shuffled) }
                return sum
            })
    }
    var sum = 0
    for task in tasks { sum += Int(await task.value) }
    check(sum == times * 3 + 3 * times * (times - 1) / 2)
    let failing = Task { () async throws(Bad) -> String in try await second(7) }
    switch await failing.result {
    case .failure(let error): check(error == .text("seven"))
    case .success: check(false)
    }
    nonisolated(unsafe) var order = ""
    let one = Task.immediate { order += "1" }
    order += "2"
    await one.value
    let later = Task { order += "4" }
    order += "3"
    await later.value
    check(order == "1234")
    check(one == one && one != later)
    nonisolated(unsafe) var turns = ""
    let other = Task { for _ in 0..<3 { turns += "b"; await Task.yield() } }
    for _ in 0..<3 { turns += "a"; await Task.yield() }
    await other.value
    check(turns == "ababab")
    check(await Task.detached { await ask(8) }.value == 8)
}
