final class Counter: CounterExports { var total: Int32 = 0 }
enum Use: UseExports { static func draw(counter: Counter, screen: Screen) {} }
