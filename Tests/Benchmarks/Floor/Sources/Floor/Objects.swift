// Classes, closures both ways, errors and imports.

@_expose(wasm, "counterNew") @_cdecl("floor_counterNew")
func exportCounterNew(_ start: Int32) -> UnsafeMutableRawPointer {
    Unmanaged.passRetained(Counter(start: start)).toOpaque()
}

@_expose(wasm, "counterIncrement") @_cdecl("floor_counterIncrement")
func exportCounterIncrement(_ counter: UnsafeMutableRawPointer, _ amount: Int32) -> Int32 {
    Unmanaged<Counter>.fromOpaque(counter)._withUnsafeGuaranteedRef { $0.increment(by: amount) }
}

@_expose(wasm, "counterValue") @_cdecl("floor_counterValue")
func exportCounterValue(_ counter: UnsafeMutableRawPointer) -> Int32 {
    Unmanaged<Counter>.fromOpaque(counter)._withUnsafeGuaranteedRef { $0.value }
}

@_expose(wasm, "counterSetValue") @_cdecl("floor_counterSetValue")
func exportCounterSetValue(_ counter: UnsafeMutableRawPointer, _ value: Int32) {
    Unmanaged<Counter>.fromOpaque(counter)._withUnsafeGuaranteedRef { $0.value = value }
}

