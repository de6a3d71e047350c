import BindgenWIT
import BindgenWasm

/// Makes a component of a core module and the WIT that its shims follow: sections in the order in which each can name what stands before it.
struct ComponentEncoder {
    private let core: WasmModule
    private let model: WITModel
    private let abi: CanonicalABI
    private var writer = ComponentWriter()
    /// The types of resources, by their labels.
    private var resourceTypes: [String: Int] = [:]

    /// What the core imports of a host's interface.
    private struct Import {
        var interface: WITInterface
        var path: String
        /// The functions that it calls.
        var functions: [(function: WITFunction, resource: String?)]
        /// The resources of the interface that something needs.
        var resources: [String]
        /// Those whose handles it ends.
        var dropped: [String]
    }
    private struct Resource {
        var label: String
        var path: String
    }
    /// The main instance of the core, and what all functions of it need.
    private struct Main {
        var instance: Int
        var memory: Int
        var reallocate: Int
    }

    init(_ core: WasmModule, _ model: WITModel) {
        self.core = core
        self.model = model
        abi = CanonicalABI(model)
    }

    mutating func encode() -> [UInt8] {
        let imports = findImports()
        let resources = findResources()
        let hostFunctions = imports.flatMap { importInstance($0) }
        let shims = ShimModules(
            imports.flatMap { item in item.functions.map { trampoline($0.function, $0.resource) } }
                + resources.map { _ in ShimModules.Function(parameters: ["i32"], results: []) })
        let needsShims = !hostFunctions.isEmpty || !resources.isEmpty
        let mainModule = writer.module(core.bytes)
        var shimInstance = 0
        var filling = 0
        if needsShims {
            let trampolines = writer.module(shims.trampolines)
            filling = writer.module(shims.filling)
            shimInstance = writer.instantiate(module: trampolines, [])
        }
        let slots = (0..<(hostFunctions.count + resources.count)).map {
            writer.aliasCore(.function, "\($0)", of: shimInstance)
        }
        for (resource, slot) in zip(resources, slots.dropFirst(hostFunctions.count)) {
            resourceTypes[resource.label] = writer.type(ComponentType.resource(destructor: slot))
        }
        let main = instantiateMain(mainModule, imports, slots, resources)
        if needsShims { fill(shimInstance, filling, hostFunctions, resources, main) }
        exportInterfaces(main)
        return writer.bytes
    }

    // MARK: What the host gives

    private func findImports() -> [Import] {
        var imports = model.interfaces.filter(\.isImported).map { interface in
            let path = model.name(of: interface)
            func has(_ name: String) -> Bool { core.imports.contains { $0.module == path && $0.name == name } }
            return Import(
                interface: interface, path: path,
                functions: interface.functions.filter { has($0.function.name(of: $0.resource)) }, resources: [],
                dropped: interface.resources.filter { has("[resource-drop]" + $0) })
        }
        var needed = Set(imports.flatMap { $0.dropped + $0.functions.compactMap(\.resource) })
        let exported = model.interfaces.filter { !$0.isImported }.flatMap(\.functions)
        for (function, _) in exported + imports.flatMap(\.functions) {
            for type in function.parameters.map(\.type) + [function.result] { type.visit({ _ in }, { needed.insert($0) }) }
        }
        for index in imports.indices { imports[index].resources = imports[index].interface.resources.filter(needed.contains) }
        return imports.filter { !$0.functions.isEmpty || !$0.resources.isEmpty }
    }

