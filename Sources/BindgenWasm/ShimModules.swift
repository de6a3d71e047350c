/// Two small modules by which the core of a component imports functions that need its own memory: those can be made only when it is there.
///
/// The first has a function for each import, which calls what stands in a table; the second, instantiated last, fills the table.
package struct ShimModules {
    package struct Function: Sendable {
        /// Value types as in the binary format (WebAssembly 5.3.1).
        var parameters: [UInt8]
        var results: [UInt8]

        /// - Parameters: the names of number types, such as `i32`.
        package init(parameters: [String], results: [String]) {
            self.parameters = parameters.map(Self.code)
            self.results = results.map(Self.code)
        }

        private static func code(_ name: String) -> UInt8 {
            switch name {
            case "i64": 0x7E
            case "f32": 0x7D
            case "f64": 0x7C
            default: 0x7F
            }
        }
    }

    package static let table = "$imports"
    private let functions: [Function]

    package init(_ functions: [Function]) {
        self.functions = functions
    }

    /// The first module.
    package var trampolines: [UInt8] {
        let count = functions.count
        var exports = functions.indices.map { ComponentWriter.name("\($0)") + [0x00] + WasmModule.leb128($0) }
        exports.append(ComponentWriter.name(Self.table) + [0x01, 0x00])
        let bodies = functions.enumerated().map { index, function in
            var code: [UInt8] = [0x00]
            for place in function.parameters.indices { code += [0x20] + WasmModule.leb128(place) }
            // i32.const, call_indirect of this type through table 0
            code += [0x41] + WasmModule.signedLEB128(index) + [0x11] + WasmModule.leb128(index) + [0x00, 0x0B]
            return WasmModule.leb128(code.count) + code
        }
        return Self.module([
            (1, types), (3, ComponentWriter.vector(functions.indices.map(WasmModule.leb128))), (4, [0x01] + tableType(count)),
            (7, ComponentWriter.vector(exports)), (10, ComponentWriter.vector(bodies)),
        ])
    }

    /// The second one.
    package var filling: [UInt8] {
        let count = functions.count
        var imports = functions.indices.map { index in
            ComponentWriter.name("") + ComponentWriter.name("\(index)") + [0x00] + WasmModule.leb128(index)
        }
        imports.append(ComponentWriter.name("") + ComponentWriter.name(Self.table) + [0x01] + tableType(count))
        // An active segment from place 0 on.
        let segment = [0x00, 0x41, 0x00, 0x0B] + ComponentWriter.vector(functions.indices.map(WasmModule.leb128))
        return Self.module([(1, types), (2, ComponentWriter.vector(imports)), (9, [0x01] + segment)])
    }

    private var types: [UInt8] {
        ComponentWriter.vector(
            functions.map { function in
                [0x60] + ComponentWriter.vector(function.parameters.map { [$0] })
                    + ComponentWriter.vector(function.results.map { [$0] })
            })
    }

    /// References to functions, as many as there are.
    private func tableType(_ count: Int) -> [UInt8] { [0x70, 0x01] + WasmModule.leb128(count) + WasmModule.leb128(count) }

    private static func module(_ sections: [(id: UInt8, body: [UInt8])]) -> [UInt8] {
        [0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00]
            + sections.flatMap { [$0.id] + WasmModule.leb128($0.body.count) + $0.body }
    }
}
