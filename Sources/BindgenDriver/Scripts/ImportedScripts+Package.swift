import BindgenIDL

extension ImportedScripts {
    /// Adds what bindgen.json names.
    /// - Parameters:
    ///   - folder: the folder of bindgen.json.
    ///   - mainFile: the entry that stands for the module in scripts that import it.
    ///   - exports: what the module exports itself.
    ///   - subpaths: the subpaths that the package has by itself.
    mutating func add(
        _ files: PackageFiles, below folder: String, mainFile: String, exports: Set<String>, subpaths: Set<String>
    ) {
        packageRoot = FileSystem.absolute(folder)
        for file in files.files {
            let path = packageRoot + "/" + file.text
            if FileSystem.isFolder(path) {
                let inside = FileSystem.files(below: FileSystem.absolute(path), suffix: "")
                if inside.isEmpty { report("there is no file in `\(file.text)`", at: file.range) }
                for path in inside { _ = include(path, named: file) }
            } else {
                _ = include(path, named: file)
            }
        }
        for (subpath, file) in files.exports {
            let name = String(subpath.text.dropFirst(2))
            if subpaths.contains(name) {
                report("bindgen writes `\(subpath.text)` itself; choose another subpath", at: subpath.range)
            } else if let place = include(packageRoot + "/" + file.text, named: file) {
                let types = declared(place, beside: packageRoot + "/" + file.text)
                package.subpaths.append(PackageScripts.Subpath(name: name, path: place, types: types))
            }
        }
        var known = exports
        for file in files.scripts {
            guard let place = include(packageRoot + "/" + file.text, named: file) else { continue }
            package.namespace.append(place)
            _ = declared(place, beside: packageRoot + "/" + file.text)
            for name in (references[place]?.exports ?? []).sorted() where name != "default" {
                if known.insert(name).inserted { continue }
                report(
                    "\(place) exports `\(name)`, which the module or another script exports already; rename one", at: file.range)
            }
        }
        package.loaded += closure(of: package.namespace).filter { !package.loaded.contains($0) }.sorted()
        makeVariants(of: mainFile)
    }

    /// Scripts and all that they import.
    private func closure(of roots: [String]) -> Set<String> {
        var found: Set<String> = []
        var waiting = roots
        while let place = waiting.popLast() {
            guard files.contains(where: { $0.path == place }), found.insert(place).inserted else { continue }
            waiting += (targets[place] ?? []).filter { $0.reference.kind == .module }.map(\.place)
        }
        return found
    }

    /// Copies a file that bindgen.json names, and what it imports; gives its place.
    private mutating func include(_ path: String, named file: PackageFiles.Named) -> String? {
        let path = FileSystem.absolute(path)
        guard let place = place(of: path) else {
            report("`\(file.text)` lies outside of \(shown(packageRoot))", at: file.range)
            return nil
        }
        if let problem = problem(with: path) {
            report("`\(file.text)`: \(problem)", at: file.range)
            return nil
        }
        if generated.mayHold(place) || generated.holds(place) {
            report("bindgen writes \(place) itself; name a file of your own", at: file.range)
            return nil
        }
        copy(path, to: place)
        return place
    }

    /// Copies the declarations that stand beside a script.
    private mutating func declared(_ place: String, beside path: String) -> String? {
        guard let types = PackageScripts.declarations(of: place), let file = PackageScripts.declarations(of: path),
            FileSystem.exists(file)
        else { return nil }
        copy(FileSystem.absolute(file), to: types)
        package.declared.insert(place)
        return types
    }

    /// Writes those scripts that reach the module once for each of its entries.
    private mutating func makeVariants(of mainFile: String) {
        var reaching: Set<String> = []
        var isComplete = false
        while !isComplete {
            let more = targets.filter { place, all in
                !reaching.contains(place) && all.contains { $0.place == mainFile || reaching.contains($0.place) }
            }
            reaching.formUnion(more.keys)
            isComplete = more.isEmpty
        }
        // Declarations are the same for every entry, and what the glue imports has no entry.
        let roots = package.namespace + package.subpaths.map(\.path)
        var waiting = roots.filter(reaching.contains)
        while let place = waiting.popLast() {
            guard reaching.contains(place), package.variants.insert(place).inserted else { continue }
            waiting += (targets[place] ?? []).map(\.place)
        }
        for entry in PackageScripts.Entry.allCases where entry != .url {
            for place in package.variants.sorted() {
                guard let file = files.first(where: { $0.path == place }) else { continue }
                files.append(OutputFile(path: package.place(place, for: entry), contents: rewritten(file, mainFile, for: entry)))
            }
        }
    }

    /// A script whose imports lead to the module's entry.
    private func rewritten(_ file: OutputFile, _ mainFile: String, for entry: PackageScripts.Entry) -> [UInt8] {
        var bytes = file.contents
        let imports = (targets[file.path] ?? []).filter { $0.place == mainFile || package.variants.contains($0.place) }
        for target in imports.sorted(by: { $0.reference.offsets.lowerBound > $1.reference.offsets.lowerBound }) {
            let specifier = target.reference.specifier
            let name = specifier.prefix { $0 != "?" && $0 != "#" }
            let new = PackageScripts.inserting(entry.rawValue, into: String(name)) + specifier.dropFirst(name.count)
            bytes.replaceSubrange(target.reference.offsets, with: Array(JSONText.string(new).text().utf8))
        }
        return bytes
    }
}
