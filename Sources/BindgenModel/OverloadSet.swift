/// Web IDL 2.5.8: the effective overload set of operations of one name: every list of argument types with which one of them can be
/// called.
package struct OverloadSet {
    package enum Optionality: Equatable {
        case required, optional, variadic
    }

    package struct Entry {
        /// Which of the operations.
        package var index: Int
        package var types: ArraySlice<ResolvedType>
        package var optionality: ArraySlice<Optionality>
    }

    /// Arguments after this one are not looked at: no one writes them, and the work would grow with their square.
    static let greatestArity = 64

    /// The entries by the length of their type lists.
    package private(set) var entries: [[Entry]]

    /// - Parameter isExtended: whether with the entries for one argument more than any operation declares, which only variadic ones have.
    package init(_ operations: [[ArgumentDecl]], isExtended: Bool = false) {
        let operations = operations.map { $0.prefix(Self.greatestArity) }
        let greatest = (operations.map(\.count).max() ?? 0) + (isExtended ? 1 : 0)
        entries = Array(repeating: [], count: greatest + 1)
        for (index, arguments) in operations.enumerated() {
            var types = arguments.map(\.type)
            var optionality = arguments.map { $0.isVariadic ? Optionality.variadic : $0.isOptional ? .optional : .required }
            let count = types.count
            if let last = types.last, optionality.last == .variadic {
                while types.count < greatest {
                    types.append(last)
                    optionality.append(.variadic)
                }
            }
            var shortest = count
            while shortest > 0, optionality[shortest - 1] != .required { shortest -= 1 }
            for length in shortest...types.count {
                entries[length].append(Entry(index: index, types: types[..<length], optionality: optionality[..<length]))
            }
        }
    }
}
