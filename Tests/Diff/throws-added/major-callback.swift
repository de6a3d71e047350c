enum Text: TextExports { static func parse(text: String) -> Int32 { 1 } }
enum Use: UseExports { static func done(done: @escaping Done) { done() } }
