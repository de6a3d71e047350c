enum Text: TextExports { static func print(text: String) -> Int32 { 1 } }
enum Use: UseExports { static func pour(into: Sink) { let length: Int32 = into.write(text: "a"); _ = length } }
