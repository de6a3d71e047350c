import BindgenABI
import BindgenEmit
import BindgenIDL
import Foundation

/// The files that make the generated module a package for npm.
///
/// One glue, and for each way of finding the .wasm an entry of a few lines that binds it (`JavaScriptEntry`). `exports` chooses the
/// entry by the conditions that hosts and bundlers set.
struct NPMPackage {
    var moduleName: String
    /// Of the compiled module, where there is one: what only its Swift declares needs no glue.
    var plan: BindingPlan
    var sourceName: String
    var options: JavaScriptOptions
    /// What programs find in a worker, where that is wanted.
    var remote: RemotePlan?

    private var name: String { OutputNames.packageName(moduleName: moduleName) }
    private var wasmFile: String { OutputNames.wasmFile(moduleName: moduleName) }
    private var mainFile: String { OutputNames.javaScriptFile(moduleName: moduleName) }
    private var glueFile: String { OutputNames.glueFile(moduleName: moduleName) }
    /// What bundlers need that do not find the .wasm by themselves.
    private var bundler: BundlerPlugin { BundlerPlugin(packageName: options.manifest.name ?? name, fileName: name) }

    /// Everything but the .wasm and what the user wrote.
    func files() -> [OutputFile] {
        var files = [
            OutputFile(
                path: glueFile,
                text: emitJavaScript(
                    plan, sourceName: sourceName,
                    runtime: RuntimeLibrary(
                        files: JSRuntime.files, prefersSize: options.prefersSize && !plan.hasThreads,
                        keepsNames: options.keepsNames, findsLeaks: options.inspection == .leaks, hasThreads: plan.hasThreads),
                    requirements: options.requirements, inspection: options.inspection)),
            OutputFile(
                path: OutputNames.declarationsFile(moduleName: moduleName),
                text: emitTypeScript(
                    plan, sourceName: sourceName, requirements: options.requirements, inspection: options.inspection,
                    scripts: options.packageScripts.declaredNamespace, variants: options.variants)),
            entry(.url, mainFile),
            entry(.disk, "\(name).node.js"), declarations(.same, "\(name).node.d.ts"),
            entry(.module(suffix: ""), "\(name).workerd.js"), declarations(.same, "\(name).workerd.d.ts"),
            entry(.module(suffix: "?module"), "\(name).edge-light.js"), declarations(.same, "\(name).edge-light.d.ts"),
            entry(.instance(readsDisk: false), "\(name).instance.js"), declarations(.instance, "\(name).instance.d.ts"),
            entry(.instance(readsDisk: true), "\(name).instance.node.js"), declarations(.instance, "\(name).instance.node.d.ts"),
            declarations(.module, "\(wasmFile).d.ts"),
        ]
        files += workerFiles() + threadFiles()
        files.append(OutputFile(path: bundler.scriptFile, text: bundler.script(sourceName: sourceName)))
        files.append(OutputFile(path: bundler.declarationsFile, text: bundler.declarations))
        if options.requirements.usesWASI {
            let header = "\(generatedHeader(sourceName))\n"
            let types = "/* @ts-self-types=\"./\(name).wasi.d.ts\" */\n"
            files.append(OutputFile(path: "\(name).wasi.js", text: header + types + JSRuntime.wasiScript))
            files.append(OutputFile(path: "\(name).wasi.d.ts", text: header + JSRuntime.wasiDeclarations))
        }
        if let module = options.module {
            files.append(entry(.inline(base64: Data(module).base64EncodedString()), "\(name).inline.js"))
            files.append(declarations(.same, "\(name).inline.d.ts"))
        }
        if let integrity = options.integrity {
            files.append(OutputFile(path: "\(name).integrity.js", text: integrityModule(integrity)))
            files.append(declarations(.integrity, "\(name).integrity.d.ts"))
        }
        if options.readme != nil { files.append(OutputFile(path: "API.md", text: readme)) }
        let wasmFiles = [wasmFile] + options.variants.map { OutputNames.wasmFile(moduleName: moduleName, variant: $0.name) }
        let listed = files.map(\.path) + wasmFiles + [options.sourceMap].compactMap(\.self) + scriptPatterns
        // npm packs these two whatever is listed.
        files.append(OutputFile(path: "README.md", contents: options.readme ?? Array(readme.utf8)))
        files.append(OutputFile(path: "package.json", text: manifest(files: listed)))
        return files
    }

    /// What makes threads, and what runs in them.
    private func threadFiles() -> [OutputFile] {
        guard let memory = options.requirements.sharedMemory, let variant = options.variants.first(where: \.hasThreads) else {
            return []
        }
        func files(_ entry: ThreadEntry, _ suffix: String) -> [OutputFile] {
            let poolFile = "\(name).pool\(suffix).js"
            let maker = entry.maker(sourceName: sourceName, poolFile: poolFile, memory: memory, variant: variant)
            return [
                OutputFile(path: "\(name).threads\(suffix).js", text: maker),
                OutputFile(path: poolFile, text: entry.thread(sourceName: sourceName)),
            ]
        }
        return files(.web, "") + files(.node, ".node")
    }

