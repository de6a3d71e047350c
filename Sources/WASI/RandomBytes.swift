import WASIPreview1

/// Random numbers of the host, of the quality that keys need.
public enum RandomBytes {
    public static func make(_ count: Int) throws(SystemError) -> [UInt8] {
        var errno: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, initialized in
            errno = wasi_random_get(buffer.baseAddress, UInt32(max(0, count)))
            initialized = errno == 0 ? max(0, count) : 0
        }
        try check(errno, "random")
        return bytes
    }
}
