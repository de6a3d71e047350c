// What WebDOM's members do, over imports that are written by hand.

@_extern(wasm, module: "floor", name: "pageLineWidth") @_extern(c)
func pageLineWidth(_ context: Int32) -> Double
@_extern(wasm, module: "floor", name: "pageSetLineWidth") @_extern(c)
func pageSetLineWidth(_ context: Int32, _ value: Double)
@_extern(wasm, module: "floor", name: "pageContains") @_extern(c)
func pageContains(_ node: Int32, _ other: Int32) -> Int32
@_extern(wasm, module: "floor", name: "pageSetData") @_extern(c)
func pageSetData(_ text: Int32, _ address: UnsafePointer<UInt8>, _ tag: Int)
@_extern(wasm, module: "floor", name: "pageData") @_extern(c)
func pageData(_ text: Int32) -> Int
@_extern(wasm, module: "floor", name: "pageFirstChild") @_extern(c)
func pageFirstChild(_ node: Int32) -> Int32
@_extern(wasm, module: "floor", name: "pageCreate") @_extern(c)
func pageCreate(_ address: UnsafePointer<UInt8>, _ tag: Int) -> Int32
@_extern(wasm, module: "floor", name: "pageSetText") @_extern(c)
func pageSetText(_ node: Int32, _ address: UnsafePointer<UInt8>, _ tag: Int)
@_extern(wasm, module: "floor", name: "pageAppend") @_extern(c)
func pageAppend(_ node: Int32, _ child: Int32)
@_extern(wasm, module: "floor", name: "pageFillRect") @_extern(c)
func pageFillRect(_ context: Int32, _ x: Double, _ y: Double, _ width: Double, _ height: Double)
@_extern(wasm, module: "floor", name: "pageClientX") @_extern(c)
func pageClientX(_ event: Int32) -> Double

@_expose(wasm, "pageGet") @_cdecl("floor_pageGet")
func exportPageGet(_ context: Int32, _ times: UInt32) -> Double {
    let context = Held(context)
    defer { extendLifetime(context) }
    var sum = 0.0
    for _ in 0..<times { sum += pageLineWidth(context.index) }
    return sum
}

@_expose(wasm, "pageSet") @_cdecl("floor_pageSet")
func exportPageSet(_ context: Int32, _ times: UInt32) {
    let context = Held(context)
    defer { extendLifetime(context) }
    for index in 0..<times { pageSetLineWidth(context.index, Double(index & 7) + 1) }
}

@_expose(wasm, "pageCall") @_cdecl("floor_pageCall")
func exportPageCall(_ node: Int32, _ other: Int32, _ times: UInt32) -> UInt32 {
    let (node, other) = (Held(node), Held(other))
    defer { extendLifetime(node); extendLifetime(other) }
    var count: UInt32 = 0
    for _ in 0..<times where pageContains(node.index, other.index) != 0 { count += 1 }
    return count
}

@_expose(wasm, "pageTextIn") @_cdecl("floor_pageTextIn")
func exportPageTextIn(_ text: Int32, _ times: UInt32) {
    let text = Held(text)
    defer { extendLifetime(text) }
    for _ in 0..<times { withText("hello") { pageSetData(text.index, $0, $1) } }
}

@_expose(wasm, "pageTextOut") @_cdecl("floor_pageTextOut")
func exportPageTextOut(_ text: Int32, _ times: UInt32) -> UInt32 {
    let text = Held(text)
    defer { extendLifetime(text) }
    var count = 0
    for _ in 0..<times { count &+= makeString(results.assumingMemoryBound(to: UInt8.self), pageData(text.index)).utf8.count }
    return UInt32(truncatingIfNeeded: count)
}

@_expose(wasm, "pageChild") @_cdecl("floor_pageChild")
func exportPageChild(_ node: Int32, _ times: UInt32) -> UInt32 {
    let node = Held(node)
    defer { extendLifetime(node) }
    var count: UInt32 = 0
    for _ in 0..<times where firstChild(node) != nil { count += 1 }
    return count
}

@inline(__always)
private func firstChild(_ node: Held) -> Held? {
    let child = pageFirstChild(node.index)
    return child < 0 ? nil : Held(child)
}

@_expose(wasm, "pageBuild") @_cdecl("floor_pageBuild")
func exportPageBuild(_ list: Int32, _ times: UInt32) {
    let list = Held(list)
    defer { extendLifetime(list) }
    for index in 0..<times {
        var created: Int32 = 0
        withText("li") { created = pageCreate($0, $1) }
        let item = Held(created)
        withText(String(index)) { pageSetText(item.index, $0, $1) }
        pageAppend(list.index, item.index)
        extendLifetime(item)
    }
}

@_expose(wasm, "pageDraw") @_cdecl("floor_pageDraw")
func exportPageDraw(_ context: Int32, _ times: UInt32) {
    let context = Held(context)
    defer { extendLifetime(context) }
    for index in 0..<times { pageFillRect(context.index, Double(index & 63), 1, 2, 2) }
}

nonisolated(unsafe) private var heard = 0.0

@_expose(wasm, "pageListen") @_cdecl("floor_pageListen")
func exportPageListen() { heard = 0 }

@_expose(wasm, "pageHear") @_cdecl("floor_pageHear")
func exportPageHear(_ event: Int32) {
    let event = Held(event)
    defer { extendLifetime(event) }
    heard += pageClientX(event.index)
}

@_expose(wasm, "pageHeard") @_cdecl("floor_pageHeard")
func exportPageHeard() -> Double { heard }
