import BindgenRuntime

/// What a handler is given: JavaScript can change it until the handler has ended.
class Token {
    var before = ""
    var after = ""
    var replacement: String?
    var isRemoved = false
    private var isValid = true

    func end() { isValid = false }

    func check() throws(JSError) {
        if !isValid { throw JSError("this object was valid in its handler, which has ended", kind: .typeError) }
    }

    func text(_ content: String, _ options: ContentOptions) throws(JSError) -> String {
        try check()
        return options.html ? content : escaped(content)
    }

    /// What comes out in the token's place.
    func output(_ own: String) -> String { before + (replacement ?? (isRemoved ? "" : own)) + after }

    func before(content: String, options: ContentOptions) throws(JSError) { before += try text(content, options) }
    func after(content: String, options: ContentOptions) throws(JSError) { after = try text(content, options) + after }
    func replace(content: String, options: ContentOptions) throws(JSError) {
        replacement = try text(content, options)
        isRemoved = true
    }
    func remove() throws(JSError) {
        try check()
        isRemoved = true
    }
}

func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
        switch character {
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "&": result += "&amp;"
        default: result.unicodeScalars.append(character)
        }
    }
    return result
}

final class Element: Token, ElementExports {
    private(set) var name: String
    private(set) var pairs: [(name: String, value: String)]
    private let isVoid: Bool
    var prepended = ""
    var appended = ""
    var inner: String?
    var keepsContent = true
    var endTagHandlers: [EndTagHandler] = []

    init(name: String, pairs: [(name: String, value: String)], isVoid: Bool) {
        self.name = name
        self.pairs = pairs
        self.isVoid = isVoid
    }

    var tagName: String { get throws(JSError) { try check(); return name } }
    func setTagName(value: String) throws(JSError) {
        try check()
        name = value
    }
    var removed: Bool { get throws(JSError) { try check(); return isRemoved } }
    var attributes: Attributes { get throws(JSError) { try check(); return Attributes(pairs) } }
    func getAttribute(name: String) throws(JSError) -> String? {
        try check()
        return pairs.first { $0.name == name }?.value
    }
    func hasAttribute(name: String) throws(JSError) -> Bool { try getAttribute(name: name) != nil }
    func setAttribute(name: String, value: String) throws(JSError) {
        try check()
        if let index = pairs.firstIndex(where: { $0.name == name }) {
            pairs[index].value = value
        } else {
            pairs.append((name, value))
        }
    }
    func removeAttribute(name: String) throws(JSError) {
        try check()
        pairs.removeAll { $0.name == name }
    }
    func prepend(content: String, options: ContentOptions) throws(JSError) { prepended = try text(content, options) + prepended }
    func append(content: String, options: ContentOptions) throws(JSError) { appended += try text(content, options) }
    func setInnerContent(content: String, options: ContentOptions) throws(JSError) { inner = try text(content, options) }
    override func replace(content: String, options: ContentOptions) throws(JSError) {
        try super.replace(content: content, options: options)
        keepsContent = false
    }
    override func remove() throws(JSError) {
        try super.remove()
        keepsContent = false
    }
    func removeAndKeepContent() throws(JSError) {
        try check()
        isRemoved = true
    }
    func onEndTag(handler: @escaping EndTagHandler) throws(JSError) {
        try check()
        endTagHandlers.append(handler)
    }

    /// Whether what stands inside of it comes out.
    var showsContent: Bool { keepsContent && inner == nil }
    var startTag: String {
        var tag = "<" + name
        for pair in pairs { tag += " \(pair.name)=\"\(pair.value)\"" }
        return before + (replacement ?? (isRemoved ? "" : tag + ">")) + prepended + (inner ?? "")
    }
}

final class Attributes: AttributesExports {
    private let pairs: [(name: String, value: String)]
    init(_ pairs: [(name: String, value: String)]) { self.pairs = pairs }
    var pairCount: Int { pairs.count }
    func pair(at index: Int) -> (key: String, value: String) { (pairs[index].name, pairs[index].value) }
}

final class EndTag: Token, EndTagExports {
    private var tag: String
    init(_ tag: String) { self.tag = tag }
    var name: String { get throws(JSError) { try check(); return tag } }
    func setName(value: String) throws(JSError) {
        try check()
        tag = value
    }
    var output: String { output("</\(tag)>") }
}

final class Comment: Token, CommentExports {
    private var content: String
    init(_ content: String) { self.content = content }
    var text: String { get throws(JSError) { try check(); return content } }
    func setText(value: String) throws(JSError) {
        try check()
        content = value
    }
    var output: String { output("<!--\(content)-->") }
}

final class TextChunk: Token, TextChunkExports {
    private let content: String
    private let isLast: Bool
    init(_ content: String, isLast: Bool) {
        self.content = content
        self.isLast = isLast
    }
    var text: String { get throws(JSError) { try check(); return content } }
    var lastInTextNode: Bool { get throws(JSError) { try check(); return isLast } }
    var output: String { output(content) }
}

final class DocumentEnd: Token, DocumentEndExports {
    var appended = ""
    func append(content: String, options: ContentOptions) throws(JSError) { appended += try text(content, options) }
}
