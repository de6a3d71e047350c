public import EmbeddedSupport

/// The marshalling region of this instance, as generated code sees it: 64 KiB in which arguments cross, with an area for results at its
/// start.
public enum Region {
    /// Where results of more than one part are left for the other side, which reads them before anything else can run.
    @inlinable public static var resultArea: UnsafeMutableRawPointer { bindgen_region_address().unsafelyUnwrapped }

    /// The address of this instance's region, which the glue asks for once.
    @inlinable public static var address: Int32 { Int32(truncatingIfNeeded: Int(bitPattern: bindgen_region_address())) }

    /// Frees what the glue had to allocate because it did not fit the region; Swift owns lowered arguments.
    @inlinable @inline(__always) public static func release(_ address: Int32) {
        if isOutside(address), address != 0 { bindgen_release(pointer(address)) }
    }

    /// Whether an address, which is not in the region, came from `allocate`; true of 0 too.
    @inlinable @inline(__always) static func isOutside(_ address: Int32) -> Bool {
        UInt32(bitPattern: address) &- UInt32(bitPattern: Self.address) >= UInt32(BINDGEN_REGION_SIZE)
    }

    /// Memory for a value that does not fit the region.
    @inlinable public static func allocate(_ byteCount: Int32) -> Int32 {
        Int32(truncatingIfNeeded: Int(bitPattern: bindgen_allocate(Int(byteCount))))
    }

    /// A wasm address as a pointer; an address is never 0 where this is called.
    @inlinable public static func pointer(_ address: Int32) -> UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(bitPattern: UInt(UInt32(bitPattern: address))).unsafelyUnwrapped
    }

    /// A pointer as a wasm address.
    @inlinable public static func address(_ pointer: UnsafeRawPointer?) -> Int32 {
        Int32(truncatingIfNeeded: Int(bitPattern: pointer))
    }
}

extension Region {
    /// The handle of the exception that the import just called ended with, or 0. The glue leaves it in the result area's last word.
    @inlinable public static func takeThrown() -> Int32 {
        let word = resultArea + (Int(BINDGEN_RESULT_AREA_SIZE) - 4)
        let handle = word.load(as: Int32.self)
        if handle != 0 { word.storeBytes(of: 0, as: Int32.self) }
        return handle
    }

    /// Ends a call that only a JavaScript host can answer.
    public static func hostOnly(_ symbol: StaticString) -> Never {
        fatalError("this import is answered by JavaScript; it cannot be called on the host")
    }
}
