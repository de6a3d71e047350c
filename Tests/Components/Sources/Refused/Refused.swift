import BindgenRuntime

enum Refused: RefusedExports {
    static func count(words: [String]) -> UInt32 {
        print("\(sin(Double(words.count)))")
        return UInt32(Set(words).count)
    }
}

@main
struct Start {
    static func main() {}
}
