package import BindgenABI

/// The JavaScript side of a plan: one ES module whose functions and classes call the wasm exports and answer its imports.
///
/// Everything stands inside one function, `$create`, so that each instance has its own state; it takes the function that finds
/// the .wasm, which the entries (`emitEntry`) have each of their own. Names of ours contain `$`, which no IDL identifier can.
/// - Parameters:
///   - sourceName: the IDL file's name, for the header.
///   - requirements: what the compiled module asks for besides.
///   - inspection: how much the module tells of what it holds.
package func emitJavaScript(
    _ plan: BindingPlan, sourceName: String, runtime: RuntimeLibrary, requirements: HostRequirements, inspection: Inspection
) -> String {
    var emitter = JavaScriptEmitter(plan, runtime: runtime)
    return emitter.emitFile(sourceName: sourceName, requirements: requirements, inspection: inspection)
}

package struct JavaScriptEmitter {
    let plan: BindingPlan
    let support: SupportPlan
    let runtime: RuntimeLibrary
    var out = CodePrinter(unit: "  ")
    /// The parts of the runtime that the emitted code names.
    private var parts: Set<String> = ["memory"]
    /// Functions for single types, in the order in which they were first needed.
    private var typeFunctions: [(name: String, text: String)] = []
    private var typeFunctionNames: [String: String] = [:]
    /// The functions of the types of closures that JavaScript makes of Swift's, as `wasmVariable` names them.
    var closures: [String] = []
    /// The members that the module exports, in IDL order; each has its number.
    let memberNumbers: [String: Int]
    /// Whether members share what each would have for speed: built for size, and large enough that it is worth the function they share.
    let isCompact: Bool
    /// Whether some member calls its export by `$perform`.
    var performs = false
    /// Whether some such member lowers its arguments to the stack, ends what it lent, or has a result with references.
    var (lowersByPerform, endsByPerform, ownsByPerform) = (false, false, false)
    /// Whether some import answers by `$answer`.
    var answers = false
    /// The views that the loop being emitted reads, as variables of its own; nil outside of such a loop.
    var localViews: Set<String>?

    /// The types as TypeScript has them, for messages: only overloads have some that name types.
    lazy var declarations = TypeScriptEmitter(plan: plan)

    init(_ plan: BindingPlan, runtime: RuntimeLibrary) {
        self.plan = plan
        self.runtime = runtime
        support = plan.support
        let symbols = Self.memberSymbols(plan).enumerated()
        memberNumbers = Dictionary(symbols.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        isCompact = runtime.prefersSize && memberNumbers.count >= 8
    }

    /// A conversion behind the test whether it is needed, which it makes itself: for speed alone.
    func converted(_ test: String, _ conversion: String) -> JSStatement {
        .check(isCompact ? conversion : test + conversion)
    }

    /// The place of a value of a type that takes undefined without a word: an attribute that is undefined is none that is there, and is refused
    /// where the place is asked for.
    mutating func placeIfThere(_ value: JSValue) -> String {
        guard let attribute = value.attribute else { return value.place.text }
        use("present")
        return "$present(\(value.variable), \(jsLiteral(attribute)))"
    }

    /// Notes that the emitted code names a part of the runtime, or a view `view:f64`.
    mutating func use(_ names: String...) {
        parts.formUnion(names)
    }

    /// The name of the function for a type, which `make` emits at the first request.
    mutating func typeFunction(_ key: String, name: String, _ make: (inout JavaScriptEmitter) -> String) -> String {
        if let known = typeFunctionNames[key] { return known }
        typeFunctionNames[key] = name
        let outerViews = localViews
        localViews = nil
        let text = make(&self)
        localViews = outerViews
        typeFunctions.append((name, text))
        return name
    }

    /// Emits what stands in a loop, with variables of the loop's own for the views that it reads; gives their declarations too.
    mutating func withLocalViews(_ emit: (inout JavaScriptEmitter) -> String) -> (text: String, declarations: [String]) {
        localViews = []
        let text = emit(&self)
        let views = (localViews ?? []).sorted().map { "\($0)$ = $\($0)" }
        localViews = nil
        return (text, views)
    }

    mutating func typeFunctionIndex() -> Int { typeFunctionNames.count }

    mutating func emitFile(sourceName: String, requirements: HostRequirements, inspection: Inspection) -> String {
        var body = CodePrinter(unit: "  ")
        let members = emitDefinitions()
        let imports = emitImports(requirements)
        let ofOneThread = requirements.hasEntryPoint ? "start-main" : requirements.isReactor ? "start-reactor" : "start"
        let start = plan.hasThreads ? "start-threads" : ofOneThread
        use(requirements.isProgram ? "start-program" : requirements.usesWASI ? "start-wasi" : start)
        if support.usesRegion { use("region") }
        if support.defersExceptions, support.releasesObjects { use("waiting") }
        if inspection != .none { use("handles") }
        if inspection == .leaks { use("inspection", "failure") }
        if support.allocatesArrays { use("allocate") }
        if support.hasScopes { use("scope") }
        if plan.tellsFatal { use("fatal") }
        if support.usesPromises { use("open-promises") }
        if support.suspends { use("supports") }
        if answers { use("answer") }
        if lowersByPerform { use("frame", "abandon") }
        let needed = runtime.closure(of: parts)
        body.print(
            """
            \(generatedHeader(sourceName))
            \(moduleImports)
            const $fingerprint = "bindgen:\(plan.fingerprint)";

            """)
        body.block("export const $create = ($source\(plan.hasThreads ? ", $threads" : "")) => {", end: "};") { body in
            emitState(needed, inspects: inspection != .none, &body)
            if needed.contains("suspendable") {
                body.print("// The bytes of the stack of each call that waits in place.")
                body.print("const $stack = { size: \(requirements.suspendableStack) };")
            }
            for part in runtime.parts where needed.contains(part.name) {
                body.print(part.text.dropLastNewline)
            }
            emitPerform(needed, &body)
            for function in typeFunctions { body.print(function.text.dropLastNewline) }
            body.print(members.dropLastNewline)
            body.print(imports.dropLastNewline)
            emitInspection(inspection, needed, &body)
            let start = requirements.usesWASI ? "$initWASI" : plan.hasThreads ? "$initThreads" : "$init"
            let members =
                ["init: \(start)"] + plan.exportedBindings
                + inspection.exports.map { "\($0): $\($0)" } + (support.usesPromises ? ["pending: $openPromises"] : [])
                + (support.suspends ? ["supports: $supports"] : [])
                + (support.allocatesArrays ? ["allocate: $allocateArray"] : []) + (support.hasScopes ? ["scope: $scope"] : [])
                + (plan.tellsFatal ? ["onFatal: $onFatal"] : [])
                + (plan.hasThreads ? ["threads: $threadsShown"] : [])
            body.print("return { \(members.joined(separator: ", ")) };")
        }
        return plan.hasThreads ? Self.comparingPages(body.text) : body.text
    }

    /// `import * as` for each JavaScript module that the IDL names.
    private var moduleImports: String {
        zip(Self.moduleVariables(plan.importedModules), plan.importedModules)
            .map { "import * as \($0) from \(jsLiteral($1));\n" }.joined()
    }
}

extension String {
    /// By bytes: to drop a Character walks over all of them.
    var dropLastNewline: String { utf8.last == UInt8(ascii: "\n") ? String(self[..<utf8.index(before: endIndex)]) : self }
}

/// A JavaScript string literal that is also safe inside HTML and older engines.
func jsLiteral(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": literal += "\\\""
        case "\\": literal += "\\\\"
        case "\n": literal += "\\n"
        case "\r": literal += "\\r"
        case "<": literal += "\\x3c"
        case _ where scalar.value < 0x20 || scalar.value == 0x7F || (0x2028...0x2029).contains(scalar.value):
            let digits = String(scalar.value, radix: 16)
            literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: literal.unicodeScalars.append(scalar)
        }
    }
    return literal + "\""
}

/// A name as a key of an object literal or a pattern.
func jsPropertyName(_ name: String) -> String {
    Naming.isJSIdentifier(name) && name != "__proto__" ? name : name == "__proto__" ? "[\"__proto__\"]" : jsLiteral(name)
}

/// `object.name` or `object["na-me"]`.
func jsMember(_ object: String, _ name: String) -> String {
    Naming.isJSIdentifier(name) ? "\(object).\(name)" : "\(object)[\(jsLiteral(name))]"
}
