enum Numbers: NumbersExports {
    static func add(a: Int32, b: Int32) -> Int32 { a &+ b }
}
