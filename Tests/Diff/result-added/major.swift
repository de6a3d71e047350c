enum Text: TextExports { static func print(text: String) {} }
enum Use: UseExports { static func pour(into: Sink) { into.write(text: "a") } }
