enum Text: TextExports { static func pad(text: String, width: Int32) -> String { text } }
enum Use: UseExports { static func pour(into: Sink) { into.write(text: "a", width: 1) } }
