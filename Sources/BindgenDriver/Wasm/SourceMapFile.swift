import BindgenIDL
import BindgenWasm
import Foundation

/// A source map of a module on its way to a file: the sources as the compiler named them, and the places.
struct SourceMapFile: Sendable {
    private var sources: [String]
    private var rows: [LineTable.Row]

    /// What stands for no source in maps for `wasm-opt`, which in older versions takes each place for one in a source.
    private static let nowhere = "nowhere"

    init(_ table: LineTable) {
        (sources, rows) = (table.files, table.rows)
    }

    /// What `wasm-opt` made of a map.
    init(reading path: String) throws(BuildError) {
        struct Contents: Decodable {
            var sources: [String]
            var mappings: String
        }
        guard let bytes = FileSystem.read(path), let contents = try? JSONDecoder().decode(Contents.self, from: Data(bytes)),
            let rows = SourceMap.rows(contents.mappings)
        else { throw BuildError("\(path) is not a source map") }
        sources = contents.sources
        self.rows = rows.map { row in
            let isPlace = row.file.map { contents.sources.indices.contains($0) && contents.sources[$0] != Self.nowhere } ?? false
            return isPlace ? row : LineTable.Row(endAt: row.offset)
        }
    }

    /// The text for `wasm-opt`.
    var text: String {
        var map = SourceMap()
        for row in rows {
            map.add(offset: row.offset, source: row.file ?? sources.count, line: max(row.line, 1), column: row.column)
        }
        return Self.text((sources + [Self.nowhere]).map(JSONText.string), contents: nil, map)
    }

    /// The text to publish: it names no path of this machine, and holds the package's own sources. Files without a place are left out.
    func text(for package: SourcePlaces) -> String {
        var used: [Int: Int] = [:]
        var paths: [String] = []
        var map = SourceMap()
        var wasPlace = false
        for row in rows {
            if let file = row.file, !sources[file].hasSuffix(">"), !sources[file].hasSuffix("/") {
                let number = used[file] ?? paths.count
                if used.updateValue(number, forKey: file) == nil { paths.append(sources[file]) }
                map.add(offset: row.offset, source: number, line: row.line, column: row.column)
                wasPlace = true
            } else if wasPlace {
                map.addEnd(offset: row.offset)
                wasPlace = false
            }
        }
        return Self.text(
            paths.map { .string(package.name(of: $0)) },
            contents: paths.map { package.contents(of: $0).map(JSONText.string) ?? .null }, map)
    }

    private static func text(_ sources: [JSONText], contents: [JSONText]?, _ map: SourceMap) -> String {
        var members: [(key: String, value: JSONText)] = [("version", .integer(3)), ("sources", .array(sources))]
        if let contents { members.append(("sourcesContent", .array(contents))) }
        members += [("names", .array([])), ("mappings", .string(map.mappings))]
        return JSONText.object(members).text() + "\n"
    }
}

/// Where the sources of a package are, seen from the folder that the module is in.
struct SourcePlaces: Sendable {
    /// The folder of the package.
    var package: String
    /// The folder of the module, as a server or a debugger sees it.
    var module: String

    /// The path below the package; nil for all other files, and for those that stand in folders of builds.
    func own(_ path: String) -> String? {
        guard let path = below(path), !path.hasPrefix(".") else { return nil }
        return path
    }

    private func below(_ path: String) -> String? {
        path.hasPrefix(package + "/") ? String(path.dropFirst(package.count + 1)) : nil
    }

    /// A URL relative to the module. Files that the package does not hold have a made-up one.
    func name(of path: String) -> String {
        let names = path.split(separator: "/")
        guard own(path) != nil else { return "swift-bindgen:///" + Self.escaped(names.suffix(2).joined(separator: "/")) }
        let folders = module.split(separator: "/")
        let common = zip(names, folders).prefix { $0 == $1 }.count
        let up = String(repeating: "../", count: folders.count - common)
        return Self.escaped(up + names[common...].joined(separator: "/"))
    }

    /// The text of a file that the package holds, and of the Swift that was generated for it.
    func contents(of path: String) -> String? {
        guard below(path) != nil, let bytes = FileSystem.read(path) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func escaped(_ path: String) -> String {
        path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    }
}

extension SourcePlaces {
    /// The custom section by which the glue of a module tells where in the package's own sources it has trapped. Instructions of others
    /// that were inlined count to the line of the package's own before them, as far as that stands in the same function.
    func lines(_ table: LineTable, of module: WasmModule) -> [UInt8] {
        var sources: [String] = []
        let numbers = table.files.map { path -> Int? in
            guard let path = own(path) else { return nil }
            sources.append(path)
            return sources.count - 1
        }
        var map = SourceMap()
        var functions = module.functions.map(\.body.lowerBound).sorted()[...]
        var last: (source: Int, line: Int, failure: String?)?
        var reasons: [String] = []
        for row in table.rows {
            while let start = functions.first, start <= row.offset {
                functions.removeFirst()
                guard last != nil else { continue }
                map.addEnd(offset: start)
                last = nil
            }
            guard let source = row.file.flatMap({ numbers[$0] }) else { continue }
            if let last, last == (source, row.line, row.failure) { continue }
            let reason = row.failure.map { text in
                if !reasons.contains(text) { reasons.append(text) }
                return reasons.firstIndex(of: text) ?? 0
            }
            map.add(offset: row.offset, source: source, line: row.line, column: 0, name: reason)
            last = (source, row.line, row.failure)
        }
        let contents = JSONText.object([
            ("sources", .array(sources.map(JSONText.string))), ("names", .array(reasons.map(JSONText.string))),
            ("mappings", .string(map.mappings)),
        ])
        return WasmModule.customSection("bindgen.lines", Array(contents.text().utf8))
    }
}
