/// The parts of `js-runtime`: pieces of JavaScript with the parts that they need in turn.
///
/// A part begins at a line `// @part NAME [needs NAME …]` and ends at the next; a need `view:f64` is a typed array over the whole
/// memory, which the emitter declares. Where there is a part `NAME/small` too, it takes the place of `NAME` in modules that are
/// built for size, `NAME/named` in those that keep the names of functions, and `NAME/inspected` in those that find leaks,
/// and `NAME/threads` in packages that have a build with threads.
package struct RuntimeLibrary: Sendable {
    struct Part: Sendable {
        var name: String
        var needs: [String]
        var text: String
        fileprivate var isOpen = true
    }
    /// In the order of emission.
    let parts: [Part]
    let prefersSize: Bool

    package init(
        files: [String], prefersSize: Bool, keepsNames: Bool, findsLeaks: Bool, hasThreads: Bool = false
    ) {
        self.prefersSize = prefersSize
        var parts: [Part] = []
        for file in files {
            for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
                if line.hasPrefix("// @part ") {
                    let words = line.dropFirst(9).split(separator: " ").map(String.init)
                    parts.append(Part(name: words[0], needs: Array(words.dropFirst(2)), text: ""))
                } else if !parts.isEmpty, parts[parts.count - 1].isOpen {
                    parts[parts.count - 1].text += line + "\n"
                }
            }
            if let last = parts.indices.last { parts[last].isOpen = false }
        }
        let kinds = (prefersSize ? ["/small"] : []) + (keepsNames ? ["/named"] : []) + (findsLeaks ? ["/inspected"] : [])
        let all = Set(parts.map(\.name))
        let wanted = kinds + (hasThreads ? ["/threads"] : [])
        self.parts = parts.compactMap { part in
            var part = part
            if let slash = part.name.firstIndex(of: "/") {
                guard let kind = wanted.firstIndex(of: String(part.name[slash...])) else { return nil }
                part.name.removeSubrange(slash...)
                // Of several that are wanted the last one says the most.
                if wanted[(kind + 1)...].contains(where: { all.contains(part.name + $0) }) { return nil }
            } else if wanted.contains(where: { all.contains(part.name + $0) }) {
                return nil
            }
            while part.text.hasSuffix("\n\n") { part.text.removeLast() }
            return part
        }
    }

    /// `names` and everything that they need.
    func closure(of names: Set<String>) -> Set<String> {
        var result: Set<String> = []
        var open = Array(names)
        while let name = open.popLast() {
            guard result.insert(name).inserted else { continue }
            open += parts.first { $0.name == name }?.needs ?? []
        }
        return result
    }
}
