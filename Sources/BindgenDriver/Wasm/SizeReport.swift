import BindgenIDL
import BindgenWasm

/// Where the bytes of a module are: by section and by function, and what has changed since an earlier build.
struct SizeReport {
    /// Functions of one name; there is more than one only where the compiler gave a name twice.
    private struct Row {
        var name: String
        var bytes = 0
        /// Their places in `WasmModule.functions`.
        var places: [Int] = []
    }

    private let title: String
    private let named: WasmModule
    private let module: WasmModule
    private let names: [String]
    private let rows: [Row]
    private let retention: FunctionRetention?
    private let figures: SizeFigures
    private let before: SizeFigures?

    /// How many functions, and how many changes, are told one by one.
    private static let most = 25
    /// How much of a long name is shown.
    private static let nameWidth = 72

    /// - Parameters:
    ///   - module: what is published.
    ///   - named: the same code, with names.
    ///   - before: the figures to compare with.
    init(_ module: WasmModule, named: WasmModule, title: String, figures: SizeFigures, before: SizeFigures?) {
        self.title = title
        self.module = module
        self.named = named
        self.figures = figures
        self.before = before
        names = FunctionNames(named).all
        var rows: [String: Row] = [:]
        for (place, name) in names.enumerated() {
            rows[name, default: Row(name: name)].bytes += named.functions[place].entry.count
            rows[name]?.places.append(place)
        }
        self.rows = rows.values.sorted { ($1.bytes, $0.places[0]) < ($0.bytes, $1.places[0]) }
        retention = FunctionRetention(named, CodeScan(named))
    }

    /// A module alone, with the names that it has itself.
    init(_ module: WasmModule) {
        self.init(module, named: module, title: "", figures: SizeFigures(module, named: module), before: nil)
    }

    /// The names of the largest functions with their sizes, for a message.
    func largest(_ count: Int) -> [String] {
        let rows = rows.prefix(count)
        let demangle = Demangler(rows.map(\.name))
        return rows.map { "\(FileSize.format($0.bytes)) B  \(Self.shorten(demangle($0.name)))" }
    }

    var text: String {
        let lines = [before == nil ? title : "\(title), and the change since the last build that differed"]
        return (lines + totalLines + sectionLines + functionLines + changeLines).joined(separator: "\n")
    }

    private var totalLines: [String] {
        var table = TextTable(.left, .right, .right)
        table.add("raw", FileSize.format(figures.bytes) + " B", change(figures.bytes, before?.bytes))
        for compression in Compression.allCases {
            guard let bytes = figures.compressed[compression.rawValue] else {
                table.add(compression.rawValue, "not installed")
                continue
            }
            table.add(
                compression.rawValue, FileSize.format(bytes) + " B",
                change(bytes, before?.compressed[compression.rawValue]))
        }
        return [""] + table.lines
    }

