/// Typedefs of typedefs can stand for types that grow without bound; what no one can mean is refused.
enum TypeTooLarge: Rule {
    static let id = "type-too-large"
}
