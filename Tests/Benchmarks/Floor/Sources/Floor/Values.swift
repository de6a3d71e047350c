// Numbers, sequences, dictionaries, enums and optionals.

@_extern(wasm, module: "floor", name: "doubles") @_extern(c)
func sendDoubles(_ address: UnsafePointer<Double>, _ count: Int)

@_extern(wasm, module: "floor", name: "points") @_extern(c)
func sendPoints(_ address: UnsafePointer<Double>, _ count: Int)

@_expose(wasm, "noop") @_cdecl("floor_noop")
func exportNoop() {}

@_expose(wasm, "add") @_cdecl("floor_add")
func exportAdd(_ a: Int32, _ b: Int32) -> Int32 { a &+ b }

@_expose(wasm, "takeSequence") @_cdecl("floor_takeSequence")
func exportTakeSequence(_ address: UnsafePointer<Double>, _ count: Int) -> Double {
    takeSequence(copyArray(address, count))
}

@inline(never)
func takeSequence(_ values: [Double]) -> Double { ends(values.span) }

@inline(__always)
func copyArray(_ address: UnsafePointer<Double>, _ count: Int) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, filled in
        if count > 0 {
            UnsafeMutableRawPointer(buffer.baseAddress.unsafelyUnwrapped)
                .copyMemory(from: address, byteCount: count * MemoryLayout<Double>.stride)
        }
        filled = count
    }
}

@_expose(wasm, "takeTyped") @_cdecl("floor_takeTyped")
func exportTakeTyped(_ address: UnsafePointer<Double>, _ count: Int) -> Double {
    takeTyped(Span(_unsafeStart: address, count: count))
}

@inline(never)
func takeTyped(_ values: Span<Double>) -> Double { ends(values) }

@inline(never)
func makeDoubles(_ count: Int) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, filled in
        for index in 0..<count { buffer[index] = Double(index) }
        filled = count
    }
}

@_expose(wasm, "makeDoubles") @_cdecl("floor_makeDoubles")
func exportMakeDoubles(_ count: UInt32) {
    makeDoubles(Int(count)).withUnsafeBufferPointer { values in
        sendDoubles(values.baseAddress.unsafelyUnwrapped, values.count)
    }
}

@_expose(wasm, "fill") @_cdecl("floor_fill")
func exportFill(_ address: UnsafeMutablePointer<Double>, _ count: Int) {
    for index in 0..<count { address[index] = Double(index) }
}

@_expose(wasm, "sumVec4") @_cdecl("floor_sumVec4")
func exportSumVec4(_ x: Double, _ y: Double, _ z: Double, _ w: Double) -> Double {
    let vector = Vec4(x: x, y: y, z: z, w: w)
    return vector.x + vector.y + vector.z + vector.w
}

@_expose(wasm, "makeVec4") @_cdecl("floor_makeVec4")
func exportMakeVec4(_ seed: Double) {
    let vector = Vec4(x: seed, y: seed + 1, z: seed + 2, w: seed + 3)
    let out = results.assumingMemoryBound(to: Double.self)
    out[0] = vector.x
    out[1] = vector.y
    out[2] = vector.z
    out[3] = vector.w
}

@_expose(wasm, "measurePerson") @_cdecl("floor_measurePerson")
func exportMeasurePerson(_ age: Double, _ height: Double, _ address: UnsafePointer<UInt8>, _ tag: Int) -> Double {
    measurePerson(Person(age: age, height: height, name: makeString(address, tag)))
}

@inline(never)
func measurePerson(_ person: Person) -> Double { person.age + person.height + Double(person.name.utf8.count) }

@_expose(wasm, "echoPerson") @_cdecl("floor_echoPerson")
func exportEchoPerson(_ age: Double, _ height: Double, _ address: UnsafePointer<UInt8>, _ tag: Int) -> Int32 {
    let person = echoPerson(Person(age: age, height: height, name: makeString(address, tag)))
    let out = (results + 512).assumingMemoryBound(to: Double.self)
    out[0] = person.age
    out[1] = person.height
    return returnString(person.name)
}

@inline(never)
func echoPerson(_ person: Person) -> Person { Person(age: person.age + 1, height: person.height, name: person.name) }

@_expose(wasm, "takePoints") @_cdecl("floor_takePoints")
func exportTakePoints(_ address: UnsafePointer<Double>, _ count: Int) -> Double {
    takePoints(
        [Point](unsafeUninitializedCapacity: count) { buffer, filled in
            if count > 0 {
                UnsafeMutableRawPointer(buffer.baseAddress.unsafelyUnwrapped)
                    .copyMemory(from: address, byteCount: count * MemoryLayout<Point>.stride)
            }
            filled = count
        })
}

@inline(never)
func takePoints(_ points: [Point]) -> Double {
    guard let first = points.first, let last = points.last else { return 0 }
    return first.x + last.y
}

@inline(never)
func makePoints(_ count: Int) -> [Point] {
    [Point](unsafeUninitializedCapacity: count) { buffer, filled in
        for index in 0..<count { buffer[index] = Point(x: Double(index), y: Double(index) * 2) }
        filled = count
    }
}

@_expose(wasm, "makePoints") @_cdecl("floor_makePoints")
func exportMakePoints(_ count: UInt32) {
    makePoints(Int(count)).withUnsafeBytes { bytes in
        sendPoints(bytes.baseAddress.unsafelyUnwrapped.assumingMemoryBound(to: Double.self), Int(count))
    }
}

@_expose(wasm, "nextShade") @_cdecl("floor_nextShade")
func exportNextShade(_ shade: UInt32) -> UInt32 { shade == 5 ? 0 : shade + 1 }

/// In as two numbers; out as one, where 0x1_0000_0000, which no `long` reaches, stands for null.
@_expose(wasm, "halve") @_cdecl("floor_halve")
func exportHalve(_ isPresent: Bool, _ value: Int32) -> Double {
    guard let result = halve(isPresent ? value : nil) else { return 4_294_967_296 }
    return Double(result)
}

@inline(never)
func halve(_ value: Int32?) -> Int32? { value.map { $0 / 2 } }
