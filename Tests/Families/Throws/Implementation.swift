import BindgenRuntime

final class Account: AccountExports {
    nonisolated(unsafe) static var alive: UInt32 = 0
    var balance: Double

    init(initial: Double) throws(JSError) {
        // Embedded Swift 6.3.1 leaks an object whose initializer throws before every property has a value.
        balance = initial
        guard initial >= 0 else { throw JSError("initial must not be negative", kind: .rangeError) }
        Self.alive += 1
    }
    deinit { if balance >= 0 { Self.alive -= 1 } }

    var secret: String {
        get throws(JSError) {
            if balance < 100 { throw JSError("too poor for secrets") }
            return "gold"
        }
    }
    var parent: Account {
        get throws(BankError) {
            if balance < 100 { throw .closed }
            return self
        }
    }
    func withdraw(amount: Double) throws(BankError) {
        guard amount <= balance else { throw .insufficientFunds }
        balance -= amount
    }
    static func open(works: Bool) throws(BankError) -> Account {
        guard works, let account = try? Account(initial: 1) else { throw .closed }
        return account
    }
    static func load(name: String, tags: [String], bytes: Span<UInt8>) throws(JSError) -> Account {
        if name == "none" { throw JSError("no account \(name), \(tags.count) tags, \(bytes.count) bytes") }
        return try Account(initial: Double(bytes.count))
    }
}

final class Strict: StrictExports {
    init(works: Bool) throws(BankError) {
        if !works { throw .empty }
    }
}

enum Failing: FailingExports {
    static func check(_ fails: Bool) throws(JSError) {
        if fails { throw JSError("as asked") }
    }
    static func fail(kind: Int32, message: String) throws(JSError) {
        throw JSError(message, kind: JSError.Kind(rawValue: kind) ?? .error)
    }
    static func asBoolean(fails: Bool) throws(JSError) -> Bool {
        try check(fails)
        return true
    }
    static func asLong(fails: Bool) throws(JSError) -> Int32 {
        try check(fails)
        return 1
    }
    static func asDouble(fails: Bool) throws(JSError) -> Double {
        try check(fails)
        return 1.5
    }
    static func asBigInt(fails: Bool) throws(JSError) -> Int64 {
        try check(fails)
        return 1
    }
    static func asString(fails: Bool) throws(JSError) -> String {
        try check(fails)
        return "text"
    }
    static func asNullable(fails: Bool) throws(JSError) -> String? {
        try check(fails)
        return nil
    }
    static func asNumbers(fails: Bool) throws(JSError) -> [Double] {
        try check(fails)
        return [1, 2]
    }
    static func asWords(fails: Bool) throws(JSError) -> [String] {
        try check(fails)
        return ["a", "b"]
    }
    static func asReceipt(fails: Bool) throws(JSError) -> Receipt {
        try check(fails)
        return Receipt(text: "paid", amount: 2)
    }
    static func asBytes(fails: Bool) throws(JSError) -> [UInt8] {
        try check(fails)
        return [1, 2]
    }
    static func asEnum(fails: Bool) throws(JSError) -> BankError {
        try check(fails)
        return .closed
    }
    static func typed(index: Int32) throws(BankError) -> Int32 {
        if let error = BankError(rawValue: index) { throw error }
        return index
    }
    static func typedText(index: Int32) throws(BankError) -> String {
        if let error = BankError(rawValue: index) { throw error }
        return "fine"
    }
    static func swallow(work: @escaping Work) throws(JSError) { work() }
    static func afterWork(work: @escaping Work, message: String) throws(JSError) {
        work()
        throw JSError(message)
    }
    static func ok(value: Int32) -> Int32 { value }
}
