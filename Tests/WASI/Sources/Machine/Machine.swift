import BindgenRuntime
import CMachine

enum Machine: MachineExports {
    static func milliseconds() -> Double { machine_milliseconds() }

    static func variable(name: String) -> String? {
        machine_variable(name).map { String(cString: $0) }
    }

    static func say(line: String) -> Int32 { machine_say(line) }

    static func constructions() -> Int32 { machine_constructions() }
}
