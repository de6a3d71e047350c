import BindgenRuntime

final class Thing: ThingExports {
    let value: Int32
    init(value: Int32) { self.value = value }
}

enum Through: ThroughExports {
    static func level(f: @escaping OfLevel, value: Level) -> Level { f(value) }
    static func flag(f: @escaping OfFlag, value: Bool) -> Bool { f(value) }
    static func big(f: @escaping OfBig, value: UInt32) -> UInt32 { f(value) }
    static func huge(f: @escaping OfHuge, value: Int64) -> Int64 { f(value) }
    static func maybe(f: @escaping OfMaybe, value: Int32?) -> Int32? { f(value) }
    static func point(f: @escaping OfPoint, value: Point) -> Point { f(value) }
    static func person(f: @escaping OfPerson, value: Person) -> Person { f(value) }
    static func numbers(f: @escaping OfNumbers, value: [Double]) -> [Double] { f(value) }
    static func words(f: @escaping OfWords, value: [String]) -> [String] { f(value) }
    static func text(f: @escaping OfText, value: String?) -> String? { f(value) }
    static func thing(f: @escaping OfThing, value: Thing?) -> Thing? { f(value) }
    static func bytes(f: @escaping OfBytes, value: Span<UInt8>) -> [UInt8] {
        var copy: [UInt8] = []
        for index in value.indices { copy.append(value[index]) }
        return f(copy)
    }
    static func transform(f: @escaping OfTransform, value: @escaping Transform) -> Double { f(value)(1) }
    static func leftOut(f: @escaping OfOptional, all: Bool) -> String {
        all ? f("all", 1, Point(x: 2, y: 3)) : f("none", nil, nil)
    }

    static func levelBack(f: @escaping OfLevel) -> OfLevel { f }
    static func flagBack(f: @escaping OfFlag) -> OfFlag { f }
    static func bigBack(f: @escaping OfBig) -> OfBig { f }
    static func hugeBack(f: @escaping OfHuge) -> OfHuge { f }
    static func maybeBack(f: @escaping OfMaybe) -> OfMaybe { f }
    static func pointBack(f: @escaping OfPoint) -> OfPoint { f }
    static func personBack(f: @escaping OfPerson) -> OfPerson { f }
    static func numbersBack(f: @escaping OfNumbers) -> OfNumbers { f }
    static func wordsBack(f: @escaping OfWords) -> OfWords { f }
    static func textBack(f: @escaping OfText) -> OfText { f }
    static func thingBack(f: @escaping OfThing) -> OfThing { f }
    static func bytesBack(f: @escaping OfBytes) -> OfBytes { f }
    static func transformBack(f: @escaping OfTransform) -> OfTransform { f }
    static func leftOutBack(f: @escaping OfOptional) -> OfOptional { f }
}

final class Tally {
    nonisolated(unsafe) static var alive: UInt32 = 0
    let factor: Double
    init(_ factor: Double) {
        self.factor = factor
        Self.alive += 1
    }
    deinit { Self.alive -= 1 }
}

enum Calls: CallsExports {
    nonisolated(unsafe) static var kept: Notify?

    static func apply(f: @escaping Transform, value: Double) -> Double { f(value) }
    static func applyTwice(f: @escaping Transform, value: Double) -> Double { f(f(value)) }
    static func keep(f: @escaping Notify) { kept = f }
    static func fire() { kept?() }
    static func forget() { kept = nil }
    static func multiplier(factor: Double) -> Transform {
        let tally = Tally(factor)
        return { $0 * tally.factor }
    }
    static func multiplierAfter(f: @escaping Notify, factor: Double) -> Transform {
        f()
        return multiplier(factor: factor)
    }
    static func multiplierOf(f: @escaping Transform, factor: Double) -> Transform {
        let tally = Tally(factor)
        return { f($0) * tally.factor }
    }
    static func prefixer(prefix: String) -> Rewrite { { prefix + $0 } }
    static func maybe(wanted: Bool) -> Transform? { wanted ? multiplier(factor: 3) : nil }
    static func several(count: Int32) -> [Transform] { (0..<count).map { multiplier(factor: Double($0)) } }
    static func applyAll(functions: [Transform], value: Double) -> Double { functions.reduce(value) { $1($0) } }
    static func handlers() -> Handlers { Handlers(transform: multiplier(factor: 10), done: {}) }
    static func runHandlers(handlers: Handlers, value: Double) -> Double {
        let result = handlers.transform(value)
        handlers.done?()
        return result
    }
    static func callOptional(f: Notify?) -> Bool {
        f?()
        return f != nil
    }
    static func callNullable(f: Notify?) -> Bool {
        f?()
        return f != nil
    }
    static func risky(f: @escaping Risky, text: String) throws(JSError) -> String { try f(text) }
    static func riskyTransform(f: @escaping RiskyTransform, transform: @escaping Transform) throws(JSError) -> Transform {
        try f(transform)
    }
    static func caught(f: @escaping Risky, text: String) -> String {
        do throws(JSError) {
            return try f(text)
        } catch {
            return "caught " + error.message
        }
    }
    static func caughtPerson(f: @escaping RiskyPerson) -> String {
        do throws(JSError) {
            return try f(true).name
        } catch {
            return "caught " + error.message
        }
    }
    static func caughtThing(f: @escaping RiskyThing) -> String {
        do throws(JSError) {
            return try f(true).value == 7 ? "seven" : "another"
        } catch {
            return "caught " + error.message
        }
    }
    static func thrower(message: String) -> Risky {
        { (text: String) throws(JSError) -> String in
            if text == "fail" { throw JSError(message, kind: .rangeError) }
            return text
        }
    }
    static func riskyBack(f: @escaping Risky) -> Risky { f }
    static func quiet(value: Double) -> Double { value }
    static func boxes() -> UInt32 { Tally.alive }
}
