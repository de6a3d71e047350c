import WASIPreview1

/// The clocks of the host (`clockid`), in nanoseconds.
public enum SystemClock: UInt32, Sendable {
    /// The time since 1970, which may be set back.
    case realtime
    /// The time since some moment, which only grows.
    case monotonic

    public func now() throws(SystemError) -> UInt64 {
        var nanoseconds: UInt64 = 0
        try check(wasi_clock_time_get(rawValue, 1, &nanoseconds), "now")
        return nanoseconds
    }

    /// The least time that it tells apart.
    public func resolution() throws(SystemError) -> UInt64 {
        var nanoseconds: UInt64 = 0
        try check(wasi_clock_res_get(rawValue, &nanoseconds), "resolution")
        return nanoseconds
    }

    /// Waits in place. A page's main thread cannot wait, and says so: ``ErrorCode/notsup``.
    public static func sleep(nanoseconds: UInt64) throws(SystemError) {
        var subscription = wasi_subscription()
        subscription.clock = SystemClock.monotonic.rawValue
        subscription.timeout = nanoseconds
        var event = wasi_event()
        var happened: UInt32 = 0
        try check(wasi_poll_oneoff(&subscription, &event, 1, &happened), "sleep")
        try check(Int32(event.error), "sleep")
    }
}
