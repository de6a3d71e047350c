import BindgenRuntime

func same(_ first: String, _ second: String) -> Bool { first.utf8.elementsEqual(second.utf8) }

enum Token {
    case word(String)
    case text(String)
    case blob([UInt8])
    case number(Double)
    case parameter(String?)
    case mark(UInt8)
}

/// The statements of a text, and their tokens.
enum Lexer {
    static func statements(_ sql: String) -> [String] {
        var (statements, current, isText): ([String], [UInt8], Bool) = ([], [], false)
        func finish() {
            let text = String(decoding: current, as: UTF8.self)
            if current.contains(where: { $0 > 32 }) { statements.append(text) }
            current = []
        }
        for byte in sql.utf8 {
            if byte == UInt8(ascii: "'") { isText.toggle() }
            if byte == UInt8(ascii: ";"), !isText { finish() } else { current.append(byte) }
        }
        finish()
        return statements
    }

    static func tokens(_ sql: String) throws(JSError) -> [Token] {
        var tokens: [Token] = []
        let bytes = Array(sql.utf8)
        var index = 0
        func isWord(_ byte: UInt8) -> Bool {
            byte == 95 || (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte > 127
        }
        func word() -> String {
            let start = index
            while index < bytes.count, isWord(bytes[index]) { index += 1 }
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }
        func quoted() throws(JSError) -> [UInt8] {
            var text: [UInt8] = []
            index += 1
            while index < bytes.count {
                if bytes[index] == 39 {
                    index += 1
                    if index == bytes.count || bytes[index] != 39 { return text }
                }
                text.append(bytes[index])
                index += 1
            }
            throw JSError("unrecognized token")
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte <= 32 {
                index += 1
            } else if byte == 39 {
                tokens.append(.text(String(decoding: try quoted(), as: UTF8.self)))
            } else if byte == UInt8(ascii: "X"), index + 1 < bytes.count, bytes[index + 1] == 39 {
                index += 1
                tokens.append(.blob(hexadecimal(try quoted())))
            } else if byte == UInt8(ascii: "?") {
                index += 1
                tokens.append(.parameter(nil))
            } else if byte == UInt8(ascii: ":") {
                index += 1
                tokens.append(.parameter(":" + word()))
            } else if (48...57).contains(byte) || byte == UInt8(ascii: "-") {
                let start = index
                index += 1
                while index < bytes.count, (48...57).contains(bytes[index]) || bytes[index] == 46 { index += 1 }
                tokens.append(.number(Double(String(decoding: bytes[start..<index], as: UTF8.self)) ?? 0))
            } else if isWord(byte) {
                tokens.append(.word(word()))
            } else {
                index += 1
                tokens.append(.mark(byte))
            }
        }
        return tokens
    }

    private static func hexadecimal(_ digits: [UInt8]) -> [UInt8] {
        func value(_ digit: UInt8) -> UInt8 { digit < 58 ? digit - 48 : digit - 55 }
        return stride(from: 0, to: digits.count, by: 2).map { value(digits[$0]) << 4 | value(digits[$0 + 1]) }
    }
}

indirect enum Expression {
    case value(SQLValue?)
    case parameter(String?, Int)
    case column(String)
    case call(String, [Expression])

    /// As the column's name says it.
    var text: String {
        switch self {
        case .value(let value): Written.text(value)
        case .parameter(let name, _): name ?? "?"
        case .column(let name): name
        case .call(let name, let given): name + "(" + Written.list(given.map { $0.text }) + ")"
        }
    }
}

enum Command {
    case create(table: String, columns: [String])
    case insert(table: String, values: [Expression])
    case delete(table: String, filter: (Expression, Expression)?)
    case select([Expression], table: String?, filter: (Expression, Expression)?)
}

struct Parser {
    private let tokens: [Token]
    private var index = 0
    private var parameters = 0

    static func parse(_ sql: String) throws(JSError) -> Command {
        var parser = Parser(tokens: try Lexer.tokens(sql))
        let command = try parser.command()
        if parser.index < parser.tokens.count { throw parser.failure() }
        return command
    }
    private init(tokens: [Token]) { self.tokens = tokens }

