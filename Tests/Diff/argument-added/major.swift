enum Text: TextExports { static func pad(text: String) -> String { text } }
enum Use: UseExports { static func pour(into: Sink) {} }
