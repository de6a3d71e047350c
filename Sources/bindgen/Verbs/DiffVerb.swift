import BindgenDiff
import BindgenDriver
import BindgenIDL

enum DiffVerb: Verb {
    static let name = "diff"
    static let summary = "say what changed between two states of a module's IDL, and how much that is in semver"
    static let help = """
        bindgen diff: say what changed between two states of a module's IDL, and how much that is in semver

          bindgen diff OLD NEW [--for typescript|swift|wit] [--fail-on major|minor|patch] [--json]

        OLD and NEW are .idl files, or folders, which stand for the .idl and .webidl files below them; one of them may be `-`,
        standard input:

          git show v1.2.0:Sources/Words/api.idl | bindgen diff - Sources/Words/api.idl --for typescript --fail-on major

        What is compared is what the users of the module see: TypeScript code that calls what Swift exports and implements what
        Swift imports, and Swift code that implements and calls the other way round. A change is for each of the two

          major   code that is there stops to compile, or does something else
          minor   there is more than before, and code that is there goes on
          patch   nothing that code can see: documentation, a name that only people read

        `[JSName]` on a member that had none is major for TypeScript and nothing for Swift; a new operation is minor for
        TypeScript and major for Swift, which has to implement it. Each change names its rule and both places.

        Who calls or hosts the component (`build --component`) is asked by `--for wit` alone, since WIT has no words for every module:
        a type has to be what it was to the last name there, and what is imported besides is major.

          --for SIDE       look at one side only: `typescript`, which is what the version of an npm package tells, `swift`, or
                           `wit`, which is what the version of a component tells
          --fail-on LEVEL  where there is a change of this level or a higher one, end with the exit code of the highest:
                           3 for patch, 4 for minor, 5 for major
          --json           print the changes for programs

        Without --fail-on the exit code is 0 whatever changed. It is 1 where one of the two has errors.
        """

    private enum SideChoice: String, CaseIterable {
        case typescript, swift, wit

        var side: Side {
            switch self {
            case .typescript: .typeScript
            case .swift: .swift
            case .wit: .wit
            }
        }
    }

    private enum LevelChoice: String, CaseIterable {
        case major, minor, patch

        var level: Level {
            switch self {
            case .major: .major
            case .minor: .minor
            case .patch: .patch
            }
        }
    }

    static func run(_ arguments: inout Arguments) throws(UsageError) -> ExitCode {
        let sides = try arguments.choice("--for", among: SideChoice.allCases).map { [$0.side] } ?? Side.languages
        let threshold = try arguments.choice("--fail-on", among: LevelChoice.allCases)?.level
        let printsJSON = arguments.flag("--json")
        let paths = try arguments.operands()
        guard paths.count == 2 else { throw UsageError("name two files or folders: how the IDL was, and how it is") }
        if paths.allSatisfy({ $0 == InputFiles.standardInput.path }) { throw UsageError("only one of the two can be `-`") }
        let (old, oldProblems) = InputFiles.readToLook([paths[0]])
        let (new, newProblems) = InputFiles.readToLook([paths[1]])
        for problem in oldProblems + newProblems { Terminal.printError(problem) }
        if !(oldProblems + newProblems).isEmpty { return .wrongInput }
        let comparison =
            sides == [.wit] ? ModuleComparison(componentOld: old, new: new) : ModuleComparison(old: old, new: new)
        // Warnings are for `check`.
        if comparison.hasErrors {
            Terminal.report(comparison.diagnostics.filter { $0.severity == .error })
            return .wrongInput
        }
        let changes = comparison.changes.filter { sides.contains($0.side) }
        Terminal.printText(printsJSON ? ChangeRenderer.json(changes, sides: sides) : ChangeRenderer.text(changes, sides: sides))
        guard let threshold, let level = changes.level(), level >= threshold else { return .done }
        return exitCode(of: level)
    }

    private static func exitCode(of level: Level) -> ExitCode {
        switch level {
        case .patch: .patchChange
        case .minor: .minorChange
        case .major: .majorChange
        }
    }
}
