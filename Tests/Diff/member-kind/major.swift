final class Counter: CounterExports {
    let total: Int32 = 0
    func reset() {}
}
