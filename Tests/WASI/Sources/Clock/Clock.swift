import BindgenRuntime

enum Clock: ClockExports {
    static func milliseconds() -> Double {
        var nanoseconds: UInt64 = 0
        _ = clockTimeGet(0, 1, &nanoseconds)
        return Double(nanoseconds) / 1e6
    }

    static func random(count: UInt8) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Int(count)) { bytes, initialized in
            _ = randomGet(bytes.baseAddress, Int32(count))
            initialized = Int(count)
        }
    }
}

#if arch(wasm32)
@_extern(wasm, module: "wasi_snapshot_preview1", name: "clock_time_get") @_extern(c)
private func clockTimeGet(_ clock: Int32, _ precision: Int64, _ result: UnsafeMutablePointer<UInt64>) -> Int32
@_extern(wasm, module: "wasi_snapshot_preview1", name: "random_get") @_extern(c)
private func randomGet(_ target: UnsafeMutablePointer<UInt8>?, _ count: Int32) -> Int32
#else
private func clockTimeGet(_ clock: Int32, _ precision: Int64, _ result: UnsafeMutablePointer<UInt64>) -> Int32 { 0 }
private func randomGet(_ target: UnsafeMutablePointer<UInt8>?, _ count: Int32) -> Int32 { 0 }
#endif
