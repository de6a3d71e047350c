/// A part of a whole as people read it.
enum SizeShare {
    /// `12.3 %`
    static func text(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "" }
        // Rounded to tenths in integers, so that the text does not depend on a locale.
        let tenths = (part * 1000 + whole / 2) / whole
        return "\(tenths / 10).\(tenths % 10) %"
    }
}