    /// `<package>/worker`, where it is wanted: what runs beside the program, and what in the worker.
    private func workerFiles() -> [OutputFile] {
        guard let worker = options.worker, let remote else { return [] }
        let plan = plan.part(remote)
        func library(_ files: [String]) -> RuntimeLibrary {
            RuntimeLibrary(
                files: files + JSRuntime.files, prefersSize: false, keepsNames: false, findsLeaks: false,
                hasThreads: plan.hasThreads)
        }
        let (clientGlue, threadGlue) = ("\(name).worker-glue.js", "\(name).thread-glue.js")
        func client(_ entry: RemoteEntry, _ file: String, thread: String) -> OutputFile {
            OutputFile(
                path: file,
                text: entry.client(
                    of: plan, sourceName: sourceName, glueFile: clientGlue, threadFile: thread,
                    declarationsFile: "\(name).worker.d.ts"))
        }
        func thread(_ entry: RemoteEntry, _ file: String, main: String) -> OutputFile {
            OutputFile(path: file, text: entry.thread(sourceName: sourceName, mainFile: main, glueFile: threadGlue))
        }
        return [
            OutputFile(
                path: clientGlue,
                text: emitRemoteClient(
                    plan, remote, sourceName: sourceName, runtime: library(JSRuntime.remoteFiles), hasPool: worker.hasPool)),
            OutputFile(
                path: threadGlue,
                text: emitRemoteServer(plan, remote, sourceName: sourceName, runtime: library(JSRuntime.serveFiles))),
            client(.web, "\(name).worker.js", thread: "\(name).thread.js"),
            client(.threads, "\(name).worker.node.js", thread: "\(name).thread.node.js"),
            thread(.web, "\(name).thread.js", main: mainFile),
            thread(.threads, "\(name).thread.node.js", main: "\(name).node.js"),
            OutputFile(
                path: "\(name).worker.d.ts", text: emitRemoteTypeScript(plan, sourceName: sourceName, hasPool: worker.hasPool)),
        ]
    }

    private func entry(_ entry: JavaScriptEntry, _ path: String) -> OutputFile {
        let text = emitEntry(
            entry, of: plan, sourceName: sourceName, glueFile: glueFile, wasmFile: wasmFile,
            declarationsFile: declarationsFile(of: entry), usesWASI: options.requirements.usesWASI,
            inspection: options.inspection,
            scripts: scripts(of: entry), variants: options.variants)
        return OutputFile(path: path, text: text)
    }

    /// The user's scripts whose exports are the entry's too.
    private func scripts(of entry: JavaScriptEntry) -> [String] {
        switch entry {
        case .url: options.packageScripts.namespace(of: .url)
        case .disk: options.packageScripts.namespace(of: .node)
        case .module(let suffix): options.packageScripts.namespace(of: suffix.isEmpty ? .workerd : .edgeLight)
        case .inline: options.packageScripts.namespace(of: .inline)
        case .instance: []
        }
    }

    private func declarationsFile(of entry: JavaScriptEntry) -> String {
        switch entry {
        case .url, .disk, .module: OutputNames.declarationsFile(moduleName: moduleName)
        case .inline: "\(name).inline.d.ts"
        case .instance: "\(name).instance.d.ts"
        }
    }

    private func declarations(_ entry: TypeScriptEntry, _ path: String) -> OutputFile {
        OutputFile(
            path: path,
            text: emitTypeScriptEntry(
                entry, of: plan, sourceName: sourceName, mainFile: mainFile, usesWASI: options.requirements.usesWASI))
    }

    private var readme: String {
        let stated = options.manifest
        var page = MarkdownPage(packageName: stated.name ?? name)
        page.description = stated.description
        page.license = stated.license
        page.hasModule = options.module != nil
        page.usesWASI = options.requirements.usesWASI
        return emitMarkdown(plan, sourceName: sourceName, page: page)
    }

    private func integrityModule(_ digest: String) -> String {
        """
        \(generatedHeader(sourceName))

        /** The digest of the .wasm, for `fetch(url, { integrity })`. */
        export const integrity = "\(digest)";

        """
    }

    // MARK: - package.json