    /// The functions of the component that stand for the host's.
    private mutating func importInstance(_ item: Import) -> [Int] {
        var types = ComponentTypes(.instance(InstanceTypeWriter()))
        let use = ComponentUse(item.interface, abi, functions: item.functions, imported: item.resources)
        for label in use.resources {
            guard case .instance(var instance) = types.target else { continue }
            let isOwn = item.resources.contains(label)
            let index = isOwn ? instance.exportResource(label) : instance.aliasOuterType(resourceTypes[label] ?? 0)
            let name = isOwn ? index : instance.exportType(label, equalTo: index)
            types.target = .instance(instance)
            types.name(resource: label, name)
        }
        for label in use.values {
            guard let definition = abi.definition(label) else { continue }
            let index = types.define(definition)
            guard case .instance(var instance) = types.target else { continue }
            let name = instance.exportType(label, equalTo: index)
            types.target = .instance(instance)
            types.name(label, name)
        }
        for (function, resource) in item.functions {
            let index = types.function(function, of: resource, isImported: true)
            guard case .instance(var instance) = types.target else { continue }
            instance.exportFunction(function.name(of: resource), type: index)
            types.target = .instance(instance)
        }
        guard case .instance(let instance) = types.target else { return [] }
        let type = writer.type(instance.bytes)
        let index = writer.importInstance(item.path, type: type)
        for label in item.resources { resourceTypes[label] = writer.aliasType(label, of: index) }
        return item.functions.map { writer.aliasFunction($0.function.name(of: $0.resource), of: index) }
    }

    private func trampoline(_ function: WITFunction, _ resource: String?) -> ShimModules.Function {
        let signature = abi.signature(function, of: resource, isImported: true)
        return ShimModules.Function(
            parameters: signature.parameters.map(\.rawValue), results: [signature.result?.rawValue].compactMap(\.self))
    }

    // MARK: The core

    /// The resources of the component whose objects the core makes or ends.
    private func findResources() -> [Resource] {
        model.interfaces.filter { !$0.isImported }.flatMap { interface in
            interface.resources.map { Resource(label: $0, path: model.name(of: interface)) }
        }
    }

    private mutating func instantiateMain(
        _ module: Int, _ imports: [Import], _ slots: [Int], _ resources: [Resource]
    ) -> Main {
        var arguments: [(name: String, instance: Int)] = []
        var rest = slots[...]
        for item in imports {
            var functions = item.functions.map {
                ($0.function.name(of: $0.resource), ComponentWriter.CoreSort.function, rest.removeFirst())
            }
            for label in item.dropped {
                functions.append(("[resource-drop]" + label, .function, writer.resourceDrop(resourceTypes[label] ?? 0)))
            }
            arguments.append((item.path, writer.coreInstance(functions)))
        }
        var makers: [String: [(String, ComponentWriter.CoreSort, Int)]] = [:]
        for resource in resources {
            let (path, name) = ("[export]" + resource.path, "[resource-new]" + resource.label)
            guard let type = resourceTypes[resource.label],
                core.imports.contains(where: { $0.module == path && $0.name == name })
            else {
                continue
            }
            makers[path, default: []].append((name, .function, writer.resourceNew(type)))
        }
        for (path, functions) in makers.sorted(by: { $0.key < $1.key }) {
            arguments.append((path, writer.coreInstance(functions)))
        }
        let instance = writer.instantiate(module: module, arguments)
        let memory = writer.aliasCore(.memory, "memory", of: instance)
        return Main(
            instance: instance, memory: memory, reallocate: writer.aliasCore(.function, "cabi_realloc", of: instance))
    }

    private mutating func fill(
        _ shims: Int, _ filling: Int, _ hostFunctions: [Int], _ resources: [Resource], _ main: Main
    ) {
        let options = ComponentWriter.Options(memory: main.memory, reallocate: main.reallocate)
        var functions = hostFunctions.map { writer.lower($0, options) }
        functions += resources.map { writer.aliasCore(.function, "\($0.path)#[dtor]\($0.label)", of: main.instance) }
        var exports = functions.enumerated().map { ("\($0)", ComponentWriter.CoreSort.function, $1) }
        exports.append((ShimModules.table, .table, writer.aliasCore(.table, ShimModules.table, of: shims)))
        let bag = writer.coreInstance(exports)
        _ = writer.instantiate(module: filling, [("", bag)])
    }

    // MARK: What the component gives

