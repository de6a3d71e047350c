enum Text: TextExports { static func pad(text: String) -> String { text } }
enum Use: UseExports { static func pour(into: Sink, done: @escaping Done) { into.write(text: "a") } }
