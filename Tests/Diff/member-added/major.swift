final class Counter: CounterExports { let total: Int32 = 0 }
enum Use: UseExports { static func pour(from: Counter, into: Sink) {} }
