/// A `record<K, V>` of Web IDL: keys with their values, in the order of the object's properties.
///
/// A look-up goes through the pairs, so that nothing is hashed: records of options and headers are short. For many look-ups in a large
/// one make a Dictionary of its pairs.
///
/// ```swift
/// // record<DOMString, double> doubled(record<DOMString, double> values);
/// static func doubled(values: JSRecord<String, Double>) -> JSRecord<String, Double> {
///     var result = values
///     for (key, value) in values { result[key] = value * 2 }
///     return result
/// }
/// ```
public struct JSRecord<Key: Equatable, Value> {
    /// The keys with their values. JavaScript makes a property of each; of two pairs with one key the later one counts.
    public var pairs: [(key: Key, value: Value)]

    /// A record of these pairs.
    @inlinable public init(pairs: [(key: Key, value: Value)] = []) {
        self.pairs = pairs
    }

    /// The number of pairs.
    @inlinable public var count: Int { pairs.count }

    /// Whether there is no pair.
    @inlinable public var isEmpty: Bool { pairs.isEmpty }

    /// The keys in their order.
    @inlinable public var keys: [Key] { pairs.map { $0.key } }

    /// The values in the order of their keys.
    @inlinable public var values: [Value] { pairs.map { $0.value } }

    /// The value of a key, or nil. A new key comes last; nil takes the key away.
    @inlinable public subscript(key: Key) -> Value? {
        get {
            guard let index = lastIndex(of: key) else { return nil }
            return pairs[index].value
        }
        set {
            switch (lastIndex(of: key), newValue) {
            case (let index?, let value?): pairs[index].value = value
            case (let index?, nil): pairs.remove(at: index)
            case (nil, let value?): pairs.append((key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    @usableFromInline func lastIndex(of key: Key) -> Int? {
        var index = pairs.count
        while index > 0 {
            index -= 1
            if pairs[index].key == key { return index }
        }
        return nil
    }
}

extension JSRecord: Sequence {
    /// Goes through the pairs in their order.
    @inlinable public func makeIterator() -> IndexingIterator<[(key: Key, value: Value)]> { pairs.makeIterator() }
}

extension JSRecord: ExpressibleByDictionaryLiteral {
    /// `["width": 640, "height": 480]`; each key stands there once.
    @inlinable public init(dictionaryLiteral elements: (Key, Value)...) {
        pairs = elements.map { (key: $0.0, value: $0.1) }
    }
}
