package import BindgenABI
import BindgenModel

/// The TypeScript declarations of a plan: what JavaScript developers see.
/// - Parameter requirements: what `init` takes, and what it gives.
/// - Parameter scripts: the modules of the user's whose exports are this one's too.
/// - Parameter variants: the builds that the package holds besides the base.
package func emitTypeScript(
    _ plan: BindingPlan, sourceName: String, requirements: HostRequirements, inspection: Inspection, scripts: [String] = [],
    variants: [ModuleVariant] = []
) -> String {
    var emitter = TypeScriptEmitter(plan: plan)
    emitter.emitFile(sourceName: sourceName, requirements: requirements, inspection: inspection)
    if !variants.isEmpty { emitter.emitVariants(variants) }
    for script in scripts { emitter.out.print("\nexport * from \"\(script)\";") }
    return emitter.out.text
}

package struct TypeScriptEmitter: Sendable {
    let plan: BindingPlan
    /// The dictionaries and unions that go both ways, and are wider where JavaScript gives them; and the names of all other things.
    let wideInputs, takenNames: Set<String>
    /// That the module runs in a worker; nil where it does not.
    var remote: Remote?
    var out = CodePrinter(unit: "  ")

    mutating func emitFile(sourceName: String, requirements: HostRequirements, inspection: Inspection) {
        out.print("\(generatedHeader(sourceName))")
        let hasDisposables = plan.definitions.contains { definition in
            switch definition {
            case .container(let container): container.kind == .interface && !container.isImported
            case .callback(let callback): callback.kind == .function && plan.declared.toJavaScript.contains(callback.name)
            case .enumeration, .dictionary, .union: false
            }
        }
        if hasDisposables || plan.support.allocatesArrays, remote == nil || plan.containers.contains(where: \.isDisposable) {
            let isAsynchronous = plan.containers.contains { $0.functions.contains(where: \.isAsyncDisposer) }
            out.print(
                """

                declare global {
                  // Compilers before 5.2 do not know it; newer ones merge it with their own.
                  interface SymbolConstructor {
                    readonly dispose: unique symbol;\(isAsynchronous ? "\n    readonly asyncDispose: unique symbol;" : "")
                  }
                }
                """)
        }
        for definition in plan.definitions {
            switch definition {
            case .enumeration(let plan): emitEnum(plan)
            case .dictionary(let plan): emitDictionary(plan)
            case .union(let plan): emitUnion(plan)
            case .callback(let plan): emitCallback(plan)
            case .container(let container): emitContainer(container)
            }
        }
        if let remote { emitRemoteLoader(remote) } else { emitLoader(requirements, inspection: inspection) }
    }

    mutating func comment(_ documentation: Documentation, tags: [String] = []) {
        let text = tsDoc(documentation, tags: tags)
        if !text.isEmpty { out.print(text) }
    }

    private mutating func emitEnum(_ enumPlan: EnumPlan) {
        guard plan.isDeclared(enumPlan.name) else { return }
        out.print()
        comment(enumPlan.documentation)
        out.print(
            "\(export(enumPlan.name))type \(Naming.tsBinding(enumPlan.name)) = \(enumPlan.cases.map { jsLiteral($0.value) }.joined(separator: " | "));"
        )
        emitRename(enumPlan.name, isType: true)
        if enumPlan.isError { emitErrorClass(of: enumPlan) }
    }

    private mutating func emitDictionary(_ dictionary: DictionaryPlan) {
        guard plan.isDeclared(dictionary.name) else { return }
        out.print()
        comment(dictionary.documentation)
        if dictionary.crossing.isError { return emitErrorClass(of: dictionary) }
        if dictionary.crossing.isTuple { return emitTuple(dictionary) }
        out.print("\(export(dictionary.name))interface \(Naming.tsBinding(dictionary.name)) {")
        // Swift reads any iterable; what Swift gives is an array.
        emitMembers(dictionary.members, of: dictionary, isInput: !plan.declared.toJavaScript.contains(dictionary.name))
        out.print("}")
        emitRename(dictionary.name, isType: true)
        guard wideInputs.contains(dictionary.name) else { return }
        out.print("\n\(Self.inputComment(dictionary.name))\nexport interface \(inputName(dictionary.name)) {")
        emitMembers(dictionary.members, of: dictionary, isInput: true)
        out.print("}")
    }

    /// The members of a dictionary as properties.
    mutating func emitMembers(_ members: [DictionaryCrossing.Member], of dictionary: DictionaryPlan, isInput: Bool) {
        for member in members {
            var documentation = member.documentation
            if let value = member.defaultValue {
                let line = "Default: `\(value)`"
                documentation.text = documentation.text.map { "\($0)\n\(line)" } ?? line
            }
            // Every error has these two.
            let isEveryErrors = dictionary.crossing.isError && ["message", "name"].contains(member.name)
            let optional = member.isRequired || isEveryErrors ? "" : "?"
            let text = tsDoc(documentation)
            let line =
                "\(jsPropertyName(member.name))\(optional): \(member.tsType ?? type(member.ownCrossing, isInput: isInput));"
            out.indent { out in
                if !text.isEmpty { out.print(text) }
                out.print(line)
            }
        }
    }

    /// A union without a typedef has no name in TypeScript, which spells it out where it stands.
    private mutating func emitUnion(_ union: UnionPlan) {
        guard plan.isDeclared(union.name), union.crossing.isNamed else { return }
        out.print()
        let isInput = !plan.declared.toJavaScript.contains(union.name)
        let types = union.crossing.types(TypeUse(isInput: isInput), in: self)
        out.print("\(export(union.name))type \(Naming.tsBinding(union.name)) = \(types);")
        emitRename(union.name, isType: true)
        guard wideInputs.contains(union.name) else { return }
        let inputs = union.crossing.types(TypeUse(isInput: true), in: self)
        out.print("\n\(Self.inputComment(union.name))\nexport type \(inputName(union.name)) = \(inputs);")
    }

    /// Of a namespace that JavaScript implements nothing is declared: it is the program's own.
    private mutating func emitContainer(_ container: ContainerPlan) {
        switch (container.kind, container.isImported) {
        case (.namespace, false): emitNamespace(container)
        case (.namespace, true): break
        case (.interface, false): emitClass(container)
        case (.interface, true): emitImportedClass(container)
        }
    }

    private mutating func emitNamespace(_ namespace: ContainerPlan) {
        if namespace.hasNamedExports { return emitNamedExports(namespace) }
        out.print()
        comment(namespace.documentation)
        out.print("\(export(namespace.jsName))declare const \(Naming.tsBinding(namespace.jsName)): {")
        for constant in namespace.constants {
            let text = tsDoc(constant.documentation)
            let line = "readonly \(jsPropertyName(constant.jsName)): \(constantType(constant, of: namespace));"
            out.indent { $0.print(text.isEmpty ? line : text + "\n" + line) }
        }
        for member in namespace.members { emitMember(member) }
        out.print("};")
        emitConstantsType(namespace)
        emitRename(namespace.jsName)
        if namespace.isDefaultExport { emitDefaultExport(namespace) }
    }

    /// A definition whose name TypeScript has already is declared under another name and exported under its own, by `emitRename`.
    func export(_ name: String) -> String { Naming.tsBinding(name) == name ? "export " : "" }

    mutating func emitRename(_ name: String, isType: Bool = false) {
        let local = Naming.tsBinding(name)
        if local != name { out.print("export \(isType ? "type " : ""){ \(local) as \(name) };") }
    }

    private mutating func emitClass(_ classPlan: ContainerPlan) {
        out.print()
        comment(classPlan.documentation)
        let local = Naming.tsBinding(classPlan.jsName)
        let parent = classPlan.parent.map { " extends \(Naming.tsBinding($0.jsName))" } ?? ""
        out.print("\(export(classPlan.jsName))declare class \(local)\(parent) {")
        for constant in classPlan.constants {
            let line = "readonly \(jsPropertyName(constant.jsName)): \(type(constant.crossing));"
            out.indent { $0.print("static \(line)\n\(line)") }
        }
        if classPlan.constructor == nil {
            // A class whose constructor is private cannot be extended.
            let isExtended = plan.hierarchy.member(named: classPlan.name)?.hasDescendants ?? false
            out.indent { $0.print("\(isExtended ? "protected" : "private") constructor();") }
        }
        for member in classPlan.members { emitMember(member) }
        if classPlan.parent == nil { emitDisposal() }
        if classPlan.functions.contains(where: \.isAsyncDisposer) {
            out.indent { $0.print("[Symbol.asyncDispose](): Promise<void>;") }
        }
        out.print("}")
        emitRename(classPlan.jsName)
    }

    private mutating func emitDisposal() {
        out.indent { out in
            out.print(
                """
                /** Releases the Swift object now; every later use is an error. Disposing twice is allowed. */
                dispose(): void;
                [Symbol.dispose](): void;
                """)
        }
    }

    mutating func emitMember(_ member: MemberPlan) {
        let special = specialSignatures(of: member)
        if !special.isEmpty {
            let text = tsDoc(member.documentation)
            out.indent { out in
                if !text.isEmpty { out.print(text) }
                special.forEach { out.print($0 + ";") }
            }
            return
        }
        guard let function = member.function, let line = signature(of: member) else { return }
        let tags = function.isPromised && function.throwing == .any ? [] : throwsTags(function.throwing)
        let text = tsDoc(function.documentation, tags: tags)
        out.indent { out in
            if !text.isEmpty { out.print(text) }
            out.print(line + ";")
        }
    }

    /// A member as it stands in a class; nil for a constant.
    /// - Parameter modifiers: whether with `static` and `readonly`.
    func signature(of member: MemberPlan, modifiers: Bool = true) -> String? {
        guard let function = member.function else { return nil }
        if remote != nil, function.direction == .export, let signature = remoteSignature(of: member) { return signature }
        let modifier = function.isStatic && modifiers ? "static " : ""
        let name = jsPropertyName(function.jsName)
        let isExport = function.direction == .export
        let parameters = parameters(function.arguments, isInput: isExport)
        let result = function.result.crossing
        switch member {
        case .constructor: return "constructor(\(parameters))"
        case .operation where function.returnsReceiver: return "\(modifier)\(name)(\(parameters)): this"
        case .operation, .stringifier:
            return "\(modifier)\(name)(\(parameters)): \(function.tsType ?? type(result, isResult: isExport))"
        case .attribute(_, let written):
            let setter = written.flatMap { $0.isHidden ? nil : $0 }
            let type = function.tsType ?? type(result, isResult: isExport && setter == nil)
            if let target = function.forwardsTo, modifiers, isExport {
                let value = self.type(result.nullable?.wrapped ?? result)
                // TypeScript before 5.1 wants the type that is read among those that are written.
                return "get \(name)(): \(type);\nset \(name)(value: \(value)[\(jsLiteral(target))] | \(type))"
            }
            if function.isReplaceable, isExport { return "\(modifier)\(name): \(type)" }
            return "\(modifier)\(setter == nil && modifiers ? "readonly " : "")\(name): \(type)"
        case .constant, .iteration, .properties, .json, .kept: return nil
        }
    }

    func parameters(_ arguments: [ArgumentPlan], isInput: Bool = false) -> String {
        arguments.enumerated().map { index, argument in
            // Only a tail of optional parameters can be left out.
            let isOptional = argument.isOptional && arguments[index...].allSatisfy { $0.isOptional || $0.isVariadic }
            if argument.isVariadic {
                return "...\(argument.jsName): \(argument.tsType ?? restType(argument.crossing, isInput: isInput))"
            }
            let type = argument.tsType ?? type(argument.ownCrossing, isInput: isInput)
            return
                "\(argument.jsName)\(isOptional ? "?" : ""): \(type)\(argument.isOptional && !isOptional ? " | undefined" : "")"
        }.joined(separator: ", ")
    }

    /// The type of what a variadic argument takes: an array, of which TypeScript wants no more.
    private func restType(_ crossing: Crossing, isInput: Bool) -> String {
        guard let element = crossing.parts.first?.crossing else { return type(crossing) }
        let text = type(element, isInput: isInput)
        return text.contains(" ") ? "(\(text))[]" : "\(text)[]"
    }

    /// - Parameters:
    ///   - isResult: whether Swift hands the value over, and nothing else is ever found in its place.
    ///   - isInput: whether JavaScript hands the value over, so that whatever iterates is taken for a sequence.
    func type(_ crossing: Crossing, isResult: Bool = false, isInput: Bool = false) -> String {
        crossing.spelling.type(TypeUse(isResult: isResult, isInput: isInput), in: self)
    }

    /// What an instance has of the module's exports.
    mutating func emitExportsOfInstance() {
        let exports = plan.containers.filter { !$0.isImported }.flatMap { container in
            container.hasNamedExports ? container.exportedMembers : [container.jsName]
        }
        for name in exports + plan.errors.map(\.name) + plan.exportedCallbacks.map(\.name) {
            out.print("  \(name): typeof \(Naming.tsBinding(name));")
        }
    }

    private mutating func emitLoader(_ requirements: HostRequirements, inspection: Inspection) {
        let usesWASI = requirements.usesWASI
        let result = requirements.isProgram ? "number" : "void"
        out.print(
            """

            /** Where the .wasm is: its address, a response, its bytes, or the compiled module. */
            export type InitInput = string | $Class<"URL"> | $Class<"Response"> | ArrayBuffer | ArrayBufferView | $Module;
            """)
        if usesWASI { emitWASI() }
        let optional = "source?: InitInput | Promise<InitInput>"
        let parameters = loaderParameters(optional, usesWASI: usesWASI)
        out.print(
            """

            /**
             * Loads the module; await it before the first call. Later calls give the same promise.
             * @param source where the .wasm is; without it, beside the .js file\(usesWASI ? "\n * @param options the WASI implementation" : "")\(threadsTag)\(
                requirements.isProgram ? "\n * @returns the exit code of the program, which has ended" : "")
             */
            export declare function init(\(parameters)): Promise<\(result)>;

            /**
             * Makes a separate instance, with memory and classes of its own.
             * @param source as for `init`\(usesWASI ? "\n * @param options one WASI implementation for each instance" : "")\(threadsTag)
             */
            export declare function instantiate(\(parameters)): Promise<Instance>;

            export interface Instance {
              init(\(optional)\(usesWASI || plan.hasThreads ? ", options?: InitOptions" : "")): Promise<\(result)>;
            """)
        emitExportsOfInstance()
        for name in inspection.exports + plan.ownExports { out.print("  \(name): typeof \(name);") }
        out.print("}")
        emitPending()
        emitInspection(inspection)
        if plan.support.allocatesArrays { emitAllocate() }
        if plan.support.hasScopes { emitScope() }
        if plan.tellsFatal { emitFatal() }
        if plan.hasThreads { emitThreads() }
        emitPlatformTypes()
    }

    /// Types that are spelled differently by the declarations of different compilers and hosts: an error in these declarations
    /// would be one in every program whose compiler looks at them (`skipLibCheck: false`).
    mutating func emitPlatformTypes() {
        out.print(
            """

            /** The host's class of that name, where its declarations are loaded. */
            type $Class<Name extends string> = typeof globalThis extends { [key in Name]: { prototype: infer Type } } ? Type : never;
            type $Module = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Type } } } ? Type & object : never;
            """)
        if plan.containers.contains(where: { $0.isOfPlatform && plan.isDeclared($0.name) }) {
            out.print(
                """
                /** The same; an object where there are no declarations of it. */
                type $Global<Name extends string> = typeof globalThis extends { [key in Name]: { prototype: infer Type } } ? Type : object;
                """)
        }
        let arrays = namedArrays()
        if !arrays.isEmpty { out.print("// With <ArrayBuffer> where compilers tell buffers apart (TypeScript 5.7 and later).") }
        for name in arrays.map(\.rawValue) { out.print("type $\(name) = ReturnType<typeof \(name).of>;") }
        // Without it, a file of declarations exports all of them.
        out.print("export {};")
    }

    /// The typed arrays whose `$` types the text names.
    private func namedArrays() -> [ResolvedType.BufferType] {
        let text = out.text.utf8
        var open = ResolvedType.BufferType.allCases.filter(\.isTypedArray)
        var named: [ResolvedType.BufferType] = []
        var place = text.startIndex
        while !open.isEmpty, let next = text[place...].firstIndex(of: UInt8(ascii: "$")) {
            place = text.index(after: next)
            named += open.filter { text[place...].starts(with: $0.rawValue.utf8) }
            open.removeAll { named.contains($0) }
        }
        return ResolvedType.BufferType.allCases.filter { named.contains($0) }
    }
}

extension TypeScriptEmitter {
    /// What `node:wasi` and the shims for browsers have in common.
    fileprivate mutating func emitWASI() {
        out.print(
            """

            /** A WASI implementation (preview 1): `WASI` of this package's `./wasi`, or of `node:wasi`. It serves one instance. */
            export interface WASI {
              /** The functions that the module imports. */
              readonly wasiImport: object;
              /** Gets the instance before its first call. */
              initialize?(instance: object): unknown;
              /** The same, where there is no `initialize`. */
              start?(instance: object): unknown;
            }

            export interface InitOptions {
              /** What answers the system calls of the module. */
              wasi: WASI;
            }
            """)
    }
}

/// Where a type stands in TypeScript.
package struct TypeUse: Sendable {
    /// Whether Swift hands the value over, and nothing else is ever found in its place.
    var isResult = false
    /// Whether JavaScript hands the value over, so that whatever iterates is taken for a sequence.
    var isInput = false
}

extension ContainerPlan {
    /// Whether its objects are disposed of.
    fileprivate var isDisposable: Bool { kind == .interface && !isImported }
}
