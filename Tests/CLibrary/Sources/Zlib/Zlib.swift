import BindgenRuntime
import CZlib

enum Zlib: ZlibExports {
    static var version: String { String(cString: zlibVersion()) }

    static func crc32(data: Span<UInt8>) -> UInt32 {
        data.withUnsafeBufferPointer { UInt32(CZlib.crc32(0, $0.baseAddress, UInt32($0.count))) }
    }

    static func adler32(data: Span<UInt8>) -> UInt32 {
        data.withUnsafeBufferPointer { UInt32(CZlib.adler32(1, $0.baseAddress, UInt32($0.count))) }
    }

    static func deflate(data: Span<UInt8>, level: UInt8) throws(JSError) -> [UInt8] {
        if level > 9 { throw JSError("level must be from 0 to 9, not \(level)", kind: .rangeError) }
        return try run(
            data, begin: { deflateInit_(&$0, Int32(level), ZLIB_VERSION, streamSize) }, step: CZlib.deflate, end: deflateEnd)
    }

    static func inflate(data: Span<UInt8>) throws(JSError) -> [UInt8] {
        try run(data, begin: { inflateInit_(&$0, ZLIB_VERSION, streamSize) }, step: CZlib.inflate, end: inflateEnd)
    }

    private static var streamSize: Int32 { Int32(MemoryLayout<z_stream>.size) }
    private typealias Stream = UnsafeMutablePointer<z_stream>?

    private static func run(
        _ data: Span<UInt8>, begin: (inout z_stream) -> Int32, step: (Stream, Int32) -> Int32, end: (Stream) -> Int32
    ) throws(JSError) -> [UInt8] {
        var stream = z_stream()
        stream.zalloc = czlib_allocate
        stream.zfree = czlib_free
        if begin(&stream) != Z_OK { throw JSError("zlib has no memory") }
        var output: [UInt8] = []
        let status = data.withUnsafeBufferPointer { input -> Int32 in
            stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.avail_in = UInt32(input.count)
            var piece = [UInt8](repeating: 0, count: 16 * 1024)
            var status = Z_OK
            while status == Z_OK {
                let count = piece.withUnsafeMutableBufferPointer { piece -> Int in
                    stream.next_out = piece.baseAddress
                    stream.avail_out = UInt32(piece.count)
                    status = step(&stream, Z_FINISH)
                    return piece.count - Int(stream.avail_out)
                }
                output += piece[..<count]
                // Z_FINISH says that there was no room: that is no error as long as something was written.
                if status == Z_BUF_ERROR, count > 0 { status = Z_OK }
            }
            return status
        }
        let message = stream.msg.map { String(cString: $0) }
        _ = end(&stream)
        if status != Z_STREAM_END { throw JSError(message ?? "the data ends early", kind: .typeError) }
        return output
    }
}
