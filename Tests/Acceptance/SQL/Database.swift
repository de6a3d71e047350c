import BindgenRuntime

/// A table: its rows in the order in which they came.
final class Table {
    let columns: [String]
    var rows: [[SQLValue?]] = []
    init(columns: [String]) { self.columns = columns }
}

final class Database: DatabaseExports {
    private var tables: [(name: String, table: Table)] = []
    private var functions: [(name: String, call: SQLFunction)] = []
    private var aggregates: [(name: String, functions: Aggregate)] = []
    private var listener: ChangeListener?
    private var modified: UInt32 = 0
    private(set) var isOpen = true

    init(data: [UInt8]?) throws(JSError) {
        if let data { try run(sql: String(decoding: data, as: UTF8.self), parameters: nil) }
    }

    func run(sql: String, parameters: Parameters?) throws(JSError) {
        for text in Lexer.statements(sql) { try prepare(sql: text, parameters: parameters).run(parameters: nil) }
    }
    func exec(sql: String, parameters: Parameters?) throws(JSError) -> [QueryResult] {
        var results: [QueryResult] = []
        for text in Lexer.statements(sql) {
            let statement = try prepare(sql: text, parameters: parameters)
            var rows: [[SQLValue?]] = []
            while try statement.step() { rows.append(try statement.get(parameters: nil)) }
            if !rows.isEmpty { results.append(QueryResult(columns: try statement.getColumnNames(), values: rows)) }
        }
        return results
    }
    func each(sql: String, parameters: Parameters?, row: @escaping RowCallback, done: DoneCallback?) throws(JSError) {
        let statement = try prepare(sql: sql, parameters: parameters)
        while try statement.step() { try row(try statement.getAsObject(parameters: nil)) }
        try done?()
    }
    func each(sql: String, row: @escaping RowCallback, done: DoneCallback?) throws(JSError) {
        try each(sql: sql, parameters: nil, row: row, done: done)
    }
    func prepare(sql: String, parameters: Parameters?) throws(JSError) -> Statement {
        let statement = Statement(self, sql, try Parser.parse(sql))
        if let parameters { _ = try statement.bind(parameters: parameters) }
        return statement
    }
    func iterateStatements(sql: String) -> StatementList { StatementList(self, Lexer.statements(sql)) }
    func export() -> [UInt8] {
        var text = ""
        for (name, table) in tables {
            text += "CREATE TABLE \(name) (\(Written.list(table.columns)));"
            for row in table.rows { text += "INSERT INTO \(name) VALUES (\(Written.list(row.map { Written.text($0) })));" }
        }
        return Array(text.utf8)
    }
    func getRowsModified() -> UInt32 { modified }
    func create_function(name: String, function: @escaping SQLFunction) {
        functions = functions.filter { !same($0.name, name) } + [(name, function)]
    }
    func create_aggregate(name: String, functions: Aggregate) {
        aggregates = aggregates.filter { !same($0.name, name) } + [(name, functions)]
    }
    func updateHook(listener: ChangeListener?) { self.listener = listener }
    func close() {
        isOpen = false
        (tables, functions, aggregates, listener) = ([], [], [], nil)
    }

    /// The rows that a command gives; nil for one that gives none.
    func perform(_ command: Command, _ bound: Parameters?) throws(JSError) -> (columns: [String], rows: [[SQLValue?]])? {
        if !isOpen { throw JSError("Database closed") }
        switch command {
        case .create(let name, let columns):
            if tables.contains(where: { same($0.name, name) }) { throw JSError("table \(name) already exists") }
            tables.append((name, Table(columns: columns)))
            return nil
        case .insert(let name, let values):
            let table = try table(name)
            if values.count != table.columns.count {
                throw JSError("table \(name) has \(table.columns.count) columns but \(values.count) values were supplied")
            }
            var row: [SQLValue?] = []
            for value in values { row.append(try evaluate(value, nil, [], bound)) }
            table.rows.append(row)
            modified = 1
            try listener?(.insert, "main", name, Int64(table.rows.count))
            return nil
        case .delete(let name, let filter):
            let table = try table(name)
            var (kept, removed): ([[SQLValue?]], [Int]) = ([], [])
            for (index, row) in table.rows.enumerated() {
                if try matches(filter, table, row, bound) { removed.append(index + 1) } else { kept.append(row) }
            }
            table.rows = kept
            modified = UInt32(removed.count)
            for row in removed { try listener?(.delete, "main", name, Int64(row)) }
            return nil
        case .select(let wanted, let name, let filter):
            let table = if let name { try table(name) } else { nil as Table? }
            var expressions = wanted
            if let table, case .column("*")? = wanted.first { expressions = table.columns.map { .column($0) } }
            var rows: [[SQLValue?]] = []
            for row in table?.rows ?? [[]] where try matches(filter, table, row, bound) { rows.append(row) }
            if let whole = try aggregate(expressions, table, rows, bound) { return (expressions.map { $0.text }, [[whole]]) }
            var results: [[SQLValue?]] = []
            for row in rows {
                var result: [SQLValue?] = []
                for expression in expressions { result.append(try evaluate(expression, table, row, bound)) }
                results.append(result)
            }
            return (expressions.map { $0.text }, results)
        }
    }

