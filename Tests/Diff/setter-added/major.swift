final class Counter: CounterExports { let total: Int32 = 0 }
enum Use: UseExports { static func draw(counter: Counter, screen: Screen) {} }
