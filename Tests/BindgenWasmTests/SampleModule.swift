/// A module written by hand that holds every section and most forms of entries, as its bytes.
enum SampleModule {
    static let preamble: [UInt8] = [0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00]

    static func section(_ id: UInt8, _ contents: [UInt8]) -> [UInt8] { [id] + leb(contents.count) + contents }

    static func leb(_ number: Int) -> [UInt8] {
        number < 128 ? [UInt8(number)] : [UInt8(number & 0x7F) | 0x80] + leb(number >> 7)
    }

    static func text(_ text: String) -> [UInt8] { leb(text.utf8.count) + Array(text.utf8) }

    static func list(_ entries: [[UInt8]]) -> [UInt8] { leb(entries.count) + entries.flatMap { $0 } }

    static func custom(_ name: String, _ contents: [UInt8]) -> [UInt8] { section(0, text(name) + contents) }

    static func body(_ locals: [UInt8], _ code: [UInt8]) -> [UInt8] { leb(locals.count + code.count) + locals + code }

    /// `(i32, i64) -> f32` and `() -> (i32, i32)`
    static let types = section(1, list([[0x60, 2, 0x7F, 0x7E, 1, 0x7D], [0x60, 0, 2, 0x7F, 0x7F], [0x60, 0, 0]]))
    static let imports = section(
        2,
        list([
            text("env") + text("f") + [0x00, 0x00], text("env") + text("t") + [0x01, 0x6F, 0x00, 0x02],
            text("env") + text("g") + [0x03, 0x7C, 0x01], text("env") + text("e") + [0x04, 0x00, 0x02],
        ]))
    static let functions = section(3, list([[1], [2]]))
    static let tables = section(4, list([[0x70, 0x01, 0x01, 0x0A]]))
    static let memories = section(5, list([[0x01, 0x02, 0x10]]))
    static let tags = section(13, list([[0x00, 0x02]]))
    static let globals = section(6, list([[0x7F, 0x01, 0x41, 0x80, 0x7F, 0x0B], [0x7F, 0x00, 0x41, 1, 0x41, 2, 0x6A, 0x0B]]))
    static let exports = section(
        7,
        list([
            text("pair") + [0x00, 1], text("memory") + [0x02, 0], text("count") + [0x03, 1], text("bindgen:1a2b") + [0x00, 2],
        ]))
    static let start = section(8, [2])
    static let elements = section(9, list([[0x00, 0x41, 0x00, 0x0B, 1, 0x02], [0x05, 0x70, 1, 0xD2, 0x01, 0x0B]]))
    static let dataCount = section(12, [2])
    static let code = section(
        10,
        list([
            body([0x00], [0x41, 1, 0xC0, 0x41, 2, 0x0B]),
            body(
                [0x01, 0x02, 0x7B],
                [
                    0x02, 0x40, 0x10, 0x01, 0x1A, 0x1A, 0x0B,  // block, call 1, drop, drop
                    0x41, 0, 0x41, 0, 0x41, 4, 0xFC, 0x0A, 0x00, 0x00,  // memory.copy
                    0xFD, 0x0C, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 0x1A,  // v128.const, drop
                    0x41, 0, 0x28, 0x02, 0x04, 0x1A,  // i32.load, drop
                    0x41, 0, 0x11, 0x02, 0x01,  // call_indirect
                    0x0E, 0x01, 0x00, 0x00, 0x0B,  // br_table
                ]),
        ]))
    static let data = section(11, list([[0x00, 0x41, 0x80, 0x08, 0x0B, 3, 1, 2, 3], [0x01, 2, 4, 5]]))
    static let names = custom("name", [0, 7] + text("sample") + [1, 11] + list([[1] + text("pair"), [2] + text("go")]))
    static let producers = custom(
        "producers", list([text("language") + list([text("Swift") + text(""), text("C") + text("11")])]))
    static let targetFeatures = custom(
        "target_features", list([[0x2B] + text("simd128"), [0x2D] + text("atomics"), [0x2B] + text("later-thing")]))
    static let dwarf = custom(".debug_info", [1, 2, 3, 4])

    static let bytes: [UInt8] =
        preamble + types + imports + functions + tables + memories + tags + globals + exports + start + elements + dataCount
        + code + data + names + producers + targetFeatures + dwarf
}
