/// Which names a server answers to.
///
/// A page of another site can have its own name resolve to this machine and then read what is served here (DNS rebinding). It
/// cannot change the name that the browser sends, though: an address, `localhost`, or what the user chose.
package struct HostCheck: Sendable {
    /// A name that the user chose to listen on.
    package var name: String?

    package init(name: String?) {
        self.name = name?.lowercased()
    }

    package func accepts(_ host: String?) -> Bool {
        guard let host = host?.lowercased(), !host.isEmpty else { return true }
        if host.hasPrefix("[") { return host.contains("]") }
        let name = host.split(separator: ":", omittingEmptySubsequences: false).first ?? ""
        if name == "localhost" || name.hasSuffix(".localhost") || String(name) == self.name { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
