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