    private var sectionLines: [String] {
        var table = TextTable(.left, .right, .right, .right)
        for (name, bytes) in figures.sections.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            table.add(
                name.printable, FileSize.format(bytes) + " B", SizeShare.text(bytes, of: figures.bytes),
                change(bytes, before.map { $0.sections[name] ?? 0 }))
        }
        for (name, bytes) in before?.sections.sorted(by: { $0.key < $1.key }) ?? [] where figures.sections[name] == nil {
            table.add(name.printable, "0 B", SizeShare.text(0, of: figures.bytes), change(0, bytes))
        }
        return ["", "Sections"] + table.lines
    }

    /// The largest functions, and what keeps them.
    var functionLines: [String] {
        if rows.isEmpty { return [] }
        let shown = rows.prefix(Self.most)
        let keepers = shown.map(keeper)
        let demangle = Demangler(shown.map(\.name) + keepers.compactMap(\.function))
        var table = TextTable(.right, .right, .right, .left, .left)
        table.add("size", "share", "keeps", "name", "kept by")
        for (row, keeper) in zip(shown, keepers) {
            let kept = keeper.function.map { Self.shorten(demangle($0), to: 44) } ?? keeper.text
            table.add(
                FileSize.format(row.bytes) + " B", SizeShare.text(row.bytes, of: figures.bytes), keeps(row),
                Self.shorten(demangle(row.name)), kept)
        }
        let all = rows.reduce(0) { $0 + $1.bytes }
        let others = all - shown.reduce(0) { $0 + $1.bytes }
        if rows.count > shown.count {
            table.add(
                FileSize.format(others) + " B", SizeShare.text(others, of: figures.bytes), "",
                "\(rows.count - shown.count) others")
        }
        table.add(FileSize.format(all) + " B", SizeShare.text(all, of: figures.bytes), "", "all functions")
        return ["", "Functions: the \(shown.count) largest of \(rows.count). `keeps` is what would go with a function."]
            + table.lines
    }

    /// All functions that the module defines, in its order; `keeps` and `keptBy` are null where the code could not be read.
    var functionList: JSONText {
        let demangle = Demangler(names)
        let imported = named.importedFunctions.count
        return .array(
            names.enumerated().map { place, name in
                .object([
                    ("index", .integer(place + imported)), ("name", .string(name)), ("demangled", .string(demangle(name))),
                    ("bytes", .integer(named.functions[place].entry.count)),
                    ("keeps", retention.map { .integer($0.bytes[place]) } ?? .null),
                    ("keptBy", retention.map { keeper(of: place, $0) } ?? .null),
                ])
            })
    }

    /// `{"function": INDEX}`, `{"export": NAME}`, or one of `"table"`, `"start"`, `"several"`, `"nothing"`.
    private func keeper(of place: Int, _ retention: FunctionRetention) -> JSONText {
        switch retention.keepers[place] {
        case .function(let place): .object([("function", .integer(place + named.importedFunctions.count))])
        case .export(let name): .object([("export", .string(name))])
        case .table: .string("table")
        case .start: .string("start")
        case .several: .string("several")
        case .nothing: .string("nothing")
        }
    }

    /// The bytes that would go with a function, where those are more than its own.
    private func keeps(_ row: Row) -> String {
        guard let retention, row.places.count == 1, retention.bytes[row.places[0]] > row.bytes else { return "" }
        return FileSize.format(retention.bytes[row.places[0]]) + " B"
    }

    /// The function that keeps another, or what else does.
    private func keeper(_ row: Row) -> (function: String?, text: String) {
        guard let retention, row.places.count == 1 else { return (nil, "") }
        switch retention.keepers[row.places[0]] {
        case .function(let place): return (names[place], "")
        case .export(let name): return (nil, Self.shorten("export \(name)", to: 44))
        case .table: return (nil, "the table of indirect calls")
        case .start: return (nil, "the start of the module")
        case .several: return (nil, "several")
        case .nothing: return (nil, "nothing")
        }
    }

    private var changeLines: [String] {
        guard let before else { return [] }
        var changes: [(name: String, bytes: Int, note: String)] = []
        for (name, bytes) in figures.functions where bytes != before.functions[name] {
            changes.append((name, bytes - (before.functions[name] ?? 0), before.functions[name] == nil ? "new" : ""))
        }
        for (name, bytes) in before.functions where figures.functions[name] == nil { changes.append((name, -bytes, "gone")) }
        if changes.isEmpty { return [] }
        changes.sort { (abs($1.bytes), $0.name) < (abs($0.bytes), $1.name) }
        let shown = changes.prefix(Self.most)
        let demangle = Demangler(shown.map(\.name))
        var table = TextTable(.right, .left, .left)
        for change in shown { table.add(signed(change.bytes), change.note, Self.shorten(demangle(change.name))) }
        let others = changes.dropFirst(shown.count)
        if !others.isEmpty { table.add(signed(others.reduce(0) { $0 + $1.bytes }), "", "\(others.count) others") }
        return ["", "Changed functions"] + table.lines
    }

    private func change(_ bytes: Int, _ before: Int?) -> String {
        before.map { $0 == bytes ? "" : signed(bytes - $0) } ?? ""
    }

    private func signed(_ bytes: Int) -> String {
        (bytes < 0 ? "−" : "+") + FileSize.format(abs(bytes)) + " B"
    }

    /// Some names of generic code are longer than a screen is wide.
    private static func shorten(_ name: String, to width: Int = nameWidth) -> String {
        let name = name.printable
        return name.count > width ? name.prefix(width - 1) + "…" : name
    }
}
