import BindgenRuntime
import CMachine

enum Reactor: ReactorExports {
    static func constructions() -> Int32 { machine_constructions() }
}
