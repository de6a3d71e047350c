/// The media type of a file by the extension of its name (IANA's registry; for JavaScript RFC 9239).
enum MediaType {
    static func of(_ path: String) -> String {
        let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
        guard let dot = name.lastIndex(of: ".") else { return "application/octet-stream" }
        return types[name[name.index(after: dot)...].lowercased()] ?? "application/octet-stream"
    }

    /// Whether a file gets smaller by compression: text, and wasm.
    static func isCompressible(_ type: String) -> Bool {
        type.hasPrefix("text/") || ["application/wasm", "application/json", "image/svg+xml"].contains { type.hasPrefix($0) }
    }

    private static let types = [
        "avif": "image/avif", "bin": "application/octet-stream", "css": "text/css; charset=utf-8",
        "csv": "text/csv; charset=utf-8",
        "gif": "image/gif", "glb": "model/gltf-binary", "htm": "text/html; charset=utf-8", "html": "text/html; charset=utf-8",
        "ico": "image/x-icon", "jpeg": "image/jpeg", "jpg": "image/jpeg", "js": "text/javascript; charset=utf-8",
        "json": "application/json", "map": "application/json", "md": "text/markdown; charset=utf-8",
        "mjs": "text/javascript; charset=utf-8", "mp3": "audio/mpeg", "mp4": "video/mp4", "ogg": "audio/ogg", "otf": "font/otf",
        "pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml", "swift": "text/plain; charset=utf-8",
        "ts": "text/plain; charset=utf-8", "ttf": "font/ttf", "txt": "text/plain; charset=utf-8",
        "idl": "text/plain; charset=utf-8",
        "wasm": "application/wasm", "wav": "audio/wav", "webm": "video/webm", "webmanifest": "application/manifest+json",
        "webp": "image/webp", "woff": "font/woff", "woff2": "font/woff2", "xml": "application/xml",
    ]
}
