/// The JavaScript runtime fragments, carried inside the tool.
package enum JSRuntime {
    /// The text of every fragment file, in the order in which they are emitted.
    package static var fragments: [String] {
        [PackageResources.memory_js].map { String(decoding: $0, as: UTF8.self) }
    }
}
