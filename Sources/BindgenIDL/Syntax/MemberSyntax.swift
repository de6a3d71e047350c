/// A member of an interface, mixin, namespace or callback interface. The parser keeps only those that the grammar allows in the
/// definition that holds them.
package enum MemberSyntax: Sendable {
    case constant(ConstantSyntax)
    case attribute(AttributeSyntax)
    case operation(OperationSyntax)
    case constructor(ConstructorSyntax)
    case iterable(IterableSyntax)

    /// The node behind the case.
    package var node: any DocumentedSyntax {
        switch self {
        case .constant(let node): node
        case .attribute(let node): node
        case .operation(let node): node
        case .constructor(let node): node
        case .iterable(let node): node
        }
    }
}
