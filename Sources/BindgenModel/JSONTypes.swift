/// Web IDL 2.5.3.1: the JSON types, which `toJSON` may return.
package enum JSONTypes {
    /// What the question needs to know of named types.
    package struct Facts {
        /// The types of a dictionary's members and its parents'.
        package var dictionaryMemberTypes: (String) -> [ResolvedType]
        /// Whether the interface, or one that it inherits, has a `toJSON` operation.
        package var interfaceHasToJSON: (String) -> Bool

        package init(
            dictionaryMemberTypes: @escaping (String) -> [ResolvedType], interfaceHasToJSON: @escaping (String) -> Bool
        ) {
            self.dictionaryMemberTypes = dictionaryMemberTypes
            self.interfaceHasToJSON = interfaceHasToJSON
        }
    }

    package static func isJSONType(_ type: ResolvedType, _ facts: Facts) -> Bool {
        var visited: Set<String> = []
        return isJSONType(type, facts, &visited)
    }

    private static func isJSONType(_ type: ResolvedType, _ facts: Facts, _ visited: inout Set<String>) -> Bool {
        switch type {
        case .boolean, .integer, .float, .string, .enumeration, .object: return true
        case .nullable(let inner), .sequence(let inner), .frozenArray(let inner): return isJSONType(inner, facts, &visited)
        case .record(_, let value): return isJSONType(value, facts, &visited)
        case .union(let members, _):
            for member in members where !isJSONType(member, facts, &visited) { return false }
            return true
        case .dictionary(let name):
            guard visited.insert(name).inserted else { return true }
            for member in facts.dictionaryMemberTypes(name) where !isJSONType(member, facts, &visited) { return false }
            return true
        case .interface(let name): return facts.interfaceHasToJSON(name)
        // What contains itself is asked about where it begins.
        case .typedef: return true
        case .undefined, .any, .symbol, .bigint, .callbackFunction, .callbackInterface, .buffer, .asyncSequence, .observableArray,
            .promise:
            return false
        }
    }
}
