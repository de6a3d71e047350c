import BindgenRuntime

final class Parser: ParserExports {
    private var words: [String] = []
    private var hear: Hear?
    private var isFeeding = false

    required init(first: String) {
        if !first.isEmpty { words = [first] }
    }

    func listen(hear: @escaping Hear) {
        self.hear = hear
        for word in words { tell(word) }
    }

    func feed(text: String) -> [String] {
        // Whoever is called in the middle would find the parser half done.
        precondition(!isFeeding)
        isFeeding = true
        for word in text.split(separator: " ") {
            words.append(String(word))
            tell(String(word))
        }
        isFeeding = false
        return words
    }

    func feedStrictly(text: String) throws(JSError) -> UInt32 {
        _ = feed(text: text)
        if text.isEmpty { throw JSError("there is no word", kind: .rangeError) }
        return UInt32(words.count)
    }

    func feed(number: Double) { _ = feed(text: number.description) }

    var last: String {
        get {
            tell("asked")
            return words.last ?? ""
        }
        set {
            words.append(newValue)
            tell(newValue)
        }
    }

    func feedSlowly(text: String) async throws(JSError) -> String {
        _ = feed(text: text)
        await Task.yield()
        tell("slowly")
        return text
    }

    private func tell(_ word: String) {
        hear?(Found(word: word, places: [Double(words.count), 0.5]), self, Array(word.utf8))
    }
}

enum Words: WordsExports {
    static func each(text: String, watch: @escaping Watch, done: @escaping Done) -> UInt32 {
        let words = text.split(separator: " ")
        for word in words {
            done()
            watch(String(word))
        }
        return UInt32(words.count)
    }

    private nonisolated(unsafe) static var timer: JSTimer?

    static func later(done: @escaping Done) {
        timer = JSTimer(after: .milliseconds(1)) { done() }
    }
}
