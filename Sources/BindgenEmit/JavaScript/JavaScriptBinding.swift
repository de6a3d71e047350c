import BindgenABI

/// How the glue reaches an instance: its exports, and views of its memory.
extension JavaScriptEmitter {
    /// The instance's exports and views, and how they are bound.
    func emitState(_ needed: Set<String>, inspects: Bool, _ out: inout CodePrinter) {
        let exports = wasmExports(needed, inspects: inspects)
        let views = Self.views.filter { needed.contains("view:\($0.name)") }
        if isCompact {
            out.print("let $wasm = {};")
        } else if !exports.isEmpty {
            out.print("// Engines take a field that was written once for a constant: to call it is to call the function itself.")
            let last = max(0, memberNumbers.count - 1) / Self.holderCapacity
            for number in 0...last { out.print("const \(Self.holder(number)) = {};") }
        }
        out.print("const $bind = (exports) => {")
        if isCompact {
            // What the module has by other names than members and the runtime is not called.
            out.print("  $wasm = {};")
            out.print(#"  for (const name in exports) $wasm[name.replace("bindgen.", "")] = exports[name];"#)
        }
        out.print("  ({")
        out.print("    memory: $memory,")
        if !exports.isEmpty, !isCompact {
            out.print(exports.map { "    \(jsPropertyName($0.symbol)): \($0.variable)," }.joined(separator: "\n"))
        }
        if needed.contains("table") { out.print("    __indirect_function_table: $table,") }
        out.print("  } = exports);")
        // Before the first closure of a type is made there is no field: a field that is written twice is no constant.
        if !closures.isEmpty, !isCompact {
            let fields = closures.map { "\(wasmVariable($0)) = " }.joined()
            out.print("  if (!exports.memory) \(fields)undefined;")
        }
        if needed.contains("promises") { out.print("  if (!exports.memory) $abandonPromises();") }
        if plan.hasThreads {
            let place = #"exports["bindgen.pages"]"#
            out.print("  if (!exports.memory) $abandonThreads();")
            out.print("  else if (\(place)) $pages = new Int32Array($memory.buffer, \(place)(), 1);")
        }
        if needed.contains("region") || !views.isEmpty {
            out.print("  if ($memory) \(needed.contains("region") ? "$locate" : "$refresh")();")
        }
        out.print("};")
        // How many pages a shared memory has, where it has grown, and how many the views were made for.
        if plan.hasThreads { out.print("let $pages = new Int32Array(1), $seen = 0;") }
        guard !views.isEmpty else { return }
        let keepsBuffer = needed.contains("buffer")
        out.print("let \(((keepsBuffer ? ["$buffer"] : []) + views.map { "$\($0.name)" }).joined(separator: ", "));")
        out.block("const $refresh = () => {", end: "};") { out in
            let isUsedOnce = !keepsBuffer && views.count == 1
            if plan.hasThreads { out.print("$seen = $pages[0];") }
            if !isUsedOnce { out.print(keepsBuffer ? "$buffer = $memory.buffer;" : "const $buffer = $memory.buffer;") }
            for view in views { out.print("$\(view.name) = new \(view.type)(\(isUsedOnce ? "$memory.buffer" : "$buffer"));") }
            if needed.contains("own-buffers") { out.print("$formerBuffers.add($memory.buffer);") }
            if needed.contains("reserve") { out.print("$tail = $u8.subarray($base, $limit);") }
        }
    }

    static let views: [(name: String, type: String)] = [
        ("u8", "Uint8Array"), ("i8", "Int8Array"), ("u16", "Uint16Array"), ("i16", "Int16Array"), ("u32", "Uint32Array"),
        ("i32", "Int32Array"), ("f32", "Float32Array"), ("f64", "Float64Array"), ("i64", "BigInt64Array"),
        ("u64", "BigUint64Array"),
    ]

    private func wasmExports(_ needed: Set<String>, inspects: Bool) -> [(symbol: String, variable: String)] {
        var symbols = plan.containers.filter { !$0.isImported }.flatMap(\.functions).map(\.symbol)
        if support.usesRegion { symbols.append("bindgen.region") }
        if needed.contains("reserve") { symbols.append("bindgen.allocate") }
        if ["frame", "free-copy", "give-up", "allocate"].contains(where: needed.contains) {
            symbols.append("bindgen.free")
        }
        if support.releasesObjects { symbols.append("bindgen.release") }
        if support.releasesClosures { symbols.append("bindgen.releaseClosure") }
        if !closures.isEmpty { symbols.append("bindgen.closureCall") }
        if support.retainsObjects { symbols.append("bindgen.retain") }
        if support.tellsClasses { symbols.append("bindgen.class") }
        if support.awaitsPromises { symbols.append("bindgen.rejectPromise") }
        symbols += plan.promises.filter(\.isAwaited).map(\.fulfillSymbol)
        if inspects { symbols.append("bindgen_heap_bytes") }
        return symbols.map { ($0, wasmVariable($0)) }
    }

    /// The field that holds a wasm export.
    func wasmVariable(_ symbol: String) -> String {
        // The runtime's own exports are named as its text names them.
        if symbol.hasPrefix("bindgen.") { return "$wasm." + symbol.dropFirst("bindgen.".count) }
        if symbol == "bindgen_heap_bytes" || isCompact { return jsMember("$wasm", symbol) }
        if symbol.hasPrefix("fulfill ") { return "$wasm[\(jsLiteral(symbol))]" }
        let holder = Self.holder((memberNumbers[symbol] ?? 0) / Self.holderCapacity)
        var field = holder + "."
        for scalar in symbol.unicodeScalars {
            switch scalar {
            case ".": field += "$"
            case "-": field += "$$"
            case ":": field += "$_"
            default: field.unicodeScalars.append(scalar)
            }
        }
        return field
    }

    /// The fields of one object. V8 makes a table of an object that gets more than 128, and a table has no constants.
    private static let holderCapacity = 100

    private static func holder(_ number: Int) -> String { number == 0 ? "$wasm" : "$wasm\(number + 1)" }

    /// The functions of wasm that are called for members of the IDL's definitions and for closures.
    static func memberSymbols(_ plan: BindingPlan) -> [String] {
        plan.definitions.flatMap { definition -> [String] in
            switch definition {
            case .container(let container): container.isImported ? [] : container.functions.map(\.symbol)
            case .callback(let callback): plan.isCalledByJavaScript(callback) ? [callback.exportSymbol] : []
            case .enumeration, .dictionary, .union: []
            }
        }
    }
}
