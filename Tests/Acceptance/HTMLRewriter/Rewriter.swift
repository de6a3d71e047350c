import BindgenRuntime

/// A stub of a rewriter: enough of a parser for tests of its interface.
final class HTMLRewriter: HTMLRewriterExports {
    private let sink: OutputSink
    private var elementHandlers: [(selector: Selector, handlers: ElementHandlers)] = []
    private var documentHandlers: [DocumentHandlers] = []
    private var open: [(name: String, element: Element?, handlers: [ElementHandlers])] = []
    private var rest: [UInt8] = []
    private let turns = Turns()
    private var failure: JSError?

    init(outputSink: @escaping OutputSink) { sink = outputSink }

    func on(selector: String, handlers: ElementHandlers) throws(JSError) {
        elementHandlers.append((try Selector(selector), handlers))
    }
    func onDocument(handlers: DocumentHandlers) { documentHandlers.append(handlers) }
    func free() {}

    func write(chunk: [UInt8]) async throws(JSError) {
        await turns.take()
        defer { turns.give() }
        if let failure { throw failure }
        rest += chunk
        try await failing { () async throws(JSError) -> Void in try await self.parse(isEnd: false) }
    }

    func end() async throws(JSError) {
        await turns.take()
        defer { turns.give() }
        if let failure { throw failure }
        try await failing { () async throws(JSError) -> Void in
            try await self.parse(isEnd: true)
            let end = DocumentEnd()
            defer { end.end() }
            for handlers in self.documentHandlers { try await handlers.end?(end) }
            self.give(end.appended)
        }
    }

    /// After an error nothing can be written any more.
    private func failing(_ body: () async throws(JSError) -> Void) async throws(JSError) {
        do throws(JSError) {
            try await body()
        } catch {
            failure = error
            throw error
        }
    }

    private func give(_ text: String) {
        if text.isEmpty || open.contains(where: { $0.element?.showsContent == false }) { return }
        sink([UInt8](text.utf8))
    }

    private func parse(isEnd: Bool) async throws(JSError) {
        while let token = nextToken(isEnd: isEnd) {
            switch token {
            case .text(let text, let isLast): try await handleText(text, isLast)
            case .comment(let text): try await handleComment(text)
            case .start(let name, let pairs, let isVoid): try await handleStart(name, pairs, isVoid)
            case .end(let name): try await handleEnd(name)
            }
        }
    }

    private func handleText(_ text: String, _ isLast: Bool) async throws(JSError) {
        let chunk = TextChunk(text, isLast: isLast)
        defer { chunk.end() }
        for handlers in documentHandlers { try await handlers.text?(chunk) }
        for (_, _, handlers) in open { for handler in handlers { try await handler.text?(chunk) } }
        give(chunk.output)
    }

    private func handleComment(_ text: String) async throws(JSError) {
        let comment = Comment(text)
        defer { comment.end() }
        for handlers in documentHandlers { try await handlers.comments?(comment) }
        for (_, _, handlers) in open { for handler in handlers { try await handler.comments?(comment) } }
        give(comment.output)
    }

    private func handleStart(_ name: String, _ pairs: [(name: String, value: String)], _ isVoid: Bool) async throws(JSError) {
        let element = Element(name: name, pairs: pairs, isVoid: isVoid)
        let matching = elementHandlers.filter { $0.selector.matches(name, pairs) }.map { $0.handlers }
        for handlers in matching { try await handlers.element?(element) }
        give(element.startTag)
        element.end()
        if isVoid { return give(element.after) }
        open.append((name, element, matching))
    }

    private func handleEnd(_ name: String) async throws(JSError) {
        guard let (_, element, _) = open.popLast(), let element else { return give("</\(name)>") }
        let tag = EndTag(element.name)
        defer { tag.end() }
        for handler in element.endTagHandlers { try await handler(tag) }
        give(element.appended + (element.isRemoved ? "" : tag.output) + element.after)
    }

    private enum Part {
        case text(String, isLast: Bool)
        case comment(String)
        case start(String, [(name: String, value: String)], isVoid: Bool)
        case end(String)
    }

    /// The next whole token; nil where more has to be written.
    private func nextToken(isEnd: Bool) -> Part? {
        let less = UInt8(ascii: "<")
        guard let first = rest.first else { return nil }
        if first != less {
            let end = rest.firstIndex(of: less) ?? rest.count
            let text = String(decoding: rest[..<end], as: UTF8.self)
            let isLast = end < rest.count || isEnd
            rest.removeFirst(end)
            return .text(text, isLast: isLast)
        }
        let text = String(decoding: rest, as: UTF8.self)
        if text.utf8.starts(with: "<!--".utf8) {
            guard let end = index(of: "-->", in: rest, from: 4) else { return nil }
            let comment = String(decoding: rest[4..<end], as: UTF8.self)
            rest.removeFirst(end + 3)
            return .comment(comment)
        }
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let tag = String(decoding: rest[1..<end], as: UTF8.self)
        rest.removeFirst(end + 1)
        if tag.utf8.first == UInt8(ascii: "/") { return .end(String(tag.dropFirst())) }
        return start(tag)
    }

    private func index(of text: String, in bytes: [UInt8], from: Int) -> Int? {
        let text = [UInt8](text.utf8)
        guard bytes.count >= from + text.count else { return nil }
        return (from...bytes.count - text.count).first { bytes[$0..<$0 + text.count].elementsEqual(text) }
    }

    private func start(_ tag: String) -> Part {
        var parts = tag.split(separator: " ").map(String.init)
        let name = parts.removeFirst()
        let pairs = parts.map { part in
            let halves = part.split(separator: "=", maxSplits: 1)
            let value = halves.count > 1 ? String(halves[1].filter { $0 != "\"" }) : ""
            return (name: String(halves[0]), value: value)
        }
        return .start(name, pairs, isVoid: ["br", "img", "input", "meta"].contains(name))
    }
}

/// `*`, `a`, `[href]` and `a[href]`.
struct Selector {
    private var name: String
    private var attribute: String?

    init(_ text: String) throws(JSError) {
        let parts = text.split(separator: "[", omittingEmptySubsequences: false)
        name = String(parts[0])
        if parts.count == 2, parts[1].utf8.last == UInt8(ascii: "]") { attribute = String(parts[1].dropLast()) }
        if text.isEmpty || parts.count > 2 || (parts.count == 2) != (attribute != nil) {
            throw JSError("\(text) is no selector", kind: .typeError)
        }
    }

    func matches(_ name: String, _ pairs: [(name: String, value: String)]) -> Bool {
        if !self.name.isEmpty, self.name != "*", self.name != name { return false }
        return attribute.map { attribute in pairs.contains { $0.name == attribute } } ?? true
    }
}

/// One after the other, in the order in which they came.
final class Turns {
    private var isTaken = false
    private var waiting: [UnsafeContinuation<Void, Never>] = []

    func take() async {
        if isTaken { await withUnsafeContinuation { waiting.append($0) } } else { isTaken = true }
    }
    func give() {
        if waiting.isEmpty { isTaken = false } else { waiting.removeFirst().resume() }
    }
}
