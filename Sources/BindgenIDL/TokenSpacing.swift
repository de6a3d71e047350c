/// Which tokens have a space before them in the canonical style.
struct TokenSpacing {
    private let flags: [Bool]

    func hasSpace(before index: Int) -> Bool { index < flags.count && flags[index] }

    init(_ tree: FileSyntax) {
        let places = Places(tree)
        var flags: [Bool] = []
        flags.reserveCapacity(tree.tokens.count)
        var context: [Context] = []
        for index in tree.tokens.indices {
            let previous = index > 0 ? tree.tokens[index - 1].kind : .endOfFile
            let token = tree.tokens[index]
            if places.isFree(index) {
                flags.append(index > 0 && tree.tokens[index - 1].end < token.start)
            } else {
                flags.append(TokenSpacing.space(previous, token.kind, context.last, places.isSpacedParenthesis(token)))
            }
            TokenSpacing.update(&context, previous, token.kind)
        }
        self.flags = flags
    }

    /// The bracket that a token stands in.
    private enum Context {
        case attributes, attributeValues, list, braces
    }

    private static func update(_ context: inout [Context], _ previous: TokenKind, _ kind: TokenKind) {
        switch kind {
        case .leftBracket: context.append(previous == .equals && context.last != .attributes ? .list : .attributes)
        case .leftParenthesis: context.append(previous == .equals && context.last == .attributes ? .attributeValues : .list)
        case .leftBrace: context.append(.braces)
        case .rightBracket, .rightParenthesis, .rightBrace: _ = context.popLast()
        default: break
        }
    }

    private static func space(_ previous: TokenKind, _ kind: TokenKind, _ context: Context?, _ isSpaced: Bool) -> Bool {
        switch kind {
        case .comma, .semicolon, .rightParenthesis, .rightBracket, .greater, .question, .ellipsis, .less, .endOfFile: return false
        case .leftParenthesis: return isSpaced || spaceBeforeParenthesis(after: previous, context)
        case .equals: return context != .attributes
        case .rightBrace: return previous != .leftBrace && context == .braces
        default: break
        }
        switch previous {
        case .leftParenthesis, .leftBracket, .less, .endOfFile: return false
        case .comma: return context != .attributeValues
        case .equals: return context != .attributes
        default: return true
        }
    }

    /// A union has a space before it, a list of arguments only behind a type.
    private static func spaceBeforeParenthesis(after previous: TokenKind, _ context: Context?) -> Bool {
        switch previous {
        case .identifier, .greater, .constructor, .includes, .leftParenthesis, .leftBracket, .less: false
        case .equals: context != .attributes
        default: true
        }
    }

    /// What only the tree can tell.
    private struct Places {
        /// Where the arguments of nameless operations and callbacks open.
        private var spacedParentheses: Set<Int> = []
        /// The tokens inside extended attributes of no known form, which keep their own spaces.
        private var freeTokens: Set<Int> = []

        init(_ tree: FileSyntax) {
            var parentheses: Set<Int> = []
            var free: [Range<Int>] = []
            tree.walk { node in
                if let operation = node as? OperationSyntax, operation.name == nil, let range = operation.argumentsRange {
                    parentheses.insert(range.offsets.lowerBound)
                } else if let callback = node as? CallbackFunctionSyntax {
                    parentheses.insert(callback.argumentsRange.offsets.lowerBound)
                } else if let attribute = node as? ExtendedAttributeSyntax, case .other = attribute.value {
                    free.append(attribute.range.offsets)
                }
            }
            spacedParentheses = parentheses
            // The ranges are disjoint: such an attribute has no nodes inside.
            free.sort { $0.lowerBound < $1.lowerBound }
            var next = free.startIndex
            for (index, token) in tree.tokens.enumerated() {
                while next < free.endIndex, free[next].upperBound <= Int(token.start) { next += 1 }
                guard next < free.endIndex else { break }
                if free[next].lowerBound < Int(token.start) { freeTokens.insert(index) }
            }
        }

        func isSpacedParenthesis(_ token: Token) -> Bool { spacedParentheses.contains(Int(token.start)) }
        func isFree(_ index: Int) -> Bool { freeTokens.contains(index) }
    }
}
