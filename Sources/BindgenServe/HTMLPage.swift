/// A page of HTML as far as something is put into it.
package enum HTMLPage {
    /// Puts `markup` at the start of the head, before anything that the page loads and before a policy in a `<meta>`, which
    /// covers what follows it.
    package static func insert(_ markup: String, into page: [UInt8]) -> [UInt8] {
        let place = startOfHead(page)
        return page[..<place] + Array(markup.utf8) + page[place...]
    }

    /// Behind `<head>`, or else behind `<html>`, or else behind the doctype, with the tags in comments left out.
    private static func startOfHead(_ page: [UInt8]) -> Int {
        var place = page.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var index = place
        while index < page.count {
            guard page[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            if matches(page, index, "<!--") {
                index = end(page, index + 4, "-->")
                continue
            }
            let names = ["<!doctype", "<html", "<head"]
            guard let name = names.first(where: { matches(page, index, $0) && endsName(page, index + $0.utf8.count) }) else {
                // Something else than the beginning of a page.
                return place
            }
            index = end(page, index, ">")
            place = index
            if name == "<head" { return place }
        }
        return place
    }

    private static func matches(_ page: [UInt8], _ index: Int, _ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard index + bytes.count <= page.count else { return false }
        return zip(page[index...], bytes).allSatisfy { byte, wanted in
            byte == wanted || (byte | 0x20 == wanted && wanted >= UInt8(ascii: "a"))
        }
    }

    private static func endsName(_ page: [UInt8], _ index: Int) -> Bool {
        index >= page.count || page[index] == UInt8(ascii: ">") || page[index] <= 0x20
    }

    private static func end(_ page: [UInt8], _ start: Int, _ text: String) -> Int {
        var index = start
        while index < page.count, !matches(page, index, text) { index += 1 }
        return min(page.count, index + text.utf8.count)
    }
}
