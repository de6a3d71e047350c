/// A Swift closure that JavaScript has as a function: generated code has a subclass for each type of closure.
///
/// JavaScript may dispose of the function while it runs. The calls are counted, and the last one gives the reference back that JavaScript
/// gave up meanwhile: to retain the box for each call would take twice as long.
open class ClosureBox {
    /// Twice the number of calls that are running, and one more when JavaScript has given up its reference during them.
    @usableFromInline final var calls: Int32 = 0
    /// The function that calls the closure, by its place in the module's table.
    @usableFromInline final let function: Int32

    /// A box whose closure no call runs yet.
    /// - Parameter function: the place in the module's table of the function that JavaScript calls, with the box as its first argument.
    @inlinable public init(function: Int32) { self.function = function }

    /// Where the function stands that calls the closure in the box at `address`.
    @inlinable public static func function(_ address: Int32) -> Int32 {
        Unmanaged<ClosureBox>.fromOpaque(Region.pointer(address))._withUnsafeGuaranteedRef { $0.function }
    }

    /// Gives back the reference that JavaScript has, or leaves that to the calls that are running.
    @inlinable public static func release(_ address: Int32) {
        let reference = Unmanaged<ClosureBox>.fromOpaque(Region.pointer(address))
        let isRunning = reference._withUnsafeGuaranteedRef { box in
            if box.calls != 0 { box.calls |= 1 }
            return box.calls != 0
        }
        if !isRunning { reference.release() }
    }
}

extension Lift {
    /// Calls `body` with the box of a closure, which lives until then. What the closure holds may end with this call, so results and errors
    /// are lowered by the caller, as with `borrow`.
    @inlinable @inline(__always)
    public static func closure<Box: ClosureBox, Value>(_ address: Int32, as _: Box.Type, _ body: (Box) -> Value) -> Value {
        let reference = Unmanaged<Box>.fromOpaque(Region.pointer(address))
        defer { if reference._withUnsafeGuaranteedRef({ $0.endsLastCall() }) { reference.release() } }
        return reference._withUnsafeGuaranteedRef { box in
            box.calls &+= 2
            return body(box)
        }
    }

    /// The same for a body that throws.
    @inlinable @inline(__always)
    public static func closure<Box: ClosureBox, Value, Failure: Error>(
        _ address: Int32, as _: Box.Type, _ body: (Box) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try closure(address, as: Box.self) { box in result { () throws(Failure) in try body(box) } }.get()
    }
}

extension ClosureBox {
    /// Ends a call. True for the last one after JavaScript has given up its reference, which is then the caller's.
    @inlinable @inline(__always) final func endsLastCall() -> Bool {
        calls &-= 2
        return calls == 1
    }
}
