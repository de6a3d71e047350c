/// Reads values of the binary format (WebAssembly 5.2) from a range of bytes, and never beyond it.
struct ByteReader {
    let bytes: [UInt8]
    private(set) var position: Int
    let end: Int
    /// What the range is, for messages: `the import section`.
    var place: String

    /// A range that is not within the bytes is cut to what is.
    init(_ bytes: [UInt8], _ range: Range<Int>, place: String) {
        self.bytes = bytes
        position = min(max(range.lowerBound, 0), bytes.count)
        end = min(max(range.upperBound, position), bytes.count)
        self.place = place
    }

    var isAtEnd: Bool { position >= end }
    var remaining: Int { end - position }
    /// The byte that comes next, not yet taken.
    var next: UInt8? { isAtEnd ? nil : bytes[position] }

    func error(_ message: String, at offset: Int? = nil) -> WasmError {
        WasmError(offset: offset ?? position, message)
    }

    private func endError(_ what: String) -> WasmError { error("\(place) ends within \(what)") }

    mutating func byte(_ what: String) throws(WasmError) -> UInt8 {
        guard position < end else { throw endError(what) }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func skip(_ count: Int, _ what: String) throws(WasmError) {
        guard count >= 0, count <= remaining else { throw endError(what) }
        position += count
    }

    /// An unsigned LEB128 number of at most `bits` bits (5.2.2).
    private mutating func unsigned(bits: Int, _ what: String) throws(WasmError) -> UInt64 {
        let start = position
        var result: UInt64 = 0
        var shift = 0
        while shift < bits {
            let byte = try byte(what)
            let part = UInt64(byte & 0x7F)
            if shift + 7 > bits, part >> UInt64(bits - shift) != 0 { break }
            result |= part << UInt64(shift)
            if byte < 0x80 { return result }
            shift += 7
        }
        throw error("\(what) is not a number of \(bits) bits", at: start)
    }

    mutating func u32(_ what: String) throws(WasmError) -> Int {
        Int(try unsigned(bits: 32, what))
    }

    mutating func u64(_ what: String) throws(WasmError) -> UInt64 {
        try unsigned(bits: 64, what)
    }

    /// A signed LEB128 number of at most `bits` bits (5.2.2).
    mutating func signed(bits: Int, _ what: String) throws(WasmError) -> Int64 {
        let start = position
        var result: Int64 = 0
        var shift = 0
        while shift < bits {
            let byte = try byte(what)
            result |= Int64(byte & 0x7F) << Int64(shift)
            shift += 7
            if byte < 0x80 {
                if shift < 64, byte & 0x40 != 0 { result |= -1 << Int64(shift) }
                let most: Int64 = bits >= 64 ? .max : (1 << Int64(bits - 1)) - 1
                if bits < 64, result > most || result < -most - 1 { break }
                return result
            }
        }
        throw error("\(what) is not a signed number of \(bits) bits", at: start)
    }

    /// The count of a list (5.1.3). Each entry takes a byte at least, so a larger count than there are bytes is wrong.
    mutating func count(_ what: String) throws(WasmError) -> Int {
        let start = position
        let count = try u32("the number of \(what)")
        if count > remaining { throw error("\(place) cannot hold \(count) \(what): \(remaining) bytes are left", at: start) }
        return count
    }

    /// A list, each entry read by `entry`.
    mutating func list<Element>(
        _ what: String, _ entry: (inout ByteReader) throws(WasmError) -> Element
    ) throws(WasmError) -> [Element] {
        let count = try count(what)
        var list: [Element] = []
        // The count may be a lie as long as the file.
        list.reserveCapacity(min(count, 1024))
        for _ in 0..<count { list.append(try entry(&self)) }
        return list
    }

    /// UTF-8 text (5.2.4).
    mutating func name(_ what: String) throws(WasmError) -> String {
        let length = try u32("the length of \(what)")
        let start = position
        try skip(length, what)
        guard let text = String(validating: bytes[start..<start + length], as: UTF8.self) else {
            throw error("\(what) is not UTF-8", at: start)
        }
        return text
    }

    /// The next `length` bytes as a reader of their own, which this one skips.
    mutating func part(_ length: Int, place: String) throws(WasmError) -> ByteReader {
        let start = position
        guard length <= remaining else {
            throw error("\(place) is said to have \(length) bytes, but \(remaining) are left", at: start)
        }
        position += length
        return ByteReader(bytes, start..<start + length, place: place)
    }

    /// Refuses what is left over.
    func finish() throws(WasmError) {
        if !isAtEnd { throw error("\(place) has \(remaining) bytes more than its entries take") }
    }
}
