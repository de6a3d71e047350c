extension PackageConfiguration {
    /// What a package would lack on npm that works where it was built.
    /// - Parameter imports: what is imported, as it is written, and the script that does it; nil for the IDL.
    package func remarks(moduleName: String, imports: [(specifier: String, script: String?)]) -> [String] {
        var remarks: [String] = []
        let derived = OutputNames.packageName(moduleName: moduleName)
        if manifest.name == nil, let fault = PackageName.fault(in: derived) {
            remarks.append("the name of the npm package, `\(derived)`, \(fault); it is `name` in \(Self.fileName)")
        }
        let stated = Set(((manifest.dependencies ?? []) + (manifest.peerDependencies ?? [])).map(\.key))
        var told: Set<String> = []
        for (specifier, script) in imports {
            guard let name = PackageName.ofImport(specifier), !stated.contains(name), told.insert(name).inserted else { continue }
            let place = script.map { "\($0) imports `\(specifier)`" } ?? "[Import=\"\(name)\"]"
            remarks.append(
                "\(place): npm will not install it with the package; name it in \(Self.fileName): "
                    + "\"dependencies\": {\"\(name)\": \"…\"}")
        }
        return remarks
    }
}
