#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The seconds that this thread has a processor for `body`: the clock on the wall would measure the machine's other work too.
func processorSeconds(_ body: () -> Void) -> Double {
    let start = threadTime()
    body()
    return threadTime() - start
}

private func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
