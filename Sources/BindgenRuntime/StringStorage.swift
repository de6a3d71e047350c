import EmbeddedSupport

/// Strings made around the bytes that JavaScript left, all of which are copied at once. The standard library copies text byte by byte, which
/// takes most of the time from some 20 bytes on.
///
/// A string with an object of its own is three words, [ count, storage, flags ], and its storage is [ class, references, capacity, count,
/// flags | bytes, 0 … | breadcrumbs ]: four words, two halves of a word, so many bytes as the capacity says, and a reference to what speeds up
/// UTF-16 offsets, which is null at first. Two strings that the standard library made show class, references and flags, and that the
/// layout is this one; where it is not, strings are made in the standard library's way.
@usableFromInline enum StringStorage {
    private static let headerSize = 20
    private static let breadcrumbsSize = 4

    /// What texts of one kind have in common: the flags of the string, and those of its storage.
    private struct Flags {
        var string: UInt32 = 0
        var storage: UInt32 = 0
    }

    private enum Knowledge { case none, known, otherwise }

    private nonisolated(unsafe) static var knowledge = Knowledge.none
    /// Class and references of a storage that has one reference.
    private nonisolated(unsafe) static var head: UInt64 = 0
    private nonisolated(unsafe) static var ofASCII = Flags()
    private nonisolated(unsafe) static var ofOthers = Flags()

    /// A string of `count` UTF-8 bytes; nil where the layout is another one, or no memory is left.
    @usableFromInline @inline(never)
    static func string(_ bytes: UnsafeRawPointer, count: Int, isASCII: Bool) -> String? {
        if knowledge == .none { learn() }
        guard knowledge == .known else { return nil }
        // The standard library fills 16 bytes as well, and ends every text with a 0.
        let size = (headerSize + count + 1 + breadcrumbsSize + 15) & ~15
        guard let room = bindgen_allocate(size - Int(BINDGEN_HEADER_SIZE)) else { return nil }
        let flags = isASCII ? ofASCII : ofOthers
        let storage = room - Int(BINDGEN_HEADER_SIZE)
        let capacity = size - headerSize - breadcrumbsSize
        storage.storeBytes(of: head, as: UInt64.self)
        storage.storeBytes(of: Int32(truncatingIfNeeded: capacity), toByteOffset: 8, as: Int32.self)
        storage.storeBytes(of: Int32(truncatingIfNeeded: count), toByteOffset: 12, as: Int32.self)
        storage.storeBytes(of: flags.storage, toByteOffset: 16, as: UInt32.self)
        (storage + headerSize).copyMemory(from: bytes, byteCount: count)
        storage.storeBytes(of: 0, toByteOffset: headerSize + count, as: UInt8.self)
        storage.storeBytes(of: 0, toByteOffset: headerSize + capacity, as: UInt32.self)
        var words = (Int32(truncatingIfNeeded: count), Region.address(storage), flags.string)
        // `move` takes over the one reference that the head counts; a cast would add another.
        return withUnsafeMutableBytes(of: &words) {
            $0.assumingMemoryBound(to: String.self).baseAddress.unsafelyUnwrapped.move()
        }
    }

    /// Looks at two strings of the standard library's.
    private static func learn() {
        var ascii = "some of ASCII", other = "日本語で書く"
        knowledge = .otherwise
        guard let (head, ofASCII) = look(at: &ascii), let (sameHead, ofOthers) = look(at: &other), head == sameHead
        else { return }
        (self.head, self.ofASCII, self.ofOthers) = (head, ofASCII, ofOthers)
        knowledge = .known
    }

    /// The head and the flags of a text with room for more, or nil where one of its words is not what it should be.
    private static func look(at text: inout String) -> (head: UInt64, Flags)? {
        guard MemoryLayout<String>.size == 12 else { return nil }
        let count = Int32(truncatingIfNeeded: text.utf8.count)
        text.reserveCapacity(100)
        let start = text.utf8.withContiguousStorageIfAvailable { UnsafeRawPointer($0.baseAddress.unsafelyUnwrapped) }
        guard let start else { return nil }
        let storage = start - headerSize
        // Looks at the variable and not at its value, of which builds without optimization make copies that are counted.
        return withUnsafeMutableBytes(of: &text) { words in
            let capacity = Int(storage.load(fromByteOffset: 8, as: Int32.self))
            guard words.load(as: Int32.self) == count, words.load(fromByteOffset: 4, as: Int32.self) == Region.address(storage),
                storage.load(fromByteOffset: 12, as: Int32.self) == count, (100..<200).contains(capacity),
                (headerSize + capacity + breadcrumbsSize) % 16 == 0,
                storage.load(fromByteOffset: headerSize + capacity, as: Int32.self) == 0
            else { return nil }
            #if hasFeature(Embedded)
            guard storage.load(fromByteOffset: 4, as: Int32.self) == 1 else { return nil }
            #endif
            let ofString = words.load(fromByteOffset: 8, as: UInt32.self)
            let ofStorage = storage.load(fromByteOffset: 16, as: UInt32.self)
            return (storage.loadUnaligned(as: UInt64.self), Flags(string: ofString, storage: ofStorage))
        }
    }
}
