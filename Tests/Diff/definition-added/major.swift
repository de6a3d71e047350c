enum Numbers: NumbersExports {
    static func twice(value: Int32) -> Int32 { value * 2 }
    static func kind(value: Int32) -> Int32 { 0 }
}
