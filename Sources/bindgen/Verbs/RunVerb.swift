import BindgenDriver

enum RunVerb: Verb {
    static let name = "run"
    static let summary = "build a package and run its script in Node"
    static let help = """
        bindgen run: build a package and run its script in Node

          bindgen run [PATH] [--product NAME] [--out DIR] [-c debug|release] [--optimize speed|size] [--simd] [--threads]
                      [--debug-info none|names|split|full] [--source-map] [--swift-sdk ID]
                      [--swift-sdks-path DIR] [--quiet | --verbose] [-- ARGUMENT…]

        Builds the package at PATH (the current folder) like `bindgen build`, then runs `main.mjs` (or `run.mjs`, `main.js`) of
        that folder with `node`. What follows `--` is given to the script. Standard output is the script's alone, and the exit
        code is the script's.
        """

    static let scripts = ["main.mjs", "run.mjs", "main.js"]

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        let scriptArguments = arguments.afterDashes()
        var build = ModuleBuild(packagePath: ".")
        try BuildVerb.readOptions(of: &build, from: &arguments)
        let operands = try arguments.operands()
        if operands.count > 1 { throw UsageError("`\(operands[1])` is one path too many; script arguments follow `--`") }
        build.packagePath = operands.first ?? "."
        build.measuresSizes = false
        guard let script = scripts.map({ build.packagePath + "/" + $0 }).first(where: FileSystem.exists) else {
            Terminal.printError(
                "error: \(build.packagePath) has no script to run: none of \(scripts.joined(separator: ", ")) is there")
            return .wrongInput
        }
        guard let node = Subprocess.find("node") else {
            Terminal.printError("error: there is no `node` in PATH; install Node 20 or later from https://nodejs.org")
            return .wrongInput
        }
        guard BuildVerb.perform(build) != nil else { return .wrongInput }
        Terminal.printError(Subprocess.become(node, [script] + scriptArguments))
        return .wrongInput
    }
}
