import BindgenModel
import Foundation
import Testing

/// The README's table of our extended attributes against the table that the front end goes by.
@Suite
struct DocumentationTests {
    /// The first cells of the rows below the heading, such as "`[Import]`, `[Import="module"]`".
    private static func attributeRows() throws -> [String] {
        let text = try String(contentsOf: Repository.root.appendingPathComponent("README.md"), encoding: .utf8)
        let sections = text.components(separatedBy: "\n## ")
        let section = sections.first { $0.hasPrefix("Extended attributes of ours\n") } ?? ""
        return section.split(separator: "\n").filter { $0.hasPrefix("| `[") }.map { $0.components(separatedBy: " | ")[0] }
    }

    /// `[A]`, `[A=Name]`, `[A=1]` or `[A="text"]`, whatever the placeholder is called.
    private static func form(_ spelling: String) -> String {
        let parts = spelling.split(separator: "=", maxSplits: 1)
        if parts.count == 1 { return spelling }
        if parts[1].hasPrefix("\"") { return parts[0] + "=\"text\"]" }
        return parts[0] + (parts[1].first?.isNumber == true ? "=1]" : "=Name]")
    }

    @Test("The README's table has each attribute of ours, in each of its forms, and no other")
    func attributes() throws {
        let documented = try Self.attributeRows().flatMap { row in
            row.split(separator: "`").filter { $0.hasPrefix("[") }.map { Self.form(String($0)) }
        }
        let known = AttributeTable.all.filter { $0.source == .bindgen }.flatMap(\.spellings)
        #expect(documented.sorted() == known.sorted())
    }
}