    private func failure() -> JSError {
        guard index < tokens.count else { return JSError("incomplete input") }
        let near =
            switch tokens[index] {
            case .word(let word), .text(let word): word
            case .number(let number): Written.text(.number(number))
            case .blob: "X"
            case .parameter(let name): name ?? "?"
            case .mark(let byte): String(decoding: [byte], as: UTF8.self)
            }
        return JSError("near \"\(near)\": syntax error")
    }
    private mutating func command() throws(JSError) -> Command {
        if take("CREATE") {
            try expect("TABLE")
            let name = try word()
            try expect(mark: "(")
            var columns: [String] = []
            repeat { columns.append(try word()) } while take(mark: ",")
            try expect(mark: ")")
            return .create(table: name, columns: columns)
        }
        if take("INSERT") {
            try expect("INTO")
            let name = try word()
            try expect("VALUES")
            try expect(mark: "(")
            return .insert(table: name, values: try expressions())
        }
        if take("DELETE") {
            try expect("FROM")
            return .delete(table: try word(), filter: try filter())
        }
        try expect("SELECT")
        var wanted: [Expression] = []
        if take(mark: "*") { wanted = [.column("*")] } else { repeat { wanted.append(try expression()) } while take(mark: ",") }
        guard take("FROM") else { return .select(wanted, table: nil, filter: nil) }
        return .select(wanted, table: try word(), filter: try filter())
    }
    private mutating func filter() throws(JSError) -> (Expression, Expression)? {
        guard take("WHERE") else { return nil }
        let left = try expression()
        try expect(mark: "=")
        return (left, try expression())
    }
    /// Up to the closing parenthesis.
    private mutating func expressions() throws(JSError) -> [Expression] {
        if take(mark: ")") { return [] }
        var found: [Expression] = []
        repeat { found.append(try expression()) } while take(mark: ",")
        try expect(mark: ")")
        return found
    }
    private mutating func expression() throws(JSError) -> Expression {
        guard index < tokens.count else { throw failure() }
        switch tokens[index] {
        case .text(let text):
            index += 1
            return .value(.string(text))
        case .blob(let bytes):
            index += 1
            return .value(.uint8Array(bytes))
        case .number(let number):
            index += 1
            return .value(.number(number))
        case .parameter(let name):
            index += 1
            parameters += 1
            return .parameter(name, parameters - 1)
        case .word(let word):
            index += 1
            if same(word, "NULL") { return .value(nil) }
            return take(mark: "(") ? .call(word, try expressions()) : .column(word)
        case .mark: throw failure()
        }
    }
    private mutating func take(_ keyword: String) -> Bool {
        guard index < tokens.count, case .word(let word) = tokens[index], same(word, keyword) else { return false }
        index += 1
        return true
    }
    private mutating func take(mark: String) -> Bool {
        guard index < tokens.count, case .mark(let byte) = tokens[index], byte == mark.utf8.first else { return false }
        index += 1
        return true
    }
    private mutating func expect(_ keyword: String) throws(JSError) { if !take(keyword) { throw failure() } }
    private mutating func expect(mark: String) throws(JSError) { if !take(mark: mark) { throw failure() } }
    private mutating func word() throws(JSError) -> String {
        guard index < tokens.count, case .word(let word) = tokens[index] else { throw failure() }
        index += 1
        return word
    }
}

/// SQL of values.
enum Written {
    static func list(_ parts: [String]) -> String {
        var text = ""
        for (index, part) in parts.enumerated() { text += (index == 0 ? "" : ", ") + part }
        return text
    }
    static func text(_ value: SQLValue?) -> String {
        switch value {
        case nil: return "NULL"
        case .number(let number):
            return number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
        case .string(let text):
            var bytes: [UInt8] = [39]
            for byte in text.utf8 { bytes += byte == 39 ? [39, 39] : [byte] }
            return String(decoding: bytes + [39], as: UTF8.self)
        case .uint8Array(let blob):
            let digits = Array("0123456789ABCDEF".utf8)
            var bytes: [UInt8] = [88, 39]
            for byte in blob { bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
            return String(decoding: bytes + [39], as: UTF8.self)
        }
    }
}
