import BindgenWIT
import BindgenWasm

/// Where types of WIT are written, each once: a component, one inside of it, or the type of an instance.
struct ComponentTypes {
    enum Target {
        case component(ComponentWriter)
        case instance(InstanceTypeWriter)
    }
    var target: Target
    private var indices: [WITType: Int] = [:]
    /// The indices of records, enums and variants.
    private(set) var named: [String: Int] = [:]
    private(set) var resources: [String: Int] = [:]

    init(_ target: Target) {
        self.target = target
    }

    /// From here on a name stands for another index: that under which others see the type. What is made of it is written anew.
    mutating func name(_ label: String, _ index: Int) {
        named[label] = index
        indices = [:]
    }

    mutating func name(resource label: String, _ index: Int) {
        resources[label] = index
        indices = [:]
    }

    mutating func define(_ bytes: [UInt8]) -> Int {
        switch target {
        case .component(var writer):
            let index = writer.type(bytes)
            target = .component(writer)
            return index
        case .instance(var writer):
            let index = writer.type(bytes)
            target = .instance(writer)
            return index
        }
    }

    /// Writes what a name stands for.
    mutating func define(_ item: WITItem) -> Int {
        switch item {
        case .enumeration(_, _, let cases): return define(ComponentType.enumeration(cases.map(\.label)))
        case .record(_, _, let fields):
            let members = fields.map { ($0.label, reference($0.type)) }
            return define(ComponentType.record(members))
        case .variant(_, _, let cases):
            let members = cases.map { ($0.label, reference($0.type)) }
            return define(ComponentType.variant(members))
        case .resource, .function: preconditionFailure("only values have types that are written")
        }
    }

    mutating func function(_ function: WITFunction, of resource: String?, isImported: Bool) -> Int {
        let parameters = function.allParameters(of: resource, isImported: isImported).map { ($0.label, reference($0.type)) }
        let result = function.result == .nothing ? nil : reference(function.result)
        return define(ComponentType.function(parameters, result))
    }

    /// How the type is named where it is used.
    mutating func reference(_ type: WITType) -> [UInt8] {
        if case .primitive(let primitive) = type { return [ComponentType.primitives[primitive.rawValue] ?? 0] }
        if case .named(let label) = type { return ComponentType.reference(named[label] ?? 0) }
        if let known = indices[type] { return ComponentType.reference(known) }
        let bytes: [UInt8]
        switch type {
        case .list(let element): bytes = ComponentType.list(reference(element))
        case .option(let value): bytes = ComponentType.option(reference(value))
        case .tuple(let members): bytes = ComponentType.tuple(members.map { reference($0) })
        case .result(let value, let error):
            bytes = ComponentType.result(
                value == .nothing ? nil : reference(value), error == .nothing ? nil : reference(error))
        case .own(let label, _): bytes = ComponentType.own(resources[label] ?? 0)
        case .borrow(let label, _): bytes = ComponentType.borrow(resources[label] ?? 0)
        case .nothing, .primitive, .named: bytes = []
        }
        let index = define(bytes)
        indices[type] = index
        return ComponentType.reference(index)
    }
}

extension WITType {
    /// The labels of values and of resources that it is made of.
    func visit(_ named: (String) -> Void, _ resource: (String) -> Void) {
        switch self {
        case .nothing, .primitive: return
        case .list(let inner), .option(let inner): inner.visit(named, resource)
        case .tuple(let members): members.forEach { $0.visit(named, resource) }
        case .result(let value, let error):
            value.visit(named, resource)
            error.visit(named, resource)
        case .named(let label): named(label)
        case .own(let label, _), .borrow(let label, _): resource(label)
        }
    }
}

/// The types that an interface has or uses, what each is made of before it.
struct ComponentUse {
    private(set) var values: [String] = []
    private(set) var resources: [String] = []

    /// - Parameter imported: of the resources that the host gives, those that have to be there whatever the functions say.
    init(
        _ interface: WITInterface, _ abi: CanonicalABI, functions: [(function: WITFunction, resource: String?)],
        imported: [String] = []
    ) {
        resources = imported
        for item in interface.items {
            switch item {
            case .enumeration(let label, _, _), .record(let label, _, _), .variant(let label, _, _): add(label, abi)
            case .resource(let label, _, _): if !interface.isImported { resources.append(label) }
            case .function: continue
            }
        }
        for (function, resource) in functions {
            for type in function.allParameters(of: resource, isImported: interface.isImported).map(\.type) + [function.result] {
                add(type, abi)
            }
        }
    }

    private mutating func add(_ type: WITType, _ abi: CanonicalABI) {
        var labels: [String] = []
        type.visit({ labels.append($0) }, { if !resources.contains($0) { resources.append($0) } })
        for label in labels { add(label, abi) }
    }

    private mutating func add(_ label: String, _ abi: CanonicalABI) {
        if values.contains(label) { return }
        switch abi.definition(label) {
        case .record(_, _, let fields): for field in fields { add(field.type, abi) }
        case .variant(_, _, let cases): for member in cases { add(member.type, abi) }
        case .enumeration, .resource, .function, nil: break
        }
        values.append(label)
    }
}
