import Foundation

/// Compresses what is sent to other machines, by programs that are installed, and remembers it until a file changes.
package final class ContentCoding: Sendable {
    /// Compresses a file by a coding of HTTP, `br` or `gzip`; nil where that cannot be done.
    package typealias Compressor = @Sendable (_ coding: String, _ path: String) -> [UInt8]?

    private let codings: [String]
    private let compressor: Compressor
    private let cache = Locked<[String: (tag: String, bytes: [UInt8])]>([:])
    /// Smaller files gain nothing.
    static let smallest = 1_000

    /// - Parameter codings: those that can be had, the best first.
    package init(codings: [String], compressor: @escaping Compressor) {
        self.codings = codings
        self.compressor = compressor
    }

    /// The best coding that a client accepts (RFC 9110 section 12.5.3); nil for none.
    package func choose(accepted: String?) -> String? {
        guard let accepted else { return nil }
        let names = accepted.lowercased().split(separator: ",").compactMap { item -> String? in
            let parts = item.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
            let isRefused = parts.dropFirst().contains { $0.hasPrefix("q=") && Double($0.dropFirst(2)) == 0 }
            return isRefused ? nil : parts.first
        }
        return codings.first { names.contains($0) || names.contains("*") }
    }

    /// - Parameter tag: changes when the file does.
    func compressed(_ path: String, tag: String, by coding: String) -> [UInt8]? {
        let key = coding + " " + path
        if let known = cache.withLock({ $0[key] }), known.tag == tag { return known.bytes }
        guard let bytes = compressor(coding, path) else { return nil }
        cache.withLock { $0[key] = (tag, bytes) }
        return bytes
    }
}
