enum Text: TextExports { static func parse(text: String) -> Int32 { Host.write(text: text) } }
enum Use: UseExports { static func done(done: @escaping Done) {} }
