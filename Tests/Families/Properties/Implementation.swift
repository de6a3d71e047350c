import BindgenRuntime

final class TextList: TextListExports {
    private var items: [String]
    init(items: [String]) { self.items = items }
    var length: UInt32 { UInt32(items.count) }
    subscript(index: UInt32) -> String {
        get { items[Int(index)] }
        set {
            if index < items.count { items[Int(index)] = newValue } else { items.append(newValue) }
        }
    }
    static func of(count: Int32) -> TextList { TextList(items: (0..<count).map { "\($0)" }) }
}

final class Item: ItemExports {
    let number: UInt32
    private(set) var title = "none"
    func setTitle(value: String) throws(JSError) {
        if value.isEmpty { throw JSError("a title is wanted") }
        title = value
    }
    private(set) nonisolated(unsafe) static var limit: Int32 = 5
    static func setLimit(value: Int32) throws(JSError) {
        if value < 0 { throw JSError("too low") }
        limit = value
    }
    init(number: UInt32) { self.number = number }
}

final class ItemList: ItemListExports {
    private let items: [Item]
    init(count: UInt32) { items = (0..<count).map { Item(number: $0) } }
    var length: UInt32 { UInt32(items.count) }
    func item(index: UInt32) -> Item? { index < items.count ? items[Int(index)] : nil }
}

final class Data: DataExports {
    private var values = JSMap<String, String>()
    init() {}
    var count: UInt32 { UInt32(values.count) }
    func describe() -> String {
        var text = ""
        for (key, value) in values.pairs { text += "\(key)=\(value);" }
        return text
    }
    subscript(name: String) -> String { values[name] ?? "" }
    func setProperty(name: String, value: String) throws(JSError) {
        if value.isEmpty { throw JSError("a value is wanted") }
        values[name] = value
    }
    func deleteProperty(name: String) { values[name] = nil }
    var propertyNames: [String] { values.pairs.map { $0.key } }
    func hasProperty(named name: String) -> Bool { values.contains(name) }
}

final class Store: StoreExports {
    private var values = JSMap<String, String>()
    init() {}
    var length: UInt32 { UInt32(values.count) }
    func key(index: UInt32) -> String? { index < values.count ? values.pairs[Int(index)].key : nil }
    func getItem(key: String) -> String? { values[key] }
    func setItem(key: String, value: String) { values[key] = value }
    func removeItem(key: String) { values[key] = nil }
    func clear() { values.removeAll() }
    var propertyNames: [String] { values.pairs.map { $0.key } }
}

final class Both: BothExports {
    init() {}
    var length: UInt32 { 2 }
    subscript(index: UInt32) -> Int32 { Int32(index) * 10 }
    subscript(name: String) -> Int32 { Int32(name.utf8.count) }
    var propertyNames: [String] { ["one", "three", "hidden"] }
    func hidden() -> String { "never seen" }
}

class Book: BookExports {
    let title: String
    init(title: String) { self.title = title }
}
final class Novel: Book, NovelExports {
    override init(title: String) { super.init(title: title) }
}

class Shelf: ShelfExports {
    fileprivate(set) var books: [Book]
    init(titles: [String]) { books = titles.map { Book(title: $0) } }
    var length: UInt32 { UInt32(books.count) }
    func item(index: UInt32) -> Book? { index < books.count ? books[Int(index)] : nil }
}
class OpenShelf: Shelf, OpenShelfExports {
    init() { super.init(titles: []) }
    func setProperty(index: UInt32, book: Book?) {
        if let book { index < books.count ? books[Int(index)] = book : books.append(book) } else { books.remove(at: Int(index)) }
    }
    subscript(title: String) -> String { "a book called \(title)" }
    var propertyNames: [String] { books.map { $0.title } }
    func owner() -> String { "ours" }
}
final class Stack: OpenShelf, StackExports {
    override var length: UInt32 { UInt32(min(books.count, 1)) }
    var mark: String?
}
final class NovelShelf: Shelf, NovelShelfExports {
    init() { super.init(titles: ["not seen"]) }
    override func item(index: UInt32) -> Novel? { Novel(title: "novel \(index)") }
}

class Box: BoxExports {
    var label = "box"
    init() {}
}
class Drawer: Box, DrawerExports {
    fileprivate var numbers = JSMap<String, Int32>()
    let values = GuestBuffer<Double>(count: 2)
    override init() { super.init() }
    subscript(name: String) -> Int32 {
        get { numbers[name] ?? -1 }
        set { numbers[name] = newValue }
    }
    func deleteProperty(name: String) { numbers[name] = nil }
    var propertyNames: [String] { numbers.pairs.map { $0.key } }
    var count: Int32 { Int32(numbers.count) }
}
final class SafeDrawer: Drawer, SafeDrawerExports {
    override init() { super.init() }
    override subscript(name: String) -> Int32 {
        get { super[name] * 2 }
        set { super[name] = newValue }
    }
    override func deleteProperty(name: String) {}
}

enum Library: LibraryExports {
    static func shelf(kind: String) -> Shelf {
        switch kind {
        case "open": OpenShelf()
        case "stack": Stack()
        case "novels": NovelShelf()
        default: Shelf(titles: ["one", "two"])
        }
    }
    static func box(kind: String) -> Box { kind == "drawer" ? Drawer() : kind == "safe" ? SafeDrawer() : Box() }
    static func first(shelf: Shelf) -> String { shelf.item(index: 0)?.title ?? "none" }
    static func total(drawer: Drawer) -> Int32 {
        var total: Int32 = 0
        for name in drawer.propertyNames { total += drawer[name] }
        return total
    }
}