    private func table(_ name: String) throws(JSError) -> Table {
        guard let entry = tables.first(where: { same($0.name, name) }) else { throw JSError("no such table: \(name)") }
        return entry.table
    }
    private func matches(
        _ filter: (Expression, Expression)?, _ table: Table?, _ row: [SQLValue?], _ bound: Parameters?
    ) throws(JSError) -> Bool {
        guard let filter else { return true }
        let (left, right) = (try evaluate(filter.0, table, row, bound), try evaluate(filter.1, table, row, bound))
        switch (left, right) {
        case (.number(let one), .number(let other)): return one == other
        case (.string(let one), .string(let other)): return same(one, other)
        case (.uint8Array(let one), .uint8Array(let other)): return one == other
        default: return false
        }
    }
    private func evaluate(
        _ expression: Expression, _ table: Table?, _ row: [SQLValue?], _ bound: Parameters?
    ) throws(JSError) -> SQLValue? {
        switch expression {
        case .value(let value): return value
        case .parameter(let name, let index):
            switch bound {
            case nil: return nil
            case .sequence(let values): return index < values.count ? values[index] : nil
            case .record(let values): return values.pairs.first { same($0.key, name ?? "") }?.value
            }
        case .column(let name):
            guard let index = table?.columns.firstIndex(where: { same($0, name) }) else {
                throw JSError("no such column: \(name)")
            }
            return row[index]
        case .call(let name, let given):
            guard let function = functions.first(where: { same($0.name, name) }) else {
                throw JSError("no such function: \(name)")
            }
            var values: [SQLValue?] = []
            for expression in given { values.append(try evaluate(expression, table, row, bound)) }
            return try function.call(values)
        }
    }
    /// The value of an aggregate over rows; nil where the first expression is none.
    private func aggregate(
        _ expressions: [Expression], _ table: Table?, _ rows: [[SQLValue?]], _ bound: Parameters?
    ) throws(JSError) -> SQLValue?? {
        guard case .call(let name, let given)? = expressions.first,
            let functions = aggregates.first(where: { same($0.name, name) })?.functions
        else { return .none }
        var state = try functions.`init`?() ?? JSValue.null
        for row in rows {
            var values: [SQLValue?] = []
            for expression in given { values.append(try evaluate(expression, table, row, bound)) }
            state = try functions.step(state, values)
        }
        if let finalize = functions.finalize { return .some(try finalize(state)) }
        if case .number(let number) = state { return .some(.number(number)) }
        return .some(nil)
    }
}

final class Statement: StatementExports {
    private let database: Database
    private let sql: String
    private let command: Command
    private var bound: Parameters?
    private var found: (columns: [String], rows: [[SQLValue?]])?
    private var place = -1

    init(_ database: Database, _ sql: String, _ command: Command) {
        (self.database, self.sql, self.command) = (database, sql, command)
    }

    func bind(parameters: Parameters?) throws(JSError) -> Bool {
        if !database.isOpen { throw JSError("Statement closed") }
        reset()
        bound = parameters
        return true
    }
    func step() throws(JSError) -> Bool {
        if !database.isOpen { throw JSError("Statement closed") }
        if place < 0 { found = try database.perform(command, bound) }
        place += 1
        return place < (found?.rows.count ?? 0)
    }
    func get(parameters: Parameters?) throws(JSError) -> [SQLValue?] {
        try move(to: parameters)
        guard let rows = found?.rows, place >= 0, place < rows.count else { return [] }
        return rows[place]
    }
    func getColumnNames() throws(JSError) -> [String] {
        if let found { return found.columns }
        return try database.perform(command, bound)?.columns ?? []
    }
    func getAsObject(parameters: Parameters?) throws(JSError) -> JSRecord<String, SQLValue?> {
        try move(to: parameters)
        let columns = try getColumnNames()
        guard let rows = found?.rows, place >= 0, place < rows.count else { return JSRecord(pairs: columns.map { ($0, nil) }) }
        return JSRecord(pairs: columns.indices.map { (columns[$0], rows[place][$0]) })
    }
    func getSQL() -> String { sql }
    func run(parameters: Parameters?) throws(JSError) {
        if let parameters { _ = try bind(parameters: parameters) }
        _ = try step()
        reset()
    }
    func reset() { (place, found) = (-1, nil) }
    func free() { reset() }

    /// With parameters, the first row that they give.
    private func move(to parameters: Parameters?) throws(JSError) {
        guard let parameters else { return }
        _ = try bind(parameters: parameters)
        _ = try step()
    }
}

final class StatementList: StatementListExports {
    private let database: Database
    private let texts: [String]
    private var statements: [Statement?]
    init(_ database: Database, _ texts: [String]) {
        (self.database, self.texts) = (database, texts)
        statements = texts.map { _ in nil }
    }
    var length: UInt32 { UInt32(texts.count) }
    func at(index: UInt32) throws(JSError) -> Statement {
        let index = Int(index)
        guard index < texts.count else { throw JSError("there is no statement \(index)", kind: .rangeError) }
        if let statement = statements[index] { return statement }
        let statement = try database.prepare(sql: texts[index], parameters: nil)
        statements[index] = statement
        return statement
    }
}
