import BindgenRuntime

final class Account: AccountExports {
    let balance: Double
    init(balance: Double) { self.balance = balance }

    func withdraw(amount: Double) throws(TransferError) {
        guard amount > balance else { return }
        throw TransferError(message: "not enough", balance: balance, steps: ["look", "refuse"], cause: JSValue("poverty"))
    }
    static func find(name: String) throws(UnknownReceiver) -> Account {
        guard name == "known" else {
            throw UnknownReceiver(message: "who is \(name)?", balance: 0, receiver: name)
        }
        return Account(balance: 1)
    }
    static func parse(text: String) throws(Position) -> UInt32 {
        guard let number = UInt32(text) else { throw Position(line: 1, column: UInt32(text.utf8.count)) }
        return number
    }
    func cancel(works: Bool) throws(Cancelled) -> Account {
        if works { return self }
        throw Cancelled(account: self)
    }
    static func shortened(text: String) throws(Reason) -> String {
        if text.isEmpty { throw .empty }
        if text.utf8.count > 3 { throw .tooLong }
        return text
    }
}

enum Errors: ErrorsExports {
    static func describe(_ error: JSError) -> String {
        if let transfer = TransferError(error) {
            return "\(transfer.message) \(transfer.balance) \(transfer.steps?.count ?? -1)"
        }
        if let reason = Reason(error) { return reason == .empty ? "reason empty" : "reason too long" }
        return "\(error.name): \(error.message)"
    }
    static func pay(amount: Double) -> String {
        do throws(JSError) { return "paid \(try host.pay(amount: amount))" } catch { return describe(error) }
    }
    static func rename(name: String) -> String {
        do throws(JSError) { return try host.rename(name: name) } catch { return describe(error) }
    }
    static func anything() -> String {
        do throws(JSError) { try host.anything(); return "fine" } catch { return describe(error) }
    }
    static func checked(check: @escaping Check) -> String {
        do throws(JSError) { return try check(10) ? "yes" : "no" } catch { return describe(error) }
    }
    static func named(name: @escaping Name) -> String {
        do throws(JSError) { return try name() } catch { return describe(error) }
    }
    static func limit(most: Double) -> Check {
        { (amount: Double) throws(JSError) -> Bool in
            if amount > most { throw JSError("over \(most)", kind: .rangeError) }
            return amount >= 0
        }
    }
    static func report(callback: @escaping OnError) {
        callback(TransferError(message: "reported", balance: 2))
    }
    static func told(error: TransferError) -> String { "\(error.message) \(error.balance)" }
    static func platform(name: String, message: String) throws(JSError) {
        throw JSError(domException: name, message)
    }
    static func caused(message: String, cause: JSValue) throws(JSError) {
        throw JSError(message, kind: .typeError, cause: cause)
    }
    static func chained() throws(JSError) {
        do throws(JSError) { try host.anything() } catch {
            throw JSError("outer", cause: error)
        }
    }
    static func facts(step: @escaping Step) -> String {
        do throws(JSError) { try host.anything() } catch {
            step(error.name)
            step(error.message)
            if let cause = error.cause { step(cause.message) }
            let own = JSError("own", kind: .rangeError)
            step(own.name)
            return own.cause == nil ? "none" : "some"
        }
        return "fine"
    }
}
