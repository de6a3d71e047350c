import BindgenRuntime

enum Reader: ReaderExports {
    static func count(folder: String, onProgress: Progress?, signal: AbortSignal?) async throws(JSError) -> [Count] {
        let index = try await get("\(folder)/index.json", signal)
        let entries = try await index.json()

        // A page has one thread, so these may go into each task.
        nonisolated(unsafe) let (signal, onProgress) = (signal, onProgress)
        let counts = try await withThrowingTaskGroup(of: Count.self, throwing: JSError.self) { group throws(JSError) in
            for entry in entries {
                group.addTask { () async throws(JSError) -> Count in
                    let text = try await get("\(folder)/\(entry.file)", signal)
                    return try await count(text, title: entry.title, onProgress)
                }
            }
            var counts: [Count] = []
            while let count = try await group.next() { counts.append(count) }
            return counts
        }
        return counts.sorted { $0.words > $1.words }
    }

    private static func get(_ url: String, _ signal: AbortSignal?) async throws(JSError) -> Response {
        let response = try await Web.fetch(url: url, init: RequestInit(signal: signal))
        if !response.ok { throw JSError("\(url): status \(response.status)", kind: .rangeError) }
        return response
    }

    /// Counts while the text arrives: no text is whole in memory.
    private static func count(_ response: Response, title: String, _ onProgress: Progress?) async throws(JSError) -> Count {
        var count = Count(title: title, words: 0, bytes: 0)
        var isInWord = false
        guard let body = response.body else { return count }
        for try await chunk in body {
            for byte in chunk {
                let isSpace = byte <= 0x20
                if isInWord == isSpace {
                    isInWord = !isSpace
                    if isInWord { count.words += 1 }
                }
            }
            count.bytes += UInt32(chunk.count)
            onProgress?(title, count.bytes)
        }
        return count
    }
}