    /// What the user says stands first, in the order in which npm's own documentation has it.
    private func manifest(files: [String]) -> String {
        let stated = options.manifest
        var members: [(key: String, value: JSONText)] = [
            ("name", .string(stated.name ?? name)), ("version", .string(stated.version ?? "0.0.0")),
        ]
        func add(_ key: String, _ value: JSONText?) {
            if let value { members.append((key, value)) }
        }
        add("description", stated.description.map(JSONText.string))
        add("keywords", stated.keywords.map { .array($0.map(JSONText.string)) })
        add("homepage", stated.homepage.map(JSONText.string))
        add("bugs", stated.bugs)
        add("license", stated.license.map(JSONText.string))
        add("author", stated.author)
        add("repository", stated.repository)
        add("type", .string("module"))
        // Scripts and styles of the user's may do something when they are imported; the rest does not.
        let acting =
            scriptPatterns.filter { path in [".js", ".mjs", ".css"].contains(where: path.hasSuffix) }
            + (options.worker == nil ? [] : ["\(name).thread.js", "\(name).thread.node.js"])
            + (plan.hasThreads ? ["\(name).pool.js", "\(name).pool.node.js"] : [])
        add("sideEffects", acting.isEmpty ? .boolean(false) : .array(acting.map { .string("./\($0)") }))
        add("exports", exports)
        // For resolvers that do not know `exports`.
        add("main", .string("./\(mainFile)"))
        add("types", .string("./\(name).d.ts"))
        add("typesVersions", .object([("*", typesVersions)]))
        add("files", .array(files.map(JSONText.string)))
        for (key, ranges) in [("dependencies", stated.dependencies), ("peerDependencies", stated.peerDependencies)] {
            add(key, ranges.map { .object($0.map { ($0.key, .string($0.text)) }) })
        }
        add("engines", .object([("node", .string(">=20"))]))
        return JSONText.object(members).text(indentation: 2) + "\n"
    }

    /// The scripts, as npm and bundlers read these lists: patterns, in which `?` stands for any character.
    private var scriptPatterns: [String] {
        options.scripts.map { path in String(path.map { "*[]{}()!\\#".contains($0) ? "?" : $0 }) }
    }

    /// The first condition that holds wins, so the more particular ones come first: Deno and Bun hold `node` as well.
    private var exports: JSONText {
        let main: [(String, String)] = [
            ("types", "\(name).d.ts"), ("workerd", "\(name).workerd.js"), ("edge-light", "\(name).edge-light.js"),
            // Deno has what Node's entry asks for, and prints objects by its hooks.
            ("deno", "\(name).node.js"), ("bun", "\(name).node.js"), ("node", "\(name).node.js"), ("worker", mainFile),
            ("browser", mainFile),
            ("default", mainFile),
        ]
        var subpaths = [(".", object(main))]
        for (subpath, types, target) in otherSubpaths {
            let hasRuntimes = subpath == "instance" || subpath == "worker"
            let conditions = hasRuntimes ? ["deno", "bun", "node"].map { ($0, "\(name).\(subpath).node.js") } : []
            subpaths.append(("./\(subpath)", object([("types", types)] + conditions + [("default", target)])))
        }
        subpaths += options.packageScripts.subpaths.map { ("./\($0.name)", target(of: $0)) }
        subpaths.append(("./package.json", .string("./package.json")))
        return .object(subpaths)
    }

    /// A file of the user's, for each runtime with the module's entry for it.
    private func target(of subpath: PackageScripts.Subpath) -> JSONText {
        let scripts = options.packageScripts
        let types = subpath.types.map { [("types", $0)] } ?? []
        guard scripts.variants.contains(subpath.path) else {
            return types.isEmpty ? .string("./\(subpath.path)") : object(types + [("default", subpath.path)])
        }
        let place = { (entry: PackageScripts.Entry) in scripts.place(subpath.path, for: entry) }
        return object(
            types + [
                ("workerd", place(.workerd)), ("edge-light", place(.edgeLight)), ("deno", place(.node)), ("bun", place(.node)),
                ("node", place(.node)), ("default", subpath.path),
            ])
    }

    /// The subpaths that every package has.
    var ownSubpaths: Set<String> {
        Set(["bundler", "inline", "instance", "integrity", "module.wasm", "package.json", "wasi", wasmFile])
            .union(options.worker == nil ? [] : ["worker"])
    }

    /// What TypeScript reads under `moduleResolution: node`, which knows no `exports`.
    private var typesVersions: JSONText {
        let own = options.packageScripts.subpaths.compactMap { subpath in subpath.types.map { (subpath.name, $0) } }
        return .object((otherSubpaths.map { ($0.subpath, $0.types) } + own).map { ($0.0, .array([.string("./\($0.1)")])) })
    }

    private var otherSubpaths: [(subpath: String, types: String, target: String)] {
        var subpaths = [
            ("instance", "\(name).instance.d.ts", "\(name).instance.js"),
            ("bundler", bundler.declarationsFile, bundler.scriptFile),
        ]
        if options.worker != nil { subpaths.append(("worker", "\(name).worker.d.ts", "\(name).worker.js")) }
        if options.module != nil { subpaths.append(("inline", "\(name).inline.d.ts", "\(name).inline.js")) }
        if options.requirements.usesWASI { subpaths.append(("wasi", "\(name).wasi.d.ts", "\(name).wasi.js")) }
        if options.integrity != nil { subpaths.append(("integrity", "\(name).integrity.d.ts", "\(name).integrity.js")) }
        subpaths.append(("module.wasm", "\(wasmFile).d.ts", wasmFile))
        if wasmFile != "module.wasm" { subpaths.append((wasmFile, "\(wasmFile).d.ts", wasmFile)) }
        return subpaths
    }

    private func object(_ targets: [(String, String)]) -> JSONText {
        .object(targets.map { ($0, .string("./\($1)")) })
    }
}
