import WASIPreview1

/// The program that runs: what it was started with, and its end.
public enum Program {
    /// The command line. The first one is the program's name, where the host gives any.
    public static func arguments() throws(SystemError) -> [String] {
        try strings("arguments", wasi_args_sizes_get, wasi_args_get)
    }

    /// The variables of the environment, in the host's order.
    public static func environment() throws(SystemError) -> [(name: String, value: String)] {
        try strings("environment", wasi_environ_sizes_get, wasi_environ_get).map { variable in
            let bytes = Array(variable.utf8)
            let end = bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.count
            return (text(bytes[..<end]), text(bytes[end...].dropFirst()))
        }
    }

    /// A variable of the environment; nil where there is none of this name.
    public static func variable(_ name: String) throws(SystemError) -> String? {
        for variable in try environment() where variable.name == name { return variable.value }
        return nil
    }

    /// Ends the program. In JavaScript, `start` of the WASI implementation returns this code, and nothing of the module runs after it.
    public static func exit(_ code: UInt8) -> Never { wasi_proc_exit(Int32(code)) }

    private typealias Sizes = (UnsafeMutablePointer<UInt32>?, UnsafeMutablePointer<UInt32>?) -> Int32
    private typealias Texts = (UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?, UnsafeMutablePointer<UInt8>?) -> Int32

    /// Texts that end with a zero, which the host writes behind each other.
    private static func strings(_ operation: StaticString, _ sizes: Sizes, _ texts: Texts) throws(SystemError) -> [String] {
        var (count, size): (UInt32, UInt32) = (0, 0)
        try check(sizes(&count, &size), operation)
        if count == 0 { return [] }
        var bytes = [UInt8](repeating: 0, count: Int(size))
        let capacity = bytes.count
        var found: [String] = []
        let errno = bytes.withUnsafeMutableBufferPointer { bytes -> Int32 in
            let pointers = UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>.allocate(capacity: Int(count))
            pointers.initialize(repeating: nil, count: Int(count))
            defer { pointers.deallocate() }
            let errno = texts(pointers, bytes.baseAddress)
            guard errno == 0, let base = bytes.baseAddress else { return errno }
            for index in 0..<Int(count) {
                guard let start = pointers[index].map({ $0 - base }), (0..<capacity).contains(start) else { continue }
                let end = bytes[start...].firstIndex(of: 0) ?? capacity
                found.append(text(bytes[start..<end]))
            }
            return 0
        }
        try check(errno, operation)
        return found
    }
}

/// A text of the host's; what is no UTF-8 in it becomes U+FFFD.
func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