/// Each way at +0 and +1: the answer is retained for the glue, which gives back what it holds already.
@_expose(wasm, "echoCounter") @_cdecl("floor_echoCounter")
func exportEchoCounter(_ counter: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer {
    Unmanaged.passRetained(echoCounter(Unmanaged<Counter>.fromOpaque(counter).takeUnretainedValue())).toOpaque()
}

@inline(never)
func echoCounter(_ counter: Counter) -> Counter { counter }

@_expose(wasm, "release") @_cdecl("floor_release")
func exportRelease(_ object: UnsafeMutableRawPointer) {
    Unmanaged<AnyObject>.fromOpaque(object).release()
}

@_expose(wasm, "samplesNew") @_cdecl("floor_samplesNew")
func exportSamplesNew(_ count: UInt32) -> UnsafeMutableRawPointer {
    Unmanaged.passRetained(Samples(count: Int(count))).toOpaque()
}

@_expose(wasm, "samplesValues") @_cdecl("floor_samplesValues")
func exportSamplesValues(_ samples: UnsafeMutableRawPointer) -> Int {
    Unmanaged<Samples>.fromOpaque(samples)._withUnsafeGuaranteedRef { samples in
        let out = results.assumingMemoryBound(to: Int.self)
        out[0] = samples.values.count
        return Int(bitPattern: samples.values.baseAddress)
    }
}

// A JavaScript value that Swift holds: an index into the glue's slab.
final class Held {
    let index: Int32
    init(_ index: Int32) { self.index = index }
    deinit { drop(index) }
}

@_extern(wasm, module: "floor", name: "drop") @_extern(c)
func drop(_ index: Int32)
@_extern(wasm, module: "floor", name: "transform") @_extern(c)
func callTransform(_ index: Int32, _ value: Double) -> Double
@_extern(wasm, module: "floor", name: "sink") @_extern(c)
func callSink(_ index: Int32, _ text: UnsafePointer<UInt8>, _ tag: Int)
@_extern(wasm, module: "floor", name: "hostAdd") @_extern(c)
func hostAdd(_ a: Int32, _ b: Int32) -> Int32
@_extern(wasm, module: "floor", name: "hostTake") @_extern(c)
func hostTake(_ text: UnsafePointer<UInt8>, _ tag: Int)
@_extern(wasm, module: "floor", name: "hostReturn") @_extern(c)
func hostReturn(_ kind: UInt32) -> Int
@_extern(wasm, module: "floor", name: "cellNew") @_extern(c)
func cellNew(_ value: Double) -> Int32
@_extern(wasm, module: "floor", name: "cellValue") @_extern(c)
func cellValue(_ index: Int32) -> Double
@_extern(wasm, module: "floor", name: "cellSetValue") @_extern(c)
func cellSetValue(_ index: Int32, _ value: Double)
@_extern(wasm, module: "floor", name: "fail") @_extern(c)
func fail(_ message: UnsafePointer<UInt8>, _ tag: Int)

@_expose(wasm, "applyTransform") @_cdecl("floor_applyTransform")
func exportApplyTransform(_ index: Int32, _ times: UInt32) -> Double {
    let held = Held(index)
    return applyTransform({ callTransform(held.index, $0) }, times)
}

@inline(never)
func applyTransform(_ transform: (Double) -> Double, _ times: UInt32) -> Double {
    var value = 0.0
    for _ in 0..<times { value = transform(value) }
    return value
}

@inline(__always)
func withText(_ text: String, _ body: (UnsafePointer<UInt8>, Int) -> Void) {
    let utf8 = text.utf8Span
    utf8.span.withUnsafeBufferPointer { bytes in
        if let base = bytes.baseAddress { body(base, bytes.count << 1 | (utf8.isKnownASCII ? 1 : 0)) }
    }
}

@_expose(wasm, "feed") @_cdecl("floor_feed")
func exportFeed(_ index: Int32, _ times: UInt32) {
    let held = Held(index)
    feed({ text in withText(text) { callSink(held.index, $0, $1) } }, times)
}

@inline(never)
func feed(_ sink: (String) -> Void, _ times: UInt32) {
    for _ in 0..<times { sink("hello") }
}

final class Closure {
    let body: (Double) -> Double
    init(_ body: @escaping (Double) -> Double) { self.body = body }
}

@_expose(wasm, "makeAdder") @_cdecl("floor_makeAdder")
func exportMakeAdder(_ amount: Double) -> UnsafeMutableRawPointer {
    Unmanaged.passRetained(Closure(makeAdder(amount))).toOpaque()
}

@inline(never)
func makeAdder(_ amount: Double) -> (Double) -> Double { { $0 + amount } }

@_expose(wasm, "callClosure") @_cdecl("floor_callClosure")
func exportCallClosure(_ closure: UnsafeMutableRawPointer, _ value: Double) -> Double {
    Unmanaged<Closure>.fromOpaque(closure)._withUnsafeGuaranteedRef { $0.body(value) }
}

struct Failure: Error {
    let message: String
}

@_expose(wasm, "checked") @_cdecl("floor_checked")
func exportChecked(_ value: Int32) -> Int32 {
    do throws(Failure) {
        return try checked(value)
    } catch {
        withText(error.message, fail)
        return 0
    }
}

@inline(never)
func checked(_ value: Int32) throws(Failure) -> Int32 {
    guard value >= 0 else { throw Failure(message: "the value is negative") }
    return value
}

@_expose(wasm, "callHostAdd") @_cdecl("floor_callHostAdd")
func exportCallHostAdd(_ times: UInt32) -> Int32 {
    var value: Int32 = 0
    for _ in 0..<times { value = hostAdd(value, 1) }
    return value
}

@_expose(wasm, "callHostTakeString") @_cdecl("floor_callHostTakeString")
func exportCallHostTakeString(_ kind: UInt32, _ times: UInt32) {
    let text = texts[Int(kind)]
    for _ in 0..<times { withText(text, hostTake) }
}

@_expose(wasm, "callHostReturnString") @_cdecl("floor_callHostReturnString")
func exportCallHostReturnString(_ kind: UInt32, _ times: UInt32) -> UInt32 {
    var total = 0
    for _ in 0..<times { total &+= stringIn(makeString(results.assumingMemoryBound(to: UInt8.self), hostReturn(kind))) }
    return UInt32(truncatingIfNeeded: total)
}

@_expose(wasm, "touchCell") @_cdecl("floor_touchCell")
func exportTouchCell(_ index: Int32, _ times: UInt32) -> Double {
    let cell = Held(index)
    for _ in 0..<times { cellSetValue(cell.index, cellValue(cell.index) + 1) }
    return cellValue(cell.index)
}

@_expose(wasm, "makeCells") @_cdecl("floor_makeCells")
func exportMakeCells(_ times: UInt32) {
    for _ in 0..<times { makeCell() }
}

@inline(never)
func makeCell() { _ = Held(cellNew(1)) }
