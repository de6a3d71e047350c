// Strings into and out of Swift by the fastest road for their length.

import EmbeddedSupport

@_extern(wasm, module: "floor", name: "text") @_extern(c)
func sendText(_ address: UnsafePointer<UInt8>, _ count: Int, _ ascii: Bool)

/// Where a short result is written for the glue to read when the export has returned.
var results: UnsafeMutableRawPointer {
    @inline(__always) get { bindgen_region_address() }
}

/// `tag` is twice the number of bytes, plus one when all of them are ASCII.
@inline(__always)
func makeString(_ address: UnsafePointer<UInt8>, _ tag: Int) -> String {
    let count = tag >> 1
    let ascii = tag & 1 != 0
    if count > 64 && ascii {
        return String(unsafeUninitializedCapacity: count) { buffer in
            UnsafeMutableRawPointer(buffer.baseAddress.unsafelyUnwrapped).copyMemory(from: address, byteCount: count)
            return count
        }
    }
    return String(copying: UTF8Span(unchecked: Span(_unsafeStart: address, count: count), isKnownASCII: ascii))
}

/// Up to 512 bytes go to the result area, and the answer says how many and whether all are ASCII; longer text is handed over in place.
@inline(__always)
func returnString(_ text: String) -> Int32 {
    let utf8 = text.utf8Span
    let count = utf8.count
    return utf8.span.withUnsafeBufferPointer { bytes -> Int32 in
        guard let base = bytes.baseAddress else { return 0 }
        if count <= 512 {
            results.copyMemory(from: base, byteCount: count)
            return Int32(truncatingIfNeeded: count << 1 | (utf8.isKnownASCII ? 1 : 0))
        }
        sendText(base, count, utf8.isKnownASCII)
        return -1
    }
}

@_expose(wasm, "results") @_cdecl("floor_results")
func exportResults() -> UnsafeMutableRawPointer { results }

@_expose(wasm, "alloc") @_cdecl("floor_alloc")
func exportAlloc(_ count: Int) -> UnsafeMutableRawPointer { .allocate(byteCount: count, alignment: 8) }

@_expose(wasm, "dealloc") @_cdecl("floor_dealloc")
func exportDealloc(_ address: UnsafeMutableRawPointer) { address.deallocate() }

@_expose(wasm, "stringIn") @_cdecl("floor_stringIn")
func exportStringIn(_ address: UnsafePointer<UInt8>, _ tag: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: stringIn(makeString(address, tag)))
}

@inline(never)
func stringIn(_ text: String) -> Int { text.utf8.count }

@_expose(wasm, "stringInBorrowed") @_cdecl("floor_stringInBorrowed")
func exportStringInBorrowed(_ address: UnsafePointer<UInt8>, _ tag: Int) -> UInt32 {
    let text = UTF8Span(unchecked: Span(_unsafeStart: address, count: tag >> 1), isKnownASCII: tag & 1 != 0)
    return UInt32(truncatingIfNeeded: stringInBorrowed(text))
}

@inline(never)
func stringInBorrowed(_ text: UTF8Span) -> Int { text.count }

@_expose(wasm, "stringOut") @_cdecl("floor_stringOut")
func exportStringOut(_ kind: UInt32) -> Int32 { returnString(texts[Int(kind)]) }

@_expose(wasm, "greet") @_cdecl("floor_greet")
func exportGreet(_ address: UnsafePointer<UInt8>, _ tag: Int) -> Int32 {
    returnString("Hello, " + makeString(address, tag) + "!")
}
