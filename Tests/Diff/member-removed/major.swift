enum Numbers: NumbersExports {
    static func twice(value: Int32) -> Int32 { value * 2 }
    static func thrice(value: Int32) -> Int32 { value * 3 }
}
enum Use: UseExports { static func pour(into: Sink) { into.close() } }