    private mutating func exportInterfaces(_ main: Main) {
        var types = ComponentTypes(.component(writer))
        for (label, index) in resourceTypes { types.name(resource: label, index) }
        for interface in model.interfaces where !interface.isImported {
            for label in ComponentUse(interface, abi, functions: interface.functions).values where types.named[label] == nil {
                guard let definition = abi.definition(label) else { continue }
                types.name(label, types.define(definition))
            }
        }
        for interface in model.interfaces where !interface.isImported {
            let functions = interface.functions
            let functionTypes = functions.map { types.function($0.function, of: $0.resource, isImported: false) }
            guard case .component(let written) = types.target else { return }
            writer = written
            let lifted = zip(functions, functionTypes).map { lift($0.0.function, $0.0.resource, in: interface, $0.1, main) }
            export(interface, functions, lifted, types)
            types.target = .component(writer)
        }
    }

    private mutating func lift(
        _ function: WITFunction, _ resource: String?, in interface: WITInterface, _ type: Int, _ main: Main
    ) -> Int {
        let name = "\(model.name(of: interface))#\(function.name(of: resource))"
        let signature = abi.signature(function, of: resource, isImported: false)
        let coreFunction = writer.aliasCore(.function, name, of: main.instance)
        var options = ComponentWriter.Options()
        let takesMemory = function.parameters.contains { abi.holdsMemory($0.type) } || signature.spillsParameters
        if takesMemory || signature.returnsInMemory { options.memory = main.memory }
        if takesMemory { options.reallocate = main.reallocate }
        if signature.returnsInMemory {
            options.postReturn = writer.aliasCore(.function, "cabi_post_" + name, of: main.instance)
        }
        return writer.lift(coreFunction, options, type: type)
    }

    /// An interface is the instance of a component that takes types and functions and gives them under their names: an instance of functions
    /// alone would have none for what they are made of.
    private mutating func export(
        _ interface: WITInterface, _ functions: [(function: WITFunction, resource: String?)], _ lifted: [Int],
        _ outer: ComponentTypes
    ) {
        let use = ComponentUse(interface, abi, functions: functions)
        var inner = ComponentTypes(.component(ComponentWriter()))
        var arguments: [(name: String, sort: ComponentWriter.Sort, index: Int)] = []
        for label in use.resources {
            let name = "import-type-\(label)"
            inner.name(resource: label, inner.write { $0.importType(name, equalTo: nil) })
            arguments.append((name, .type, outer.resources[label] ?? 0))
        }
        for label in use.values {
            guard let definition = abi.definition(label) else { continue }
            let (name, index) = ("import-type-\(label)", inner.define(definition))
            inner.name(label, inner.write { $0.importType(name, equalTo: index) })
            arguments.append((name, .type, outer.named[label] ?? 0))
        }
        var imported: [Int] = []
        for (index, (function, resource)) in functions.enumerated() {
            let type = inner.function(function, of: resource, isImported: false)
            let name = "import-func-f\(index)"
            imported.append(inner.write { $0.importFunction(name, type: type) })
            arguments.append((name, .function, lifted[index]))
        }
        for label in use.resources {
            let index = inner.resources[label] ?? 0
            inner.name(resource: label, inner.write { $0.export(label, .type, index) })
        }
        for label in use.values {
            // Written again, of what is exported already: those types alone have names for whoever sees the instance.
            guard let definition = abi.definition(label) else { continue }
            let index = inner.define(definition)
            // What a used type is made of needs a name too, which WIT does not have there.
            let name = functions.contains { $0.function.name(of: $0.resource) == label } ? label + "-value" : label
            inner.name(label, inner.write { $0.export(name, .type, index) })
        }
        for (index, (function, resource)) in functions.enumerated() {
            let type = inner.function(function, of: resource, isImported: false)
            _ = inner.write { $0.exportFunction(function.name(of: resource), imported[index], type: type) }
        }
        guard case .component(let nested) = inner.target else { return }
        let component = writer.component(nested)
        let instance = writer.instantiate(component: component, arguments)
        _ = writer.export(model.name(of: interface), .instance, instance)
    }
}

extension ComponentTypes {
    /// Writes something else of a component, which gives an index.
    fileprivate mutating func write(_ body: (inout ComponentWriter) -> Int) -> Int {
        guard case .component(var writer) = target else { return 0 }
        let index = body(&writer)
        target = .component(writer)
        return index
    }
}
